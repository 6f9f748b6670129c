import { overDispersion } from './over-dispersion.ts'
import { binomialQuantile, poissonQuantile } from './quantile.ts'

/** One facility's counts: people of people (share), or events over a base in any unit (rate). */
export interface FunnelPlace {
  id: string
  numerator: number
  denominator: number
}

/** Where a facility lies at one level of limits. */
export type FunnelOutcome = 'below-limits' | 'within-limits' | 'above-limits'

/** What the funnel says of one facility: at both levels, or that it has too few cases for either. */
export type FunnelVerdict = { id: string } & (
  | { state: 'judged'; at95: FunnelOutcome; at998: FunnelOutcome }
  | { state: 'too-few' }
)

/** Both pairs of limits at one size, as fractions (share) or events per unit of base (rate). */
export interface FunnelLimits {
  low998: number
  low95: number
  high95: number
  high998: number
}

/**
 * A comparison of facilities by size. A complete count has no sampling error, so it has no limits and nobody is an
 * outlier by chance or otherwise: the type makes each reader say so.
 */
export type Funnel =
  | { state: 'no-limits'; why: 'complete-count' | 'too-few-facilities' | 'no-base' }
  | { state: 'limits'; kind: 'share' | 'rate'; target: number; overDispersion: number; verdicts: FunnelVerdict[] }

/** Under this many facilities a funnel compares nothing (catalogue: "across 8+ facilities"). */
export const facilitiesForFunnel = 8

/**
 * Judges facilities against the limits that chance alone explains around `target` (default: all of them pooled).
 * `tooFewBelow` is the base under which a share is not judged, or for a rate the events that must be seen or expected.
 * Source: Spiegelhalter 2005, Statistics in Medicine 24: exact limits, widened by the square root of the over-dispersion.
 */
export function funnel(
  kind: 'share' | 'rate' | 'complete-count',
  places: readonly FunnelPlace[],
  options: { tooFewBelow: number; target?: number },
): Funnel {
  if (kind === 'complete-count') return { state: 'no-limits', why: 'complete-count' }
  const based = places.filter((place) => place.denominator > 0)
  if (based.length === 0) return { state: 'no-limits', why: 'no-base' }
  if (based.length < facilitiesForFunnel) return { state: 'no-limits', why: 'too-few-facilities' }
  const target = options.target ?? total(based, 'numerator') / total(based, 'denominator')
  const factor = overDispersion(based.map((place) => zScore(kind, target, place)))
  const verdicts = places.map((place) => verdictOn(kind, target, factor, place, options.tooFewBelow))
  return { state: 'limits', kind, target, overDispersion: factor, verdicts }
}

/**
 * The limits at one size of base. `target` is a fraction (share) or events per unit of base (rate); the answer is in the
 * same unit. Exact quantiles (see `quantile.ts`), their distance from the target multiplied by √overDispersion.
 */
export function funnelLimits(kind: 'share' | 'rate', target: number, base: number, overDispersion = 1): FunnelLimits {
  const events = kind === 'share' ? binomialQuantile(base, target) : poissonQuantile(base * target)
  const limit = (p: number) => {
    const widened = target + (events(p) / base - target) * Math.sqrt(overDispersion)
    return Math.max(0, kind === 'share' ? Math.min(1, widened) : widened)
  }
  return { low998: limit(0.001), low95: limit(0.025), high95: limit(0.975), high998: limit(0.999) }
}

function verdictOn(
  kind: 'share' | 'rate',
  target: number,
  factor: number,
  place: FunnelPlace,
  least: number,
): FunnelVerdict {
  const { id, numerator, denominator } = place
  const cases = kind === 'share' ? denominator : Math.max(numerator, target * denominator)
  if (denominator <= 0 || cases < least) return { id, state: 'too-few' }
  const limits = funnelLimits(kind, target, denominator, factor)
  const value = numerator / denominator
  return {
    id,
    state: 'judged',
    at95: outcome(value, limits.low95, limits.high95),
    at998: outcome(value, limits.low998, limits.high998),
  }
}

/** A point on the limit is within it. */
function outcome(value: number, low: number, high: number): FunnelOutcome {
  if (value < low) return 'below-limits'
  return value > high ? 'above-limits' : 'within-limits'
}

function zScore(kind: 'share' | 'rate', target: number, { numerator, denominator }: FunnelPlace): number {
  const variance = (kind === 'share' ? target * (1 - target) : target) / denominator
  return variance === 0 ? 0 : (numerator / denominator - target) / Math.sqrt(variance)
}

function total(places: readonly FunnelPlace[], count: 'numerator' | 'denominator'): number {
  return places.reduce((sum, place) => sum + place[count], 0)
}
