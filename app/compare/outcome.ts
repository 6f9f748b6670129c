import type { FunnelMark } from '../../server/domain/charts/spec.ts'
import type { Verdict } from '../../server/domain/indicators/verdict.ts'
import type { Figure } from '../../server/domain/value.ts'
import type { Sort } from '../sort.ts'
import { sorted } from '../sort.ts'

/** What the comparison says of one facility: its mark in the funnel, or that it has no figure to compare. */
export type Outcome = FunnelMark | 'none'

/** The order in which outcomes are listed when a reader asks for it: by how sure the difference is, never by value. */
export const outcomes = [
  'above-998',
  'below-998',
  'above-95',
  'below-95',
  'within',
  'few',
  'no-limits',
  'none',
] as const satisfies readonly Outcome[]

/** What the rules of this page need of a facility. */
export interface Compared {
  name: string
  region: string | null
  outcome: Outcome
}

export const sortable = ['name', 'region', 'outcome'] as const

/** Facilities stand in the order of the register. */
export const registerOrder: Sort = { column: 'region', order: 'ascending' }

/** The rows, given in register order, in the order asked for. There is no order by value: that would be a ranking. */
export function inOrder<Row extends Compared>(rows: readonly Row[], sort: Sort, locale: string): Row[] {
  if (sort.column === registerOrder.column && sort.order === registerOrder.order) return [...rows]
  return sorted(rows, sort, (row, column) => sortValue(row, column), locale)
}

function sortValue(row: Compared, column: string): string | number | undefined {
  if (column === 'name') return row.name
  if (column === 'region') return row.region ?? undefined
  return row.outcome === 'none' ? undefined : outcomes.indexOf(row.outcome)
}

/** How many facilities have each outcome. */
export function countOutcomes(rows: readonly Pick<Compared, 'outcome'>[]): Record<Outcome, number> {
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>
  for (const { outcome } of rows) counts[outcome] += 1
  return counts
}

/** Whether chance alone hardly explains the figure: beyond the outer limits. */
export function isOutlier({ outcome }: Pick<Compared, 'outcome'>): boolean {
  return outcome === 'above-998' || outcome === 'below-998'
}

/** Between the inner and the outer limits: one in twenty lies there by chance. */
export function isBetweenLimits({ outcome }: Pick<Compared, 'outcome'>): boolean {
  return outcome === 'above-95' || outcome === 'below-95'
}

/**
 * What the page has found, as one sentence is made of it. With limits of chance: who differs. Without: in how many
 * facilities people are beyond a hard limit, which is no target; else how many lie outside the target of the indicator, or
 * that nothing says what the figure should be.
 */
export type Finding =
  | { kind: 'nothing' }
  | { kind: 'differ'; outliers: number; compared: number }
  | { kind: 'beyond'; facilities: number; judged: number }
  | { kind: 'thresholds'; outside: number; judged: number }
  | { kind: 'unjudged'; figures: number }

/** The finding of a comparison; facilities without a figure, and those with too few cases, are not counted as compared. */
export function findingOf(rows: readonly { outcome: Outcome; figure: Figure; verdict: Verdict }[]): Finding {
  const figures = rows.filter(({ figure }) => figure.state === 'counted')
  if (figures.length === 0) return { kind: 'nothing' }
  const compared = figures.filter(({ outcome }) => outcome !== 'no-limits' && outcome !== 'few')
  if (compared.length > 0)
    return { kind: 'differ', outliers: compared.filter(isOutlier).length, compared: compared.length }
  const judged = figures.filter(({ verdict }) => verdict.verdict !== 'not-assessed')
  if (judged.length === 0) return { kind: 'unjudged', figures: figures.length }
  const beyond = judged.filter(({ verdict }) => verdict.verdict === 'breach')
  if (beyond.length > 0) return { kind: 'beyond', facilities: beyond.length, judged: judged.length }
  const outside = judged.filter(({ verdict }) => verdict.verdict !== 'within')
  return { kind: 'thresholds', outside: outside.length, judged: judged.length }
}
