import { type Coverage, type Declared, stretchAt } from '../kernels/coverage.ts'
import { type Day, daysIn, firstDay, type Month, monthIndex, monthOf, nextDay } from '../period.ts'
import type { RecordId } from '../records/index.ts'
import type { Covers } from './mapping.ts'

/**
 * What a file of some record types says that it holds whole, by its mapping. The month of the import is not over, so nothing
 * covers it.
 */
export function declaredBy(covers: Covers, recordIds: readonly RecordId[], now: Date): Declared[] {
  const lastWhole = monthIndex(now.toISOString().slice(0, 7) as Month) - 1
  const from = monthIndex(covers.from as Month)
  const until = Math.min(lastWhole, covers.until ? monthIndex(covers.until as Month) : lastWhole)
  return from > until ? [] : [...new Set(recordIds)].map((recordId) => ({ recordId, from, until }))
}

/** What the file of one day says that it holds whole: its day, where its month is one that the mapping covers. */
export function declaredByDay(covers: Covers, recordIds: readonly RecordId[], day: Day): DeclaredDay[] {
  const month = monthOf(day)
  if (month < covers.from || month > (covers.until ?? month)) return []
  const at = monthIndex(month)
  return [...new Set(recordIds)].map((recordId) => ({ recordId, from: at, until: at, day }))
}

/** A declaration that holds for one day of its month. */
export interface DeclaredDay extends Declared {
  day: Day
}

/** The days of a month that are not among those that came, in order. */
export function missingDays(month: Month, came: ReadonlySet<Day>): Day[] {
  const days: Day[] = []
  for (let day = firstDay(month); days.length < daysIn(month); day = nextDay(day)) days.push(day)
  return days.filter((day) => !came.has(day))
}

/**
 * The days that lack in a month of which some came one by one, of the record types that a count needs; none where nothing came by
 * days, for then it is not known that anything will.
 */
export function lackingDays(
  month: Month,
  needs: readonly RecordId[],
  came: Readonly<Partial<Record<RecordId, readonly Day[]>>>,
): Day[] {
  const lacking = needs.flatMap((need) => (came[need] ? missingDays(month, new Set(came[need])) : []))
  return [...new Set(lacking)].sort()
}

/** Days in order, as stretches that follow one another: the first and last day of each. */
export function stretchesOf(days: readonly Day[]): [first: Day, last: Day][] {
  const stretches: [Day, Day][] = []
  for (const day of days) {
    const last = stretches.at(-1)
    if (last && nextDay(last[1]) === day) last[1] = day
    else stretches.push([day, day])
  }
  return stretches
}

/** Days in order, as a text: "2022-06-04, 2022-06-10 to 2022-06-12". */
export function dayStretches(days: readonly Day[]): string {
  return stretchesOf(days)
    .map(([first, last]) => (first === last ? first : `${first} to ${last}`))
    .join(', ')
}

/** The declarations of which any month is new. */
export function notYetCovered(declared: readonly Declared[], coverage: Coverage): Declared[] {
  return declared.filter(({ recordId, from, until }) => {
    const stretch = stretchAt(coverage, recordId, from)
    return !stretch || (stretch.until ?? until) < until
  })
}
