import type { CannotTell } from './change.ts'
import { ratesTest, sharesTest } from './exact-test.ts'
import { benjaminiHochberg } from './false-discovery.ts'
import type { Interval } from './interval.ts'
import { rateRatioInterval, riskRatioInterval } from './ratio-interval.ts'

/** A group and everybody else: cases of people (share), or events over a base (rate). */
export interface GroupCounts {
  group: { numerator: number; denominator: number }
  others: { numerator: number; denominator: number }
}

/** What may be said of a group against the others. Whether more is worse is for the indicator to say. */
export type DisparityVerdict = 'higher' | 'lower' | 'no-difference-beyond-chance' | CannotTell

/** A ratio with its 95 % interval; null where a base or every case among the others is lacking. */
export interface Disparity {
  ratio: number | null
  interval: Interval | null
  q: number | null
  verdict: DisparityVerdict
}

/** Fewer expected events than this in either group say nothing (catalogue, statistics of ratios). */
const fewestExpected = 5
/** The share of differences called real that may be chance, over all groups shown (catalogue: 10 %). */
const falseDiscoveryRate = 0.1

/** Judges the groups shown together: a difference needs an interval without 1, and q of 10 % at most over all groups. */
export function judgeDisparities(kind: 'share' | 'rate', groups: readonly GroupCounts[]): Disparity[] {
  const exact = kind === 'share' ? sharesTest : ratesTest
  const between = kind === 'share' ? riskRatioInterval : rateRatioInterval
  const qs = benjaminiHochberg(groups.map((one) => (isEnough(one) ? exact(...inOrder(one)).p : null)))
  return groups.map((one, at) => {
    const [k1, n1, k2, n2] = inOrder(one)
    const ratio = n1 > 0 && n2 > 0 && k2 > 0 ? k1 / n1 / (k2 / n2) : null
    const interval = between(k1, n1, k2, n2)
    const q = qs[at] ?? null
    return { ratio, interval, q, verdict: n1 > 0 && n2 > 0 ? verdictOf(interval, q) : 'cannot-tell-no-figure' }
  })
}

function verdictOf(interval: Interval | null, q: number | null): DisparityVerdict {
  if (interval === null || q === null) return 'cannot-tell-too-few'
  if (q > falseDiscoveryRate || (interval.low <= 1 && interval.high >= 1)) return 'no-difference-beyond-chance'
  return interval.low > 1 ? 'higher' : 'lower'
}

function isEnough(one: GroupCounts): boolean {
  const [k1, n1, k2, n2] = inOrder(one)
  return n1 > 0 && n2 > 0 && ((k1 + k2) * Math.min(n1, n2)) / (n1 + n2) >= fewestExpected
}

function inOrder({ group, others }: GroupCounts): [number, number, number, number] {
  return [group.numerator, group.denominator, others.numerator, others.denominator]
}
