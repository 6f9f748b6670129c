import { type Interval, poissonExact, wilson } from '../statistics/interval.ts'
import type { Figure } from '../value.ts'
import type { Indicator, Threshold } from './define.ts'
import { perOf } from './unit.ts'

/** What a figure means under its thresholds. Not assessed is grey and says why; it is never a kind of green. */
export type Verdict =
  | { verdict: 'breach'; people: number; threshold: Threshold }
  | { verdict: 'concern'; level: 'warning' | 'serious' | 'critical'; threshold: Threshold; withinChance: boolean }
  | { verdict: 'within'; threshold: Threshold; withinChance: boolean }
  | { verdict: 'not-assessed'; why: NotAssessed }

export const notAssessedReasons = [
  'missing',
  'late',
  'suppressed',
  'too-few',
  'not-applicable',
  'no-threshold',
  'nothing-to-report',
] as const
export type NotAssessed = (typeof notAssessedReasons)[number]

/** Under this many, a share is shown as its two counts only (catalogue, small-number rule). */
export const tooFewForShare = 10
/** Under this many persons or episodes, a mean or median says nothing of a place (catalogue, small-number rule). */
export const tooFewForMedian = 10
/** Under this many expected events, a rate or a ratio says nothing (catalogue, small-number rule). */
export const fewestExpected = 5
/** Under this many, a verdict on a share is shown hatched: few cases (catalogue, small-number rule). */
export const fewForShare = 30

/** The verdict on one figure of one facility, region or country. `isAggregate` changes nothing but the words that go with it. */
export function judge(definition: Indicator, figure: Figure, interval = intervalOf(definition, figure)): Verdict {
  if (figure.state !== 'counted') return { verdict: 'not-assessed', why: whyNot(figure) }
  const bands = definition.thresholds.filter((t) => t.level !== 'reference' && t.level !== 'aspiration')
  if (bands.length === 0) return { verdict: 'not-assessed', why: 'no-threshold' }
  const breach = bands.find((t) => t.level === 'breach' && holds(t, figure.value))
  // A breach is a count of people: neither few cases nor chance takes it away.
  if (breach) return { verdict: 'breach', people: peopleBehind(definition, figure), threshold: breach }
  if (isTooFew(definition, figure)) return { verdict: 'not-assessed', why: 'too-few' }
  const threshold = worst(bands.filter((t) => holds(t, figure.value)))
  if (!threshold) return { verdict: 'not-assessed', why: 'no-threshold' }
  const withinChance = crosses(interval, threshold)
  if (threshold.level !== 'within' && isEqualByChance(definition, figure))
    return { verdict: 'not-assessed', why: 'too-few' }
  if (threshold.level === 'within') return { verdict: 'within', threshold, withinChance }
  return { verdict: 'concern', level: threshold.level as 'warning' | 'serious' | 'critical', threshold, withinChance }
}

const degree = ['within', 'warning', 'serious', 'critical']

function worst(bands: Threshold[]): Threshold | undefined {
  return bands.toSorted((a, b) => degree.indexOf(b.level) - degree.indexOf(a.level))[0]
}

export function holds(threshold: Threshold, value: number): boolean {
  const { above, atLeast, below, atMost } = threshold
  return (
    (above === undefined || value > above) &&
    (atLeast === undefined || value >= atLeast) &&
    (below === undefined || value < below) &&
    (atMost === undefined || value <= atMost)
  )
}

function whyNot(figure: Exclude<Figure, { state: 'counted' }>): NotAssessed {
  if (figure.state === 'missing') return figure.reason === 'late' ? 'late' : 'missing'
  return figure.state
}

/** The longest time of anyone is over the limit for one person at least; every other breach is counted in people. */
function peopleBehind(definition: Indicator, figure: Extract<Figure, { state: 'counted' }>): number {
  return definition.unit === 'days' ? 1 : figure.numerator
}

/** True of a difference between groups that chance alone explains: equality (1) is the target and within its interval. */
function isEqualByChance(definition: Indicator, figure: Figure): boolean {
  if (definition.statistics !== 'ratio') return false
  const interval = intervalOf(definition, figure)
  const isEqualityTheTarget = definition.thresholds.some((t) => t.level === 'within' && holds(t, 1))
  return isEqualityTheTarget && interval !== undefined && interval.low <= 1 && interval.high >= 1
}

function isTooFew(definition: Indicator, figure: Extract<Figure, { state: 'counted' }>): boolean {
  if (figure.denominator === null) return false
  if (definition.statistics === 'ratio') return figure.denominator < fewestExpected
  if (definition.smallNumbers === 'share') return figure.denominator < tooFewForShare
  if (definition.kind === 'duration') return figure.denominator < tooFewForMedian
  // Expected events at the edge of the target: one month says nothing (catalogue, small-number rule for rates).
  if (definition.smallNumbers !== 'rate') return false
  return figure.numerator < fewestExpected && expectedAtTarget(definition, figure) < fewestExpected
}

function expectedAtTarget(
  definition: Indicator,
  figure: { numerator: number; denominator: number | null; value: number },
): number {
  const within = definition.thresholds.find((t) => t.level === 'within')
  const target = within?.atMost ?? within?.atLeast
  if (target === undefined || figure.denominator === null) return figure.numerator
  return (target / perOf(definition)) * figure.denominator
}

/**
 * The 95 % interval of a counted figure in its own unit, or undefined where the count is complete and needs none.
 * Wilson for proportions, Garwood for rates and for ratios of two groups (server/domain/statistics/interval.ts). That of a median
 * is made where its durations are (Brookmeyer and Crowley, server/domain/statistics/survival.ts) and kept beside it.
 */
export function intervalOf(definition: Indicator, figure: Figure): Interval | undefined {
  if (figure.state !== 'counted' || figure.denominator === null || figure.denominator <= 0) return undefined
  const per = perOf(definition)
  if (definition.statistics === 'wilson' && figure.numerator >= 0 && figure.numerator <= figure.denominator) {
    const { low, high } = wilson(figure.numerator, figure.denominator)
    return { low: low * per, high: high * per }
  }
  // A ratio's parts are events observed and expected: the expected number is taken as known, as for standardised ratios,
  // so that the interval is a little narrow where the group is not small against the others.
  if (definition.statistics === 'poisson' || definition.statistics === 'ratio') {
    const { low, high } = poissonExact(figure.numerator)
    return { low: (low / figure.denominator) * per, high: (high / figure.denominator) * per }
  }
  return undefined
}

/** True when the interval reaches over the line of the verdict: chance alone could have put the figure on the other side. */
function crosses(interval: Interval | undefined, threshold: Threshold): boolean {
  if (!interval) return false
  return !(holds(threshold, interval.low) && holds(threshold, interval.high))
}
