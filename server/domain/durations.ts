import type { MeasureId } from './measures/index.ts'
import { kaplanMeier, type MedianDuration, medianDuration } from './statistics/survival.ts'

/** Durations of one month, in days: of what has ended, and of what still ran at the month's end, as long as it was seen. */
export interface Durations {
  ended: readonly number[]
  running: readonly number[]
}

/**
 * The durations behind a median, month by month: how many had ended and how many ran, and all their lengths one month after
 * the other, the ended first, each from the shortest on. They name nobody.
 */
export interface DurationSeries {
  startMonth: number
  ended: number[]
  running: number[]
  lengths: number[]
}

/** What a facility's records give, by the measure of which it is the middle. */
export type FacilityDurations = ReadonlyMap<MeasureId, DurationSeries>

/**
 * The Kaplan–Meier median of durations, those that still run included as censored; undefined where the curve never comes down
 * to one half. Of several facilities their durations are pooled: the middle of all people, and never a mean of middles.
 */
export function middleOf(lists: readonly Durations[]): number | undefined {
  return medianOf(lists).median ?? undefined
}

/** The same median with its 95 % interval (`medianDuration`); an end is null where the curve does not come down to it. */
export function medianOf(lists: readonly Durations[]): MedianDuration {
  const spells = lists.flatMap(({ ended, running }) => [
    ...ended.map((seenUntil) => ({ entered: 0, seenUntil, ended: true })),
    ...running.map((seenUntil) => ({ entered: 0, seenUntil, ended: false })),
  ])
  return medianDuration(kaplanMeier(spells))
}

/** The durations of a month; none outside the series. */
export function durationsIn(series: DurationSeries | undefined, month: number): Durations {
  const place = series ? month - series.startMonth : -1
  if (!series || place < 0 || place >= series.ended.length) return none
  const before = (counts: readonly number[]) => counts.slice(0, place).reduce((sum, count) => sum + count, 0)
  const from = before(series.ended) + before(series.running)
  const until = from + (series.ended[place] ?? 0)
  return {
    ended: series.lengths.slice(from, until),
    running: series.lengths.slice(until, until + (series.running[place] ?? 0)),
  }
}

const none: Durations = { ended: [], running: [] }

/** The series over the months from `first` to `last` that says of each month what `of` gives. */
export function durationSeries(first: number, last: number, of: (month: number) => Durations): DurationSeries {
  const months = Array.from({ length: last - first + 1 }, (_, place) => of(first + place))
  const inOrder = (lengths: readonly number[]) => lengths.toSorted((a, b) => a - b)
  return {
    startMonth: first,
    ended: months.map(({ ended }) => ended.length),
    running: months.map(({ running }) => running.length),
    lengths: months.flatMap(({ ended, running }) => [...inOrder(ended), ...inOrder(running)]),
  }
}

/** Durations of many facilities, by length: how many there are of each, so that memory is bounded by how they differ. */
export interface Pool {
  ended: Map<number, number>
  running: Map<number, number>
}

export function emptyPool(): Pool {
  return { ended: new Map(), running: new Map() }
}

export function addToPool(pool: Pool, { ended, running }: Durations): void {
  for (const length of ended) pool.ended.set(length, (pool.ended.get(length) ?? 0) + 1)
  for (const length of running) pool.running.set(length, (pool.running.get(length) ?? 0) + 1)
}

export function durationsOf(pool: Pool): Durations {
  const all = (counts: ReadonlyMap<number, number>) =>
    [...counts].flatMap(([length, count]) => new Array<number>(count).fill(length))
  return { ended: all(pool.ended), running: all(pool.running) }
}
