import { Temporal } from 'temporal-polyfill'

/** The calendar of one time zone: on which day a moment lies and when a day begins. Days are counted from 1 January 1970. */
export interface LocalDays {
  /** The local day of a moment in milliseconds; NaN of NaN. */
  dayOf(moment: number): number
  /** The first moment of a local day, in milliseconds. Days of 23 and 25 hours begin when their clocks say so. */
  startOf(day: number): number
}

const dayMs = 86_400_000
const known = new Map<string, LocalDays>()

/** The calendar of an IANA time zone. What was once looked up is kept: a recompute asks for the same days again and again. */
export function localDays(timeZone: string): LocalDays {
  const days = known.get(timeZone) ?? calendarOf(timeZone)
  known.set(timeZone, days)
  return days
}

function calendarOf(timeZone: string): LocalDays {
  const starts = new Map<number, number>()
  const startOf = (day: number): number => {
    const kept = starts.get(day)
    if (kept !== undefined) return kept
    const date = Temporal.PlainDate.from('1970-01-01').add({ days: day })
    const start = date.toZonedDateTime(timeZone).epochMilliseconds
    starts.set(day, start)
    return start
  }
  const dayOf = (moment: number): number => {
    if (Number.isNaN(moment)) return Number.NaN
    // A zone is never more than a day from UTC, so the day is this one or a neighbour.
    const day = Math.floor(moment / dayMs)
    if (moment < startOf(day)) return day - 1
    return moment >= startOf(day + 1) ? day + 1 : day
  }
  return { dayOf, startOf }
}
