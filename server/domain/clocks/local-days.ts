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

/** Days from 1970 for which the beginnings are kept in a row: 1870 to 2169. Others are looked up each time. */
const [keptFrom, keptDays] = [-36_525, 109_574]

function calendarOf(timeZone: string): LocalDays {
  const starts = new Float64Array(keptDays).fill(Number.NaN)
  const lookedUp = (day: number) =>
    Temporal.PlainDate.from('1970-01-01').add({ days: day }).toZonedDateTime(timeZone).epochMilliseconds
  const startOf = (day: number): number => {
    if (!Number.isFinite(day)) return day
    const place = day - keptFrom
    const kept = starts[place]
    if (kept === undefined) return lookedUp(day)
    if (!Number.isNaN(kept)) return kept
    const start = lookedUp(day)
    starts[place] = start
    return start
  }
  const dayOf = (moment: number): number => {
    if (!Number.isFinite(moment)) return Number.NaN
    // A zone is never more than a day from UTC, so the day is this one or a neighbour.
    const day = Math.floor(moment / dayMs)
    if (moment < startOf(day)) return day - 1
    return moment >= startOf(day + 1) ? day + 1 : day
  }
  return { dayOf, startOf }
}
