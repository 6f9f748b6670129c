import { formulasOf } from '../engine/formulas.ts'
import type { FunnelVerdict } from '../statistics/funnel.ts'
import { funnel } from '../statistics/funnel.ts'
import type { Interval } from '../statistics/interval.ts'
import { type Stratum, standardisedRatio } from '../statistics/standardise.ts'
import type { Figure } from '../value.ts'
import { countsOf } from './changes.ts'
import type { Indicator } from './define.ts'
import { quotientOf } from './quotient.ts'
import { fewestExpected } from './verdict.ts'

/** For what kind of people a comparison can allow: breakdowns whose groups hold everybody once. */
export const standardisedFor = ['sex', 'age_group', 'legal_status', 'nationality_group'] as const
export type StandardisedFor = (typeof standardisedFor)[number]

/** A facility with its figure and those of the groups of one breakdown, as its reader is shown them. */
export interface GroupedPlace {
  id: string
  whole: Figure
  groups: ReadonlyMap<string, Figure>
}

/**
 * Why a facility has no expected number: a group is withheld from this reader; it has no figure or does not say one of its
 * groups; or its groups do not make up its whole, so that somebody is of no known group.
 */
export type NotStandardised = 'withheld' | 'missing' | 'incomplete'

/** Cases seen and cases expected, if each group of people had the share or rate that it has in all compared facilities together. */
export interface StandardisedPlace {
  id: string
  observed: number
  expected: number
  ratio: number
  /** Exact Poisson, 95 %: of a share that is common it is wider than it need be, and errs towards "cannot tell". */
  interval: Interval
  verdict: FunnelVerdict
}

export type Standardised =
  | { state: 'no-quotient' }
  | {
      state: 'standardised'
      rows: (StandardisedPlace | { id: string; why: NotStandardised })[]
      /** False where too few facilities have an expected number to say what is usual: then nobody is judged. */
      hasLimits: boolean
      /** By how much the facilities differ more than chance explains (variance; 1 is not at all). */
      overDispersion: number
    }

/** The breakdowns by which an indicator's comparison can be standardised: of shares and rates, where returns or records carry the groups. */
export function standardisable(definition: Indicator): StandardisedFor[] {
  const isOfCounts = definition.kind === 'proportion' || definition.kind === 'rate'
  if (!isOfCounts || !['wilson', 'poisson'].includes(definition.statistics)) return []
  const known = new Set(formulasOf([definition]).map(({ breakdown }) => breakdown.split(':')[0]))
  return standardisedFor.filter((dimension) => known.has(dimension))
}

/**
 * Holds each facility against what its own people would make likely. The reference is all facilities of the comparison whose
 * groups this reader is shown, together: what is withheld is in neither side, so the answer is made of shown figures alone. A
 * ratio says something of one facility against them all and nothing of one against another (Breslow and Day 1987, chapter 2).
 * Judged like a funnel around 1; fewer than five expected cases are not judged.
 */
export function standardised(
  definition: Pick<Indicator, 'kind' | 'statistics' | 'unit'>,
  places: readonly GroupedPlace[],
): Standardised {
  const counted = places.flatMap(({ whole, groups }) => [whole, ...groups.values()])
  if (quotientOf(definition, counted) === 'single') return { state: 'no-quotient' }
  const grouped = places.map((place) => ({ id: place.id, counts: groupCounts(place) }))
  const known = grouped.flatMap(({ id, counts }) => (typeof counts === 'string' ? [] : [{ id, counts }]))
  const reference = referenceOf(known.map(({ counts }) => counts))
  const ratios = known.flatMap(({ id, counts }) => {
    const ratio = standardisedRatio(strataOf(counts, reference))
    return ratio ? [{ id, ...ratio }] : []
  })
  const judged = judge(ratios)
  return {
    state: 'standardised',
    hasLimits: judged.state === 'limits',
    overDispersion: judged.state === 'limits' ? judged.overDispersion : 1,
    rows: grouped.map(({ id, counts }) => {
      const ratio = ratios.find((one) => one.id === id)
      if (!ratio) return { id, why: typeof counts === 'string' ? counts : 'missing' }
      const verdict = judged.state === 'limits' && judged.verdicts.find((one) => one.id === id)
      return { ...ratio, verdict: verdict || { id, state: 'too-few' } }
    }),
  }
}

interface Counts {
  numerator: number
  denominator: number
}
type GroupCounts = ReadonlyMap<string, Counts>

/** The counts of each group in which there is anybody, or why they are not known. */
function groupCounts({ whole, groups }: GroupedPlace): GroupCounts | NotStandardised {
  const all = countsOf(whole)
  const figures = [...groups.values()]
  if (whole.state === 'suppressed' || figures.some(({ state }) => state === 'suppressed')) return 'withheld'
  if (!all || figures.length === 0) return 'missing'
  const counts = new Map([...groups].flatMap(([id, figure]) => (countsOf(figure) ? [[id, countsOf(figure)!]] : [])))
  const sum = [...counts.values()].reduce(
    (a, b) => ({ numerator: a.numerator + b.numerator, denominator: a.denominator + b.denominator }),
    { numerator: 0, denominator: 0 },
  )
  const isWhole = isSame(sum.numerator, all.numerator) && isSame(sum.denominator, all.denominator)
  return isWhole ? counts : 'incomplete'
}

/** The same number, but for the rounding of person-days and hours. */
function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(other))
}

/** The share or rate of each group over all that are compared. */
function referenceOf(places: readonly GroupCounts[]): Map<string, number> {
  const sums = new Map<string, Counts>()
  for (const counts of places)
    for (const [id, { numerator, denominator }] of counts) {
      const sum = sums.get(id) ?? { numerator: 0, denominator: 0 }
      sums.set(id, { numerator: sum.numerator + numerator, denominator: sum.denominator + denominator })
    }
  return new Map(
    [...sums].map(([id, { numerator, denominator }]) => [id, denominator > 0 ? numerator / denominator : 0]),
  )
}

function strataOf(counts: GroupCounts, reference: ReadonlyMap<string, number>): Stratum[] {
  return [...counts].map(([id, { numerator, denominator }]) => ({
    events: numerator,
    base: denominator,
    referenceRate: reference.get(id) ?? 0,
  }))
}

function judge(ratios: readonly { id: string; observed: number; expected: number }[]) {
  const enough = ratios.filter(({ expected }) => expected >= fewestExpected)
  const places = enough.map(({ id, observed, expected }) => ({ id, numerator: observed, denominator: expected }))
  return funnel('rate', places, { tooFewBelow: fewestExpected, target: 1 })
}
