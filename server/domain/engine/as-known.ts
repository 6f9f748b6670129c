import type { DayWindow } from './open-window.ts'

/** A window of days with the moment at which it was written down, in milliseconds. */
export interface WrittenWindow extends DayWindow {
  recordedAt: number
}

/**
 * Versions or certificates as they stood at a moment. What was written down later is not there yet, and has not ended what it
 * followed: a window that was closed when a later one began runs on until then. An end that came without a successor has no
 * moment of its own and counts as always known.
 */
export function windowsAsKnown<Window extends WrittenWindow>(all: readonly Window[], moment: number): Window[] {
  const later = all.filter((one) => one.recordedAt > moment)
  const known = all
    .filter((one) => one.recordedAt <= moment)
    .toSorted((a, b) => (a.from === b.from ? a.recordedAt - b.recordedAt : a.from < b.from ? -1 : 1))
    .filter((one, at, list) => one.from !== list[at + 1]?.from)
  return known.flatMap((one, at) => {
    const isEndedLater = later.some(({ from }) => from === one.until || (isWithdrawn(one) && from === one.from))
    if (isEndedLater) return [{ ...one, until: known[at + 1]?.from ?? null }]
    return isWithdrawn(one) ? [] : [one]
  })
}

function isWithdrawn({ from, until }: DayWindow): boolean {
  return until !== null && until <= from
}
