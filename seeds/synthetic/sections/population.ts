import { lastDay } from '../../../server/domain/period.ts'
import { monthDays } from '../calendar.ts'
import { type Sex, sexes } from '../columns.ts'
import { countOf, type FacilityMonth } from '../country.ts'
import { type Cells, type Count, divided, mapCells, spread, sum } from '../counts.ts'
import { certificateOn } from '../facilities.ts'
import type { Flows } from '../flows.ts'
import { countStays, everybody, midnightsOf, nightsOf, specialGroups } from '../records/counted.ts'
import type { Custody, Stay } from '../records/custody.ts'
import type { Sheet } from '../sheet.ts'

/** Who is held, who came and who left; and the midnight counts of every day between. */
export function population(sheet: Sheet): void {
  const { flows } = sheet.at
  sheet.put('pop_opening', countOf(flows.opening))
  sheet.put('pop_closing', sheet.at.custody ? known(sheet.at, sheet.at.custody) : held(sheet))
  sheet.put('adm_new', admitted(sheet))
  sheet.put('adm_transfer_in', countOf(flows.transferredIn))
  sheet.put('adm_return_escape', countOf(flows.returned))
  sheet.put('rel_liberty', countOf(flows.released))
  sheet.put('rel_transfer_out', countOf(flows.transferredOut))
  sheet.put('escapes', countOf(flows.escaped))
  sheet.put('deaths_custody', countOf(flows.died))
  sheet.put('foreign_closing', foreign(sheet.count('pop_closing'), sheet))
  if (sheet.at.custody) nights(sheet)
  else midnights(sheet, flows)
}

function admitted(sheet: Sheet): Count {
  const { at } = sheet
  if (at.custody) {
    const isNew = ({ admission }: Stay) => admission === 'new_from_liberty'
    return countStays(at, at.custody.arrived.filter(isNew), ({ from }) => from)
  }
  const count = countOf(at.flows.admitted)
  count.by.age_group = spread(sheet.draw, count.total, at.traits.ages)
  return count
}

/** The people whom the records hold on the last day. */
function known(at: FacilityMonth, custody: Custody): Count {
  const people = countStays(at, custody.held)
  people.by.special_group = specialGroups(at, custody.held)
  return people
}

function held(sheet: Sheet): Count {
  const { traits, flows } = sheet.at
  const people = countOf(flows.closing)
  const abroad = { foreign_resident: 0.45, foreign_non_resident: 0.45, stateless_or_unknown: 0.1 }
  people.by.age_group = spread(sheet.draw, people.total, traits.ages)
  people.by.nationality_group = spread(sheet.draw, people.total, {
    national: 1 - traits.foreign,
    ...mapCells(abroad, (share) => share * traits.foreign),
  })
  people.by.special_group = special(sheet, people)
  return people
}

/** One person may belong to several of these: they do not add up. */
function special(sheet: Sheet, people: Count): Cells {
  const women = people.by.sex.female ?? 0
  const share = (of: number, rate: number) => sheet.draw.binomial(of, rate)
  return {
    pregnant: share(women, 0.03),
    with_child_in_prison: sheet.at.facility.hasMotherAndChildUnit ? share(women, 0.05) : 0,
    parent_of_child_under_18: share(people.total, 0.42),
    disability: share(people.total, 0.11),
    minority_self_declared: share(people.total, 0.09),
    life_or_long_sentence: share(people.total, sheet.at.facility.kind === 'high' ? 0.5 : 0.06),
  }
}

function foreign(people: Count, sheet: Sheet): Count {
  const { national = 0 } = people.by.nationality_group ?? {}
  const total = people.total - national
  const { at } = sheet
  if (at.custody)
    return countStays(
      at,
      at.custody.held.filter(({ person }) => person.nationality !== 'national'),
    )
  return { total, by: { sex: spread(sheet.draw, total, people.by.sex, people.by.sex) } }
}

/** Midnight counts from the records: everybody who was there on some night. */
function nights(sheet: Sheet): void {
  const { at } = sheet
  const people = everybody(at)
  const midnights = midnightsOf(at, people)
  const { places } = certificateOn(at.facility, lastDay(at.month))
  sheet.put('person_days', nightsOf(at, people))
  sheet.put('pop_peak', Math.max(...midnights))
  sheet.put('person_days_weekend', total(monthDays(at.month).weekend.map((day) => midnights[day]!)))
  sheet.put('days_over_capacity', midnights.filter((count) => count > places).length)
}

const arriving = ['admitted', 'transferredIn', 'returned'] as const
const leaving = ['released', 'transferredOut', 'escaped', 'died'] as const

/** Spreads the month's traffic over its days: what is counted at each midnight follows. */
function midnights(sheet: Sheet, flows: Flows): void {
  const days = monthDays(sheet.at.month)
  const counts = sexes.map((sex) => {
    const traffic = (kinds: readonly (keyof Flows)[]) =>
      spread(
        sheet.draw,
        kinds.reduce((people, kind) => people + ofSex(flows[kind], sex), 0),
        days.traffic,
      )
    return daily(ofSex(flows.opening, sex), traffic(arriving), traffic(leaving))
  })
  const totals = counts[0]!.map((count, day) => count + counts[1]![day]!)
  const personDays = Object.fromEntries(sexes.map((sex, at) => [sex, total(counts[at]!)]))
  const base = countOf(flows.closing)
  const opening = countOf(flows.opening)
  base.by.legal_status = mapCells(base.by.legal_status!, (count, code) => count + opening.by.legal_status![code]!)
  sheet.put('person_days', divided(sheet.draw, personDays, base, ['legal_status'], {}, false))
  sheet.put('pop_peak', Math.max(...totals))
  sheet.put('person_days_weekend', total(days.weekend.map((day) => totals[day]!)))
  const { places } = certificateOn(sheet.at.facility, lastDay(sheet.at.month))
  sheet.put('days_over_capacity', totals.filter((count) => count > places).length)
}

function ofSex(flow: Cells, sex: Sex): number {
  return sum(mapCells(flow, (people, code) => (code.startsWith(sex) ? people : 0)))
}

function daily(opening: number, incoming: Cells, outgoing: Cells): number[] {
  let count = opening
  return Object.keys(incoming).map((day) => {
    count += incoming[day]! - outgoing[day]!
    return count
  })
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
