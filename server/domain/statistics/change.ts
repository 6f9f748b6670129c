import { ratesTest, sharesTest } from './exact-test.ts'
import { benjaminiHochberg } from './false-discovery.ts'

/** The counts of one period, or null where the period has no figure. */
export type PeriodCounts = { numerator: number; denominator: number } | null

/** Why nothing can be said: a figure (or the base of one) is missing, or the counts are so few that no outcome would tell. */
export type CannotTell = 'cannot-tell-no-figure' | 'cannot-tell-too-few'

/** What may be said of the change between two periods; 'different' where neither direction is better. */
export type ChangeVerdict = 'better' | 'worse' | 'different' | 'no-difference-beyond-chance' | CannotTell

/** A tested change: p on its own, and q after the whole family shown together; null where no test could be made. */
export interface Change {
  verdict: ChangeVerdict
  p: number | null
  q: number | null
}

/** How often, among changes called real, chance may be the whole reason. A choice: the usual one. */
export const falseDiscoveryRate = 0.05

/** What can be tested of an indicator's figures: a share of people, or a rate of events. */
export type ChangeKind = 'share' | 'rate'
export type Better = 'lower' | 'higher' | 'neither'

/** One change to be judged: what kind of figure it is of, which direction is better, and its two periods. */
export interface AskedChange {
  kind: ChangeKind
  better: Better
  before: PeriodCounts
  after: PeriodCounts
}

/**
 * Judges the changes of one indicator over all facilities (or months) that are shown together: those that remain after
 * Benjamini–Hochberg are called better or worse. It cannot tell where a period is missing, or where the counts are so few
 * that no outcome at all could have been significant. The periods must be independent: for people present in both (a
 * stock on two month ends) it understates what is seen, and the reader should be told that it counts people, not events.
 */
export function judgeChanges(
  kind: ChangeKind,
  better: Better,
  pairs: readonly { before: PeriodCounts; after: PeriodCounts }[],
  atMost = falseDiscoveryRate,
): Change[] {
  return judgeFamily(
    pairs.map((pair) => ({ ...pair, kind, better })),
    atMost,
  )
}

/** The same for changes of several indicators that stand in one list: the list is the family, whatever it is made of. */
export function judgeFamily(asked: readonly AskedChange[], atMost = falseDiscoveryRate): Change[] {
  const tests = asked.map(({ kind, before, after }) => testChange(kind, before, after))
  const couldTell = tests.map((test) => test !== null && test.leastP <= atMost)
  const qs = benjaminiHochberg(tests.map((test, at) => (couldTell[at] ? (test?.p ?? null) : null)))
  return asked.map(({ better, before, after }, at) => {
    const [p, q] = [tests[at]?.p ?? null, qs[at] ?? null]
    if (!before || !after || p === null) return { verdict: 'cannot-tell-no-figure', p, q }
    if (q === null) return { verdict: 'cannot-tell-too-few', p, q }
    return { verdict: q <= atMost ? direction(better, before, after) : 'no-difference-beyond-chance', p, q }
  })
}

/** The test of one change (mid-P for shares, conditional binomial for rates), or null where either period has no base. */
export function testChange(kind: ChangeKind, before: PeriodCounts, after: PeriodCounts) {
  if (!before || !after || before.denominator <= 0 || after.denominator <= 0) return null
  const exact = kind === 'share' ? sharesTest : ratesTest
  return exact(before.numerator, before.denominator, after.numerator, after.denominator)
}

function direction(better: Better, before: NonNullable<PeriodCounts>, after: NonNullable<PeriodCounts>): ChangeVerdict {
  if (better === 'neither') return 'different'
  const rose = after.numerator / after.denominator > before.numerator / before.denominator
  return rose === (better === 'higher') ? 'better' : 'worse'
}
