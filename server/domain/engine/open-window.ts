import { type Day, lastDay, type Month } from '../period.ts'

/** A stretch of days, [from, until); open when `until` is null. */
export interface DayWindow {
  from: string
  until: string | null
}

/** Whether `day` lies in the window. */
export function covers(window: DayWindow, day: Day): boolean {
  return window.from <= day && (window.until === null || day < window.until)
}

/**
 * Whether a facility is expected to report a month: it is open on the month's last day.
 * (A facility that closes in the middle of a month has nobody to count on its last day.)
 */
export function isOpen(windows: readonly DayWindow[], month: Month): boolean {
  const day: Day = lastDay(month)
  return windows.some((window) => covers(window, day))
}
