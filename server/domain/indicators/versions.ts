import { monthIndex } from '../period.ts'
import type { Indicator } from './define.ts'

/** The months [from, until) of a version, as `monthIndex`; without an end where none is written. */
export function monthsOfVersion({ from, until }: Pick<Indicator, 'from' | 'until'>): { from: number; until: number } {
  return {
    from: from === undefined ? Number.NEGATIVE_INFINITY : monthIndex(from),
    until: until === undefined ? Number.POSITIVE_INFINITY : monthIndex(until),
  }
}

/** Each indicator once, as its newest version, with those that it replaced; in the order in which ids first stand. */
export function newestOf<Id extends string>(all: readonly Indicator<Id>[]): Indicator<Id>[] {
  return [...new Set(all.map(({ id }) => id))].map((id) => {
    const [newest, ...replaced] = all.filter((one) => one.id === id).toSorted((a, b) => b.version - a.version)
    return replaced.length === 0 ? newest! : { ...newest!, earlier: replaced.toReversed() }
  })
}

/** All versions of a definition, the oldest first. */
export function versionsOf(newest: Indicator): readonly Indicator[] {
  return [...(newest.earlier ?? []), newest]
}

/**
 * The version that makes the figure of a month (`monthIndex`): a changed definition leaves earlier months to the one before it.
 * Undefined before there was the indicator and after it ended.
 */
export function versionAt(newest: Indicator, month: number): Indicator | undefined {
  return versionsOf(newest).find((one) => {
    const { from, until } = monthsOfVersion(one)
    return from <= month && month < until
  })
}

/** The same, where something has to be said of a month of which no version speaks: the newest says it. */
export function definitionIn(newest: Indicator, month: number): Indicator {
  return versionAt(newest, month) ?? newest
}
