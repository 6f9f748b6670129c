import { type Day, nextDay } from '../period.ts'
import { datePattern, dayReader, refused } from './cells.ts'
import { type Reason, reason } from './faults.ts'
import { isoSeconds, localClock } from './local-time.ts'
import type { RecordsMapping } from './mapping.ts'

/** Fields of each record type that a snapshot gives by itself: from when to when somebody was held, and in which status. */
export const madeBySnapshot: Record<string, readonly string[]> = {
  stay: ['released_at'],
  legal_status_spell: ['start_on', 'end_on'],
}

/** The day that a file of a snapshot mapping speaks of, from its name; or why it names none. */
export function snapshotDay(mapping: RecordsMapping, fileName: string, today: Day): Day | Reason {
  const { fileName: pattern, format } = mapping.snapshot!
  const text = new RegExp(pattern).exec(fileName)?.[1]
  if (text === undefined) return reason('file.name-without-date', { file: fileName, pattern })
  const day = datePattern(format) && dayReader({ dates: [format], nullWords: [] }).read(text)
  if (day === undefined || day === refused) return reason('file.name-bad-date', { file: fileName, text, format })
  return day > today ? reason('snapshot.future', { file: fileName, day }) : day
}

/** How one day's file changes what the files of other days said. */
export interface SnapshotPlan {
  day: Day
  /** The newest day before this one of which there is a file. */
  before: Day | undefined
  /** Days between the two of which there is none: when somebody left in them is not known. */
  gapDays: number
  /** Whether a later day's file is in already: then this one only fills in, and ends nobody's stay but its own. */
  isLate: boolean
  /** First moment of `before`, in UTC: who was admitted from then on and is in no file yet came after that day's file was made. */
  newSince: string | undefined
  /** First moment of the day after `before`, in UTC: who is not in this file is taken to have left by then. */
  leftAt: string | undefined
  /** First moment of the day after this one: when a late file's people are taken to have left, if no later file has them. */
  seenUntil: string
}

/**
 * Plans a snapshot among the days that are in. Nobody's hour of leaving is in such files: who is in one day's file and not
 * in the next one's is taken to have left with the end of the day in which they were last seen, by the clock of `zone`.
 */
export function snapshotPlan(day: Day, known: readonly Day[], zone: string): SnapshotPlan {
  const before = known
    .filter((one) => one < day)
    .sort()
    .at(-1)
  return {
    day,
    before,
    gapDays: before ? Math.round((Date.parse(day) - Date.parse(before)) / 86_400_000) - 1 : 0,
    isLate: known.some((one) => one > day),
    newSince: before && dayStart(before, zone),
    leftAt: before && dayStart(nextDay(before), zone),
    seenUntil: dayStart(nextDay(day), zone),
  }
}

/** The first moment of a day; where the clock is set forward at midnight, an hour on its face later. */
function dayStart(day: Day, zone: string): string {
  const clock = localClock(zone)
  const start = clock(day, 0)
  return start === 'skipped' ? isoSeconds(Date.parse(clock(day, 3600))) : start
}
