import type { FacilityMonth } from '../country.ts'
import { dayText, drawFor, momentText, write } from './book.ts'
import type { Stay } from './custody.ts'
import { surrogate } from './draw.ts'
import { arrivalMinute } from './times.ts'

/** Women who are pregnant or nursing, and children who live with their mothers: brought to the end of the month. */
export function keepFamilies(at: FacilityMonth): void {
  const { book, arrived, left } = at.custody!
  const draw = drawFor(at, 'families')
  const gone = new Set(left)
  for (const span of [...book.pregnancies, ...book.children])
    if (gone.has(span.stay)) span.until = Math.min(span.until, span.stay.until!)
  for (const stay of arrived.filter(({ person }) => person.sex === 'female')) arrive(at, stay, draw)
  births(at)
  for (const child of book.children.filter(({ until, from }) => until > at.days.until && from < at.days.from)) {
    if (draw.next() >= 0.05) continue
    child.until = at.days.from + Math.floor(draw.next() * 27)
    if (draw.next() < 0.85) child.separatedOn = child.until - 3
  }
}

function arrive(at: FacilityMonth, stay: Stay, draw: ReturnType<typeof drawFor>): void {
  const { book } = at.custody!
  const known = book.pregnancies.find((span) => span.stay.person === stay.person && span.until > stay.from)
  if (draw.next() < 0.05 && !known)
    book.pregnancies.push({ stay, from: stay.from, until: stay.from + 30 + Math.floor(draw.next() * 200) })
  else if (at.facility.hasMotherAndChildUnit && draw.next() < 0.07)
    addChild(at, stay, stay.from, stay.from - Math.floor(draw.next() * 500), draw)
}

function births(at: FacilityMonth): void {
  const draw = drawFor(at, 'births')
  const { from, until } = at.days
  for (const pregnancy of at.custody!.book.pregnancies) {
    const { stay, until: day } = pregnancy
    if (day < from || day >= until || stay.until === day) continue
    write(at, 'maternity_case', day, {
      stay_key: stay.key,
      known_on: dayText(at, pregnancy.from),
      antenatal_visits: Math.min(8, 1 + Math.floor((day - pregnancy.from) / 28)),
      diet_plan_on: dayText(at, pregnancy.from + 1),
      birth_on: dayText(at, day),
      birth_place: 'hospital_outside',
      restrained_during_birth: 'no',
    })
    if (at.facility.hasMotherAndChildUnit) addChild(at, stay, day, day, draw)
  }
}

function addChild(at: FacilityMonth, stay: Stay, from: number, born: number, draw: ReturnType<typeof drawFor>): void {
  const [decidedOn, checkedOn] = draw.next() < 0.9 ? [from, from + 1] : [from + 60, from + 1]
  const until = stay.until ?? Number.POSITIVE_INFINITY
  at.custody!.book.children.push({ stay, from, until, key: surrogate(draw), decidedOn, checkedOn, born })
}

/** What is written at arrival about the stay: the hour of it. */
export function admittedAt(at: FacilityMonth, stay: Stay, after = 0): string {
  return momentText(at, stay.from, arrivalMinute(stay) + after)
}

/** Kinds of home: how far away it is. None where nobody knows. */
export function kilometresHome(at: FacilityMonth, stay: Stay): number | undefined {
  const { home, kilometres: far } = stay.luck
  if (home < 0.05) return undefined
  const kilometres = Math.floor(far * 140)
  return home < (at.facility.kind === 'remand' ? 0.17 : 0.37) ? 160 + 3 * kilometres : 5 + kilometres
}
