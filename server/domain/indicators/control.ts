import { type ControlChart, pChart, uChart, withoutRuns, xmrChart } from '../statistics/control-chart.ts'
import type { Figure } from '../value.ts'
import type { Indicator } from './define.ts'
import { type Quotient, quotientOf } from './quotient.ts'
import { perOf } from './unit.ts'

/** The series of an indicator with the limits of its own ordinary variation, in the indicator's unit. */
export interface Control {
  /** What the limits are made of: shares of people (p), events over a base (u), or single values (XmR). */
  kind: Quotient
  /** Neighbouring months hold largely the same people or days: a slow drift leaves the limits, and runs say nothing. */
  carriesOver: boolean
  /** Everybody is counted: the limits are of what the months usually differ by, not of a sample. */
  isComplete: boolean
  chart: ControlChart
}

type Judged = Pick<Indicator, 'kind' | 'statistics' | 'timeBasis' | 'unit'>

/** Time bases whose neighbouring months are not independent: people held on a day, windows longer than a month, what was signed. */
const carrying: readonly Indicator['timeBasis'][] = [
  'last-day',
  'rolling-90-days',
  'rolling-12-months',
  'rolling-24-months',
  'attested',
]

/**
 * Figures of consecutive months as a control chart of the kind that the definition asks for; what is not counted is a gap.
 * The limits of shares and rates are widened to the variation that is shown (server/domain/statistics/control-chart.ts).
 */
export function controlOf(definition: Judged, figures: readonly Figure[]): Control {
  const kind = quotientOf(definition, figures)
  const carriesOver = carrying.includes(definition.timeBasis)
  const drawn = drawnBy(kind, definition, figures)
  return {
    kind,
    carriesOver,
    isComplete: definition.statistics === 'complete-count' || definition.statistics === 'case-by-case',
    chart: carriesOver ? withoutRuns(drawn) : drawn,
  }
}

function drawnBy(kind: Quotient, definition: Judged, figures: readonly Figure[]): ControlChart {
  if (kind === 'single')
    return notUnderNought(xmrChart(figures.map((figure) => (figure.state === 'counted' ? figure.value : null))))
  const counts = figures.map((figure) =>
    figure.state === 'counted' && figure.denominator !== null
      ? { numerator: figure.numerator, denominator: figure.denominator }
      : null,
  )
  return inUnit(kind === 'share' ? pChart(counts, 'shown') : uChart(counts, 'shown'), perOf(definition))
}

/** Nothing that is counted goes under nought, and neither does its limit. */
function notUnderNought(chart: ControlChart): ControlChart {
  if (chart.state !== 'chart' || chart.points.some((point) => point !== null && point.value < 0)) return chart
  return { ...chart, points: chart.points.map((point) => point && { ...point, low: Math.max(0, point.low) }) }
}

function inUnit(chart: ControlChart, per: number): ControlChart {
  if (chart.state !== 'chart') return chart
  const { centre, median, points } = chart
  return {
    ...chart,
    centre: centre * per,
    median: median * per,
    points: points.map(
      (point) => point && { ...point, value: point.value * per, low: point.low * per, high: point.high * per },
    ),
  }
}
