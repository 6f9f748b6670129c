/** A calendar month, written YYYY-MM. */
export type Month = `${number}-${number}`

/** A calendar day, written YYYY-MM-DD. */
export type Day = `${number}-${number}-${number}`

/** A stretch of months as `monthIndex` counts them, both ends included. */
export interface MonthSpan {
  first: number
  last: number
}

/** Longer than fifty years no question is asked. */
const longestPeriod = 600

/** Whether a stretch of months is one that can be asked for: its end not before its beginning, and no more than fifty years. */
export function isPeriod({ first, last }: MonthSpan): boolean {
  return last >= first && last - first <= longestPeriod
}

const monthPattern = /^(\d{4})-(0[1-9]|1[0-2])$/
const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** The month that `text` names, or undefined when it names none. */
export function parseMonth(text: string): Month | undefined {
  return monthPattern.test(text) ? (text as Month) : undefined
}

/** The day that `text` names, or undefined when the calendar has no such day (30 February). */
export function parseDay(text: string): Day | undefined {
  const parts = dayPattern.exec(text)
  if (!parts) return undefined
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? (text as Day) : undefined
}

/** Months since January of year 0: the place of a month in a series. */
export function monthIndex(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

/** The month at a place that `monthIndex` gave. */
export function monthAt(index: number): Month {
  const year = Math.floor(index / 12)
  return `${String(year).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}` as Month
}

/** The month `count` months after `month`; before it when `count` is negative. */
export function addMonths(month: Month, count: number): Month {
  return monthAt(monthIndex(month) + count)
}

/** All months from `first` to `last`, both included; none when `last` lies before `first`. */
export function monthsFrom(first: Month, last: Month): Month[] {
  const start = monthIndex(first)
  return Array.from({ length: Math.max(0, monthIndex(last) - start + 1) }, (_, step) => monthAt(start + step))
}

export function firstDay(month: Month): Day {
  return `${month}-01` as Day
}

export function daysIn(month: Month): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate()
}

export function lastDay(month: Month): Day {
  return `${month}-${daysIn(month)}` as Day
}

/** The day after. */
export function nextDay(day: Day): Day {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10) as Day
}

/** The same day `count` months later, or the last day of that month where it is shorter. */
export function monthsAfter(day: Day, count: number): Day {
  const month = addMonths(monthOf(day), count)
  return Number(day.slice(8)) <= daysIn(month) ? (`${month}-${day.slice(8)}` as Day) : lastDay(month)
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month
}

/** One a time zone: to make one costs a thousand times as much as to use it. */
const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** The calendar day at `moment` in a facility's own time zone (IANA name). */
export function localDay(moment: Date, timeZone: string): Day {
  const format = dayFormats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
  dayFormats.set(timeZone, format)
  return format.format(moment) as Day
}

/** True when `day` lies in the half-open window [from, until); an open end holds for ever. */
export function inForce(window: { validFrom: string; validTo: string | null }, day: Day): boolean {
  return window.validFrom <= day && (window.validTo === null || day < window.validTo)
}
