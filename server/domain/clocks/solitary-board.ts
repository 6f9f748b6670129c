import type { LocalDays } from './local-days.ts'
import { type ClockSettings, daysUpTo, type SolitaryEpisode, strictDays } from './solitary.ts'

/** Days at which somebody must act: independent review, warning, urgent warning, the limit itself. */
export const solitaryThresholds = [7, 10, 14, 15] as const

/** What one facility may know of an episode: all its days and where it began, and nothing else of another facility. */
export interface FacilityEpisode {
  startAt: number
  endAt: number
  isOpen: boolean
  strictDays: number
  tolerantDays: number
  /** The facility where it began, when that is another one. */
  origin?: number
}

/** The episode as `facility` may read it at `at`; undefined for a facility that it does not concern. */
export function seenFrom(
  facility: number,
  episode: SolitaryEpisode,
  at: number,
  settings: ClockSettings,
  days: LocalDays,
): FacilityEpisode | undefined {
  if (!episode.facilities.includes(facility)) return undefined
  const { startAt, endAt, isOpen, origin } = episode
  return {
    startAt,
    endAt,
    isOpen,
    strictDays: strictDays(episode, at, settings, days),
    tolerantDays: daysUpTo(episode, at, settings, days),
    ...(origin !== facility && { origin }),
  }
}

/** The next of the thresholds that a count of days has not yet passed; undefined once it is over the last. */
export function nextThreshold(daysSoFar: number): (typeof solitaryThresholds)[number] | undefined {
  return solitaryThresholds.find((threshold) => daysSoFar <= threshold)
}
