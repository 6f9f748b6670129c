import { type Disparity, type GroupCounts, judgeDisparities } from '../statistics/disparity.ts'
import type { Figure } from '../value.ts'
import { countsOf } from './changes.ts'
import type { Indicator } from './define.ts'
import { quotientOf } from './quotient.ts'

/** A group of a breakdown (`sex:female`) with its figure. */
export interface GroupFigure {
  breakdown: string
  figure: Figure
}

/** Breakdowns whose groups hold everybody once; in others one person may be in several groups, or in none. */
const partitions = ['sex', 'age_group', 'legal_status', 'nationality_group', 'sex_x_legal_status']

/**
 * Each group against the rest, tested together over all breakdowns that are shown, by group; undefined for figures that are
 * no quotient of counts, and for counts that come in clusters, of which a test would call too much real. The rest are the
 * other groups that are shown, or where groups overlap everybody else (`whole`): what is withheld is in neither.
 */
export function gapsOf(
  definition: Pick<Indicator, 'kind' | 'statistics' | 'unit'>,
  whole: Figure | undefined,
  groups: readonly GroupFigure[],
): Map<string, Disparity> | undefined {
  const counted = groups.filter(({ figure }) => figure.state === 'counted')
  const kind = quotientOf(
    definition,
    counted.map(({ figure }) => figure),
  )
  if (kind === 'single' || definition.statistics === 'clustered' || counted.length === 0) return undefined
  const pairs = counted.map((one) => ({ group: countsIn(one.figure), others: restOf(one, counted, whole) }))
  const judged = judgeDisparities(kind, pairs)
  return new Map(counted.map(({ breakdown }, at) => [breakdown, judged[at]!]))
}

type Counts = GroupCounts['group']
const nobody: Counts = { numerator: 0, denominator: 0 }

const countsIn = (figure: Figure | undefined): Counts => countsOf(figure) ?? nobody

const dimensionOf = (breakdown: string) => breakdown.slice(0, breakdown.indexOf(':'))

function restOf(one: GroupFigure, counted: readonly GroupFigure[], whole: Figure | undefined): Counts {
  const dimension = dimensionOf(one.breakdown)
  if (!partitions.includes(dimension)) return without(countsIn(whole), countsIn(one.figure))
  const others = counted.filter((other) => other !== one && dimensionOf(other.breakdown) === dimension)
  return others.map(({ figure }) => countsIn(figure)).reduce(together, nobody)
}

function together(a: Counts, b: Counts): Counts {
  return { numerator: a.numerator + b.numerator, denominator: a.denominator + b.denominator }
}

/** Everybody else; nobody where the group is more than the whole, because the two were not reported by the same. */
function without(whole: Counts, group: Counts): Counts {
  const numerator = whole.numerator - group.numerator
  const denominator = whole.denominator - group.denominator
  return numerator < 0 || denominator < 0 ? nobody : { numerator, denominator }
}
