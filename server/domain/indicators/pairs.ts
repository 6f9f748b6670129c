import type { IndicatorId } from './index.ts'

/**
 * Two figures that are read together on a facility's page, because one can be made to look better at the cost of the other.
 * Why stands under its id in the message catalogue (`pair.…`). One more is one more entry here and its words.
 */
export interface Pair {
  id: string
  indicators: readonly [IndicatorId, IndicatorId]
}

export const pairs = [
  { id: 'places-and-space', indicators: ['occupancy-rate', 'below-cpt-space-share'] },
  { id: 'solitary-and-isolation', indicators: ['solitary-share', 'de-facto-isolation-days'] },
  { id: 'over-15-and-repeats', indicators: ['solitary-over-15-days', 'solitary-repeat-90d'] },
  { id: 'yard-and-cell', indicators: ['outdoor-hour-offered', 'time-out-of-cell'] },
  { id: 'visits-and-refusals', indicators: ['visited-in-90-days', 'visits-refused-share'] },
  { id: 'complaints-and-answers', indicators: ['complaints-rate', 'complaints-upheld-share'] },
  { id: 'violence-and-force', indicators: ['violence-rate', 'force-rate'] },
  { id: 'self-harm-and-injuries', indicators: ['self-harm-rate', 'injury-reported-share'] },
  { id: 'assessed-and-quality', indicators: ['assessment-on-time', 'assessment-quality'] },
  { id: 'programmes-and-losses', indicators: ['programme-completion-share', 'programme-loss-by-prison'] },
  { id: 'ready-and-home', indicators: ['release-ready-critical', 'release-item-home'] },
] as const satisfies readonly Pair[]
export type PairId = (typeof pairs)[number]['id']

/** The pairs of which at least one figure is known; the other may be missing, and that is shown. */
export function pairsShown(isKnown: (indicator: IndicatorId) => boolean): (Pair & { id: PairId })[] {
  return pairs.filter(({ indicators }) => indicators.some(isKnown))
}
