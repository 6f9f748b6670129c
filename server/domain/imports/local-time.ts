import { Temporal } from 'temporal-polyfill'
import type { Day } from '../period.ts'

/** Turns the clock time of a place into a moment: 'YYYY-MM-DDTHH:MM:SSZ', or 'skipped' for a time that the clock never showed. */
export type LocalClock = (day: Day, seconds: number) => string | 'skipped'

/**
 * The clock of an IANA zone. A time that the clock showed twice, when it was set back, is read as the first of the two; a
 * time that it jumped over never was. `seconds` count on the clock's face from midnight, up to 86,400 (24:00).
 */
export function localClock(zone: string): LocalClock {
  const days = new Map<Day, number | undefined>()
  return (day, seconds) => {
    if (!days.has(day)) days.set(day, evenOffset(day, zone))
    const offset = days.get(day)
    const wall = Date.parse(`${day}T00:00:00Z`) + seconds * 1000
    if (offset !== undefined) return isoSeconds(wall - offset)
    const face = Temporal.PlainDateTime.from(new Date(wall).toISOString().slice(0, 19))
    const found = face.toZonedDateTime(zone, { disambiguation: 'earlier' })
    return found.toPlainDateTime().equals(face) ? isoSeconds(found.epochMilliseconds) : 'skipped'
  }
}

/** How far the zone is ahead of UTC in milliseconds; undefined on a day, or before a day, on which that changes. */
function evenOffset(day: Day, zone: string): number | undefined {
  const start = Temporal.PlainDate.from(day).toZonedDateTime(zone)
  const [next, second] = [start.add({ days: 1 }), start.add({ days: 2 })]
  const isEven =
    start.offsetNanoseconds === next.offsetNanoseconds && next.offsetNanoseconds === second.offsetNanoseconds
  return isEven ? start.offsetNanoseconds / 1e6 : undefined
}

/** A moment to the second, in UTC: of one length, so that two of them compare as texts. */
export function isoSeconds(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}
