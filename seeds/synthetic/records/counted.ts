import { monthIndex } from '../../../server/domain/period.ts'
import { chance } from '../chance.ts'
import { ages, nationalities, type Status, sexes, statuses } from '../columns.ts'
import type { FacilityMonth } from '../country.ts'
import type { Cells, Count } from '../counts.ts'
import type { Stay } from './custody.ts'
import { ageGroupIn } from './person.ts'

/** Ten years: from this term on a sentence is long. */
const longSentenceDays = 3650

/** The legal ground of a stay on a day. */
export function statusOn(stay: Stay, day: number): Status {
  return (stay.spells.findLast(({ from }) => from <= day) ?? stay.spells[0]!).status
}

export function isSentenced(status: Status): boolean {
  return status.startsWith('sentenced')
}

/** The term of a sentence, in days; no number for one without end. */
export function termOf(stay: Stay, isHigh: boolean): number | 'indeterminate' {
  if (stay.luck.long >= (isHigh ? 0.5 : 0.06))
    return Math.max(30, Math.min(longSentenceDays - 1, Math.round(1.25 * (stay.expected - stay.custodyFrom))))
  const draw = chance(0, stay.custodyKey, 'term')
  return draw.next() < 0.12 ? 'indeterminate' : longSentenceDays + Math.floor(draw.next() * 3000)
}

/** Whether a long sentence was in force by a day. */
function isLong(stay: Stay, day: number, isHigh: boolean): boolean {
  const term = termOf(stay, isHigh)
  const isBegun = stay.spells.some(({ status, from }) => isSentenced(status) && from <= day)
  return isBegun && (term === 'indeterminate' || term >= longSentenceDays)
}

function cells(codes: readonly string[]): Cells {
  return Object.fromEntries(codes.map((code) => [code, 0]))
}

/** Counts stays in every group in which they were on a day of the month; how much each weighs, 1 when not said. */
export function countStays(
  at: FacilityMonth,
  stays: readonly Stay[],
  dayOf: (stay: Stay) => number = () => at.days.until - 1,
  amount: (stay: Stay) => number = () => 1,
): Count {
  const made: Count = {
    total: 0,
    by: {
      sex: cells(sexes),
      age_group: cells(ages),
      legal_status: cells(statuses),
      nationality_group: cells(nationalities),
      sex_x_legal_status: cells(sexes.flatMap((sex) => statuses.map((status) => `${sex}_x_${status}`))),
    },
  }
  const month = monthIndex(at.month)
  for (const stay of stays) addStay(made, month, stay, dayOf(stay), amount(stay))
  made.total = made.by.sex.female! + made.by.sex.male!
  return made
}

/** Adds one stay, in the groups of a day, to the cells of a count that has all of them. */
function addStay({ by }: Count, month: number, stay: Stay, day: number, amount: number): void {
  const { person } = stay
  const status = statusOn(stay, day)
  by.sex[person.sex]! += amount
  by.age_group![ageGroupIn(person, month)]! += amount
  by.legal_status![status]! += amount
  by.nationality_group![person.nationality]! += amount
  by.sex_x_legal_status![`${person.sex}_x_${status}`]! += amount
}

/** Those held who belong to the special groups; one person may belong to several. */
export function specialGroups(at: FacilityMonth, held: readonly Stay[]): Cells {
  const day = at.days.until - 1
  const { pregnancies, children } = at.custody!.book
  const isHigh = at.facility.kind === 'high'
  const count = (test: (stay: Stay) => boolean) => held.filter(test).length
  const mothers = new Set(children.filter(({ from, until }) => from <= day && !(until <= day)).map(({ stay }) => stay))
  const pregnant = new Set(
    pregnancies.filter(({ from, until }) => from <= day && !(until <= day)).map(({ stay }) => stay),
  )
  return {
    pregnant: count((stay) => pregnant.has(stay)),
    with_child_in_prison: count((stay) => mothers.has(stay)),
    parent_of_child_under_18: count(({ person }) => person.hasChild),
    disability: count(({ person }) => person.disability !== 'none'),
    minority_self_declared: count(({ person }) => person.isMinority),
    life_or_long_sentence: count((stay) => isLong(stay, day, isHigh)),
  }
}

/** Everybody who was in the facility on some day of the month. */
export function everybody({ custody }: FacilityMonth): Stay[] {
  return [...custody!.held, ...custody!.left]
}

/** How many were there at each midnight of the month. */
export function midnightsOf(at: FacilityMonth, stays: readonly Stay[]): number[] {
  const { from, until } = at.days
  const change = new Array<number>(until - from + 1).fill(0)
  for (const stay of stays) {
    const [first, end] = [Math.max(stay.from, from), Math.min(stay.until ?? until, until)]
    if (first >= end) continue
    change[first - from]!++
    change[end - from]!--
  }
  let count = 0
  return change.slice(0, -1).map((step) => {
    count += step
    return count
  })
}

/** Nights of the month that the stays cover, in the groups of each night. */
export function nightsOf(at: FacilityMonth, stays: readonly Stay[]): Count {
  const { from, until } = at.days
  const made = countStays(at, [])
  const month = monthIndex(at.month)
  for (const stay of stays) {
    const [first, end] = [Math.max(stay.from, from), Math.min(stay.until ?? until, until)]
    const cuts = stay.spells.map((spell) => spell.from).filter((day) => day > first && day < end)
    const days = [first, ...cuts, end]
    for (let place = 1; place < days.length; place++)
      if (days[place]! > days[place - 1]!) addStay(made, month, stay, days[place - 1]!, days[place]! - days[place - 1]!)
  }
  made.total = made.by.sex.female! + made.by.sex.male!
  return made
}
