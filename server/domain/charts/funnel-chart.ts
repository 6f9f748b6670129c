import { type Funnel, type FunnelPlace, type FunnelVerdict, funnelLimits } from '../statistics/funnel.ts'
import { type Format, valueAxis } from './axis.ts'
import type { Axis, ChartFrame, FunnelChart, FunnelMark, FunnelPoint } from './spec.ts'

export interface GivenFunnelChart extends Omit<ChartFrame, 'table'> {
  /** Facilities with a base; those without stand in the page's table, not in the plot. */
  places: (FunnelPlace & { name: string })[]
  funnel: Funnel
  /** From a fraction to the unit of the axis: 100 for per cent, 1,000 for a rate per 1,000. */
  per: number
  x: string
  y: string
  formatSize: Format
  format: Format
  formatTick?: Format
  words: {
    place: string
    outcome: string
    target: string
    limits: { '95': string; '998': string }
    marks: Record<FunnelMark, string>
  }
}

/** How many places of size a limit curve is drawn through: enough to look smooth where it bends. */
const curveSteps = 64

/** Facilities by size with the limits of chance, and the table twin; without limits where the funnel says there are none. */
export function funnelChart(given: GivenFunnelChart): FunnelChart {
  const { places, funnel, per, x, y, formatSize, format, formatTick = format, words, ...frame } = given
  const verdicts = new Map(funnel.state === 'limits' ? funnel.verdicts.map((one) => [one.id, one]) : [])
  const points = places
    .filter((place) => place.denominator > 0)
    .map((place) => pointOf(place, verdicts.get(place.id), given))
  const most = Math.max(...points.map((point) => point.size), 1)
  const sizes = sizeAxis(most, x, formatSize)
  const drawn = points.map((point) => point.value)
  const room = funnel.state === 'limits' ? [funnel.target * per, widest(drawn, funnel.target * per)] : []
  return {
    ...frame,
    kind: 'funnel',
    x: sizes,
    y: valueAxis([...drawn, ...room], y, formatTick),
    points,
    target: funnel.state === 'limits' ? { at: funnel.target * per, name: words.target } : null,
    curves:
      funnel.state === 'limits'
        ? (['95', '998'] as const).map((level) => curve(level, words.limits[level], funnel, sizes.max, per))
        : [],
    table: {
      columns: [words.place, x, y, words.outcome],
      rows: points.map((point) => [point.name, point.sizeShown, point.shown, point.outcome]),
    },
  }
}

/** Sizes are drawn by their square root, so the wide first step gets a tick of its own. */
function sizeAxis(most: number, label: string, format: Format): Axis {
  const axis = valueAxis([0, most], label, format, 'zero')
  const early = (axis.ticks[1]?.at ?? axis.max) / 5
  return { ...axis, ticks: [...axis.ticks, { at: early, label: format(early) }].sort((a, b) => a.at - b.at) }
}

function pointOf(
  place: GivenFunnelChart['places'][number],
  verdict: FunnelVerdict | undefined,
  given: GivenFunnelChart,
): FunnelPoint {
  const mark = verdict ? markOf(verdict) : 'no-limits'
  const value = (place.numerator / place.denominator) * given.per
  return {
    id: place.id,
    name: place.name,
    size: place.denominator,
    value,
    sizeShown: given.formatSize(place.denominator),
    shown: given.format(value),
    outcome: given.words.marks[mark],
    mark,
  }
}

/** The mark of the farthest limits that a facility lies beyond. */
export function markOf(verdict: FunnelVerdict): FunnelMark {
  if (verdict.state === 'too-few') return 'few'
  if (verdict.at998 !== 'within-limits') return verdict.at998 === 'above-limits' ? 'above-998' : 'below-998'
  if (verdict.at95 !== 'within-limits') return verdict.at95 === 'above-limits' ? 'above-95' : 'below-95'
  return 'within'
}

function curve(
  level: '95' | '998',
  name: string,
  funnel: Extract<Funnel, { state: 'limits' }>,
  most: number,
  per: number,
) {
  // Sizes by squares: the curve bends where facilities are small.
  const sizes = Array.from({ length: curveSteps }, (_, step) => Math.max(1, most * ((step + 1) / curveSteps) ** 2))
  const limits = sizes.map((size) => funnelLimits(funnel.kind, funnel.target, Math.round(size), funnel.overDispersion))
  const through = (end: 'low' | 'high') =>
    limits.map<[number, number]>((limit, at) => [sizes[at]!, Number((limit[`${end}${level}`] * per).toPrecision(6))])
  return { level, name, low: through('low'), high: through('high') }
}

/** A little more than the farthest facility, so that the funnel is seen to open; the limits of the smallest may leave the plot. */
function widest(values: number[], target: number): number {
  return target + 1.1 * Math.max(...values.map((value) => value - target), target / 4)
}
