import { type Change, type ChangeKind, judgeFamily, type PeriodCounts } from '../statistics/change.ts'
import type { Figure } from '../value.ts'
import type { Indicator } from './define.ts'
import { headlines } from './headlines.ts'
import { indicators } from './index.ts'
import { definitionIn } from './versions.ts'

/** How a change of the indicator is tested; undefined for a complete count, in which chance has no part. */
export function changeKind({ statistics }: Pick<Indicator, 'statistics'>): ChangeKind | undefined {
  return statistics === 'wilson' ? 'share' : statistics === 'poisson' ? 'rate' : undefined
}

/** Above as many facilities only the headlines are tested: each test of each pair takes its time. */
const mostForAll = 300

/** The indicators whose changes are looked for: those of the core that can be tested, or of the headlines in a large country. */
export function lookedForChange(facilities: number): Indicator[] {
  const isHeadline = (id: string) => headlines.some((one) => one === id)
  return indicators.filter(
    (one) => changeKind(one) && (facilities > mostForAll ? isHeadline(one.id) : one.tier === 'core'),
  )
}

/**
 * The same as they are defined in a month (`monthIndex`), but for those that a new version defines otherwise since the same month
 * a year before: figures of two versions of a definition are not two figures of one thing.
 */
export function comparableWithYearBefore(month: number, facilities: number): Indicator[] {
  return lookedForChange(facilities)
    .filter((one) => definitionIn(one, month - 12) === definitionIn(one, month))
    .map((one) => definitionIn(one, month))
}

/** The counts of a figure that a change is tested by; null where there are none to be read. */
export function countsOf(figure: Figure | undefined): PeriodCounts {
  if (figure?.state !== 'counted' || figure.denominator === null) return null
  return { numerator: figure.numerator, denominator: figure.denominator }
}

/** An indicator's figures of one place in two periods. */
export interface TwoPeriods<Place> {
  definition: Pick<Indicator, 'id' | 'statistics' | 'better'>
  place: Place
  before: Figure
  after: Figure
}

/** What changed among all that was asked, and what became of the rest: nobody need guess what silence means. */
export interface ChangesTold<Place> {
  told: (TwoPeriods<Place> & { verdict: 'better' | 'worse' | 'different' })[]
  /** Tested, and no difference that chance would not make. */
  same: number
  tooFew: number
  noFigure: number
}

/**
 * Of many pairs of figures those that changed by more than chance makes likely, in the order given; false discoveries are
 * held over all of them together. Indicators that are complete counts are left out: no test applies to them.
 */
export function changesTold<Place>(asked: readonly TwoPeriods<Place>[]): ChangesTold<Place> {
  const testable = asked.flatMap((pair) => {
    const kind = changeKind(pair.definition)
    return kind ? [{ pair, kind }] : []
  })
  const changes = judgeFamily(
    testable.map(({ pair: { definition, before, after }, kind }) => ({
      kind,
      better: definition.better,
      before: countsOf(before),
      after: countsOf(after),
    })),
  )
  const count = (verdict: Change['verdict']) => changes.filter((change) => change.verdict === verdict).length
  return {
    told: testable.flatMap(({ pair }, at) => {
      const verdict = changes[at]?.verdict
      return verdict === 'better' || verdict === 'worse' || verdict === 'different' ? [{ ...pair, verdict }] : []
    }),
    same: count('no-difference-beyond-chance'),
    tooFew: count('cannot-tell-too-few'),
    noFigure: count('cannot-tell-no-figure'),
  }
}
