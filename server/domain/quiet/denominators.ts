import { computeIndicator } from '../indicators/compute.ts'
import type { Indicator } from '../indicators/define.ts'
import { indicators } from '../indicators/index.ts'
import { judge } from '../indicators/verdict.ts'
import type { Cells } from '../records/check.ts'
import { rarerThan } from '../records/zero-run.ts'
import { atLeast, type Distribution, negativeBinomial } from '../statistics/distribution.ts'
import { counted, type Figure } from '../value.ts'
import { type FacilityFigures, type Look, looked, type Sighting } from './define.ts'

/** Fewer bad months in the two years before do not tell what is usual then, and the newest so many count. Choices. */
const [fewestMonths, mostMonths] = [8, 24]
/** A count that chance moves so at least this often is taken to have stayed as it was; a choice. */
const stayed = 0.05

/** Shares of one month that have a good side and a line between good and bad. */
const watched: readonly Indicator[] = indicators.filter(
  ({ kind, months = 1, better, needs, thresholds }) =>
    kind === 'proportion' &&
    months === 1 &&
    // Of capacity that rose another question is asked.
    !Object.values(needs).includes('capacity_certified') &&
    better !== 'neither' &&
    thresholds.some(({ level }) => level === 'within') &&
    thresholds.every(({ level }) => level !== 'breach'),
)

/**
 * Shares that turned from concern to within because those among whom they are reckoned changed: in eight months of the two years before, the
 * share was of concern; now it is within; what is counted is as it was in those (chance moves it so once in twenty times at
 * least); and the people or cases among whom it is counted moved to the side that mends it, more rarely than chance among all
 * that is asked. Chance is a negative binomial count with the mean and variance of those months.
 */
export function movedDenominators({ returns = [], asked = 1 }: FacilityFigures): Look {
  if (!returns[0]) return { state: 'not-looked', missing: ['return'] }
  if (returns.slice(1, mostMonths + 1).filter((month) => month !== undefined).length < fewestMonths)
    return { state: 'not-looked', missing: ['earlier returns'] }
  const level = rarerThan(asked * watched.length)
  return looked(watched.flatMap((definition) => moved(definition, returns, level)))
}

type Counted = Extract<Figure, { state: 'counted' }>

function moved(definition: Indicator, returns: readonly (Cells | undefined)[], level: number): Sighting[] {
  const now = figureOf(definition, returns[0])
  if (!now || judge(definition, now).verdict !== 'within') return []
  const before = returns
    .slice(1, mostMonths + 1)
    .flatMap((month) => figureOf(definition, month) ?? [])
    .filter((figure) => judge(definition, figure).verdict === 'concern')
    .slice(0, fewestMonths)
  if (before.length < fewestMonths) return []
  const [numerators, denominators] = [
    before.map((figure) => figure.numerator),
    before.map((figure) => figure.denominator!),
  ]
  const usual = distributionOf(denominators)
  const mends =
    definition.better === 'higher' ? atMost(usual, now.denominator!) : atLeast(usual, Math.ceil(now.denominator!))
  const own = distributionOf(numerators)
  const kept = Math.min(atMost(own, now.numerator), atLeast(own, Math.ceil(now.numerator)))
  if (mends >= level || kept < stayed) return []
  const expected = mean(denominators)
  const cells = [...new Set(Object.values(definition.needs))]
  return [{ cells, found: now.denominator!, expected, probability: mends }]
}

function figureOf(definition: Indicator, cells: Cells | undefined): Counted | undefined {
  if (!cells) return undefined
  const values = Object.fromEntries(
    Object.entries(definition.needs).flatMap(([name, cell]) => {
      const amount = cells[cell]
      return amount === undefined ? [] : [[name, counted(amount)]]
    }),
  )
  const figure = computeIndicator(definition, values)
  return figure.state === 'counted' && figure.denominator !== null ? figure : undefined
}

function distributionOf(counts: readonly number[]): Distribution {
  const middle = mean(counts)
  const variance = sum(counts.map((count) => (count - middle) ** 2)) / (counts.length - 1)
  return negativeBinomial(middle, variance)
}

/** How likely a count of `most` or fewer is. */
function atMost({ from, probabilities }: Distribution, most: number): number {
  return probabilities.slice(0, Math.max(0, Math.floor(most) - from + 1)).reduce((all, one) => all + one, 0)
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0)
}
