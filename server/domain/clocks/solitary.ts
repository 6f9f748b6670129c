import type { LocalDays } from './local-days.ts'
import { type LoggedDay, type Placement, type Stretch, solitaryStretches } from './solitary-fact.ts'

/** How a country counts. Printed under every figure that comes from the clock. */
export interface ClockSettings {
  /** 'elapsed': 15 days are 360 hours; 'calendar': every date touched is a day, which is stricter. */
  days: 'elapsed' | 'calendar'
  /** A gap shorter than this many hours, or without one full day of ordinary regime, does not reset the tolerant count. */
  breakHours: number
}

/** Local defaults: no text of the United Nations names a gap that ends an episode. */
export const usualClock: ClockSettings = { days: 'elapsed', breakHours: 48 }

/** On the way from one facility to another; moments in milliseconds. */
export interface Transfer {
  leftAt: number
  arrivedAt: number
}

/** All that the clock needs of one person, from whichever facilities, in any order. */
export interface PersonSeparated {
  placements: readonly Placement[]
  logs: readonly LoggedDay[]
  transfers?: readonly Transfer[]
}

/** One run of the strict count: unbroken but for a transfer, whatever the cell and the label. */
export interface StrictRun {
  startAt: number
  endAt: number
  isOpen: boolean
}

/** One episode of the tolerant count, with the strict runs inside it. */
export interface SolitaryEpisode extends StrictRun {
  runs: readonly StrictRun[]
  /** Where the episode began. */
  origin: number
  /** Every facility in which a part of it was spent, in order of first arrival. */
  facilities: readonly number[]
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/**
 * The solitary episodes of one person up to `asOf`: the only clock of the product. Change of cell, label or facility
 * resets nothing (Nelson Mandela Rules 43 to 45); a gap resets when it is long enough by the country's break rule.
 */
export function solitaryEpisodes(
  person: PersonSeparated,
  settings: ClockSettings,
  asOf: number,
  days: LocalDays,
): SolitaryEpisode[] {
  const stretches = solitaryStretches(person.placements, person.logs, asOf, days)
  const grouped: Stretch[][] = []
  for (const stretch of stretches) {
    const last = grouped.at(-1)
    const before = last?.at(-1)
    if (last && before && !isBreak(before.endAt, stretch.startAt, settings, days)) last.push(stretch)
    else grouped.push([stretch])
  }
  return grouped.map((parts) => episodeOf(parts, person))
}

/** Whether a gap ends an episode: long enough, and with one full day of ordinary regime in it. */
function isBreak(from: number, until: number, { breakHours }: ClockSettings, days: LocalDays): boolean {
  if (until - from < breakHours * hourMs) return false
  const day = days.dayOf(from)
  const firstFullDay = days.startOf(day) === from ? day : day + 1
  return days.startOf(firstFullDay + 1) <= until
}

function episodeOf(parts: readonly Stretch[], person: PersonSeparated): SolitaryEpisode {
  const runs: StrictRun[] = []
  for (const { startAt, endAt, isOpen } of parts) {
    const last = runs.at(-1)
    if (last && isOnTheWay(last.endAt, startAt, person.transfers ?? [])) Object.assign(last, { endAt, isOpen })
    else runs.push({ startAt, endAt, isOpen })
  }
  const [first, last] = [parts[0]!, parts.at(-1)!]
  const facilities = facilitiesBetween(person.placements, first.startAt, last.endAt)
  return {
    startAt: first.startAt,
    endAt: last.endAt,
    isOpen: last.isOpen,
    runs,
    origin: first.facility,
    facilities: [first.facility, ...facilities.filter((facility) => facility !== first.facility)],
  }
}

/** A gap that is nothing but the journey between two facilities is no gap. */
function isOnTheWay(from: number, until: number, transfers: readonly Transfer[]): boolean {
  return transfers.some(({ leftAt, arrivedAt }) => leftAt <= from && until <= arrivedAt)
}

function facilitiesBetween(placements: readonly Placement[], from: number, until: number): number[] {
  const end = (placement: Placement) => (Number.isNaN(placement.endAt) ? Number.POSITIVE_INFINITY : placement.endAt)
  const inside = placements.filter((one) => one.startAt < until && end(one) > from)
  inside.sort((a, b) => a.startAt - b.startAt || a.facility - b.facility)
  return [...new Set(inside.map(({ facility }) => facility))]
}

/** Days of a run or episode up to `at`, by the way in which the country counts; 0 before it began. */
export function daysUpTo(run: StrictRun, at: number, settings: ClockSettings, days: LocalDays): number {
  const until = Math.min(run.endAt, at)
  if (until <= run.startAt) return 0
  if (settings.days === 'elapsed') return (until - run.startAt) / dayMs
  // The end is not part of it: a run that ends at midnight has not touched the next date.
  return days.dayOf(until - 1) - days.dayOf(run.startAt) + 1
}

/** The longest unbroken time that the episode has reached by `at`, in days. */
export function strictDays(episode: SolitaryEpisode, at: number, settings: ClockSettings, days: LocalDays): number {
  return Math.max(...episode.runs.map((run) => daysUpTo(run, at, settings, days)))
}

/** The day past which solitary is prolonged and forbidden (Nelson Mandela Rules 43(1)(b) and 44). */
export const prolongedAfterDays = 15

/** How a breach of the fifteen days comes about; only 'strict' is the plain reading of the rule. */
export type ProlongedBy = 'strict' | 'merged' | 'none'

/** Whether an episode has passed fifteen days by `at`, and whether only because gaps were counted as no break. */
export function prolongedBy(
  episode: SolitaryEpisode,
  at: number,
  settings: ClockSettings,
  days: LocalDays,
): ProlongedBy {
  if (strictDays(episode, at, settings, days) > prolongedAfterDays) return 'strict'
  return daysUpTo(episode, at, settings, days) > prolongedAfterDays ? 'merged' : 'none'
}
