import type { Api } from '../server/caller.server.ts'
import { type GivenDatum, lineChart } from '../server/domain/charts/line-chart.ts'
import type { DatedEvent, LineChart, StepLine } from '../server/domain/charts/spec.ts'
import { type Control, controlOf } from '../server/domain/indicators/control.ts'
import { type ControlFinding, findingOf, type Run } from '../server/domain/indicators/control-finding.ts'
import type { Reading } from '../server/domain/indicators/reading.ts'
import type { Month } from '../server/domain/period.ts'
import { type ControlPoint, periodsForLimits } from '../server/domain/statistics/control-chart.ts'
import type { Reader } from './reader.server.ts'
import { absentWords } from './series-chart.server.ts'

type Facts = Awaited<ReturnType<Api['indicators']['get']>>
type Drawn = Extract<Control['chart'], { state: 'chart' }>

/** A control chart as a page shows it: the chart, or the words for why there is none. */
export type ControlShown = { chart: LineChart } | { tooFew: string }

interface Given {
  definition: Facts
  months: readonly Month[]
  readings: readonly Reading[]
  /** Of which place the figures are. */
  name: string
  events?: DatedEvent[]
}

/** Whether an indicator has changed, month by month: the finding is the title, and what stands out says by which rule. */
export function controlShown(given: Given, reader: Reader): ControlShown {
  const { definition, readings } = given
  const control = controlOf(
    definition,
    readings.map(({ figure }) => figure),
  )
  const { chart } = control
  if (chart.state === 'too-few') {
    const values = { reported: chart.reported, needed: periodsForLimits }
    return { tooFew: reader.intl.formatMessage({ id: 'chart.control.too-few' }, values) }
  }
  return { chart: drawn(given, control, chart, reader) }
}

function drawn(given: Given, control: Control, chart: Drawn, reader: Reader): LineChart {
  const { definition, months, name, events = [] } = given
  const { intl, format, words } = reader
  const write = (value: number) => format.figure(value, definition.unit)
  const finding = findingOf(chart)
  const title = words.indicator(definition.id)?.title ?? definition.id
  const found = findingWords(finding, months, control, chart, reader)
  return lineChart({
    id: `control-${definition.id}`,
    title: intl.formatMessage({ id: 'chart.control.title' }, { title, name, finding: found }),
    summary: summaryOf(given, chart, reader),
    note: noteOf(control, chart, reader),
    direction: reader.direction,
    periods: months.map((month) => ({ id: month, label: format.monthShort(month), year: month.slice(0, 4) })),
    y: intl.formatMessage({ id: `unit.${definition.unit}` }, { count: 2 }),
    format: write,
    series: [{ id: definition.id, name, role: 'main', data: dataOf(given, chart, finding, reader) }],
    limits: [
      {
        at: chart.centre,
        name: intl.formatMessage({ id: 'chart.control.centre' }, { value: write(chart.centre) }),
        level: 'reference',
      },
    ],
    steps: stepsOf(control, chart.points, reader),
    events,
    words: {
      period: intl.formatMessage({ id: 'period.label' }),
      interval: (low, high) => intl.formatMessage({ id: 'figure.interval' }, { low, high }),
      signal: intl.formatMessage({ id: 'chart.control.signal' }),
      events: intl.formatMessage({ id: 'event.kind' }),
    },
  })
}

/** The finding in words: what lies outside, the latest run, or that nothing does. */
export function findingWords(
  { outside, runs }: ControlFinding,
  months: readonly Month[],
  control: Pick<Control, 'kind'>,
  { widened, points }: Pick<Drawn, 'widened' | 'points'>,
  { intl, format }: Pick<Reader, 'intl' | 'format'>,
): string {
  const at = (place: number | undefined) => format.month(months[place ?? 0]!)
  const run = runs.at(-1)
  const all = points.filter((point) => point !== null).length
  // Limits around a mean that held at no time leave most months outside: naming one of them would mislead.
  const outsideId = outside.length * 3 > all ? 'chart.control.moved' : 'chart.control.outside'
  const parts = [
    outside.length > 0 &&
      intl.formatMessage({ id: outsideId }, { count: outside.length, all, last: at(outside.at(-1)) }),
    run && intl.formatMessage({ id: 'chart.control.run' }, { ...run, first: at(run.first), last: at(run.last) }),
  ].filter((part) => typeof part === 'string')
  if (parts.length > 0) return parts.join('; ')
  const spread = control.kind !== 'single' && widened === 1 ? 'chance' : 'usual'
  return intl.formatMessage({ id: 'chart.control.none' }, { spread })
}

/** Names beside more marks than this hide the line. */
const mostMarks = 4

function dataOf({ readings, months }: Given, chart: Drawn, finding: ControlFinding, reader: Reader): GivenDatum[] {
  const { intl, format } = reader
  const named = new Set(finding.outside.slice(-mostMarks))
  const ends = new Map(finding.runs.slice(-mostMarks).map((run) => [run.last, run]))
  return readings.map(({ figure }, at) => {
    const point = chart.points[at]
    if (figure.state !== 'counted') return { none: absentWords(figure, intl) }
    const mark = point && markOf(named.has(at), ends.get(at), point, format.monthShort(months[at]!), reader)
    const signal = point && signalWords(point, reader)
    return { value: figure.value, ...(signal && { signal }), ...(mark && { mark }) }
  })
}

function markOf(isNamed: boolean, run: Run | undefined, point: ControlPoint, month: string, { intl }: Reader) {
  if (isNamed) {
    const side = point.signals.includes('above-limit') ? 'above' : 'below'
    return intl.formatMessage({ id: `chart.control.mark.${side}` }, { month })
  }
  return run && intl.formatMessage({ id: 'chart.control.mark.run' }, { months: run.months, side: run.side })
}

function signalWords({ signals }: ControlPoint, { format, words }: Reader): string | undefined {
  if (signals.length === 0) return undefined
  return format.list(signals.map((signal) => words.verdict('control-chart', signal) ?? signal))
}

/** The limits month by month; those of single values are one height, also in a month without a value. */
function stepsOf({ kind }: Control, points: Drawn['points'], { intl }: Reader): StepLine[] {
  const any = points.find((point) => point !== null)
  const limit = (side: 'low' | 'high') =>
    points.map((point) => (kind === 'single' ? any?.[side] : point?.[side]) ?? null)
  const [low, high] = [limit('low'), limit('high')]
  const upper = { name: intl.formatMessage({ id: 'chart.control.upper' }), at: high }
  // A lower limit of nought is none: nothing can fall below it.
  if (low.every((value) => value === null || value <= 0)) return [upper]
  return [upper, { name: intl.formatMessage({ id: 'chart.control.lower' }), at: low }]
}

function noteOf(control: Control, { widened }: Drawn, { intl, format }: Reader): string {
  const isWidened = control.kind !== 'single' && widened >= 1.05
  return [
    intl.formatMessage({ id: `chart.control.note.${control.kind}` }),
    isWidened && intl.formatMessage({ id: 'chart.control.note.widened' }, { factor: format.number(widened, 1) }),
    control.isComplete && intl.formatMessage({ id: 'chart.control.note.complete' }),
    intl.formatMessage({ id: control.carriesOver ? 'chart.control.note.carries' : 'chart.control.note.runs' }),
    intl.formatMessage({ id: 'chart.control.note.gaps' }),
  ]
    .filter((part) => part !== false)
    .join(' ')
}

function summaryOf({ definition, months }: Given, { points, centre }: Drawn, reader: Reader): string {
  const { intl, format } = reader
  const known = points.flatMap((point, at) => (point ? [{ point, month: months[at]! }] : []))
  const standing = known.filter(({ point }) => point.signals.length > 0)
  const list = standing.map(({ point, month }) => `${format.month(month)} (${signalWords(point, reader)})`)
  return intl.formatMessage(
    { id: 'chart.control.summary' },
    {
      count: known.length,
      missing: points.length - known.length,
      from: format.month(months[0]!),
      to: format.month(months.at(-1)!),
      centre: format.figure(centre, definition.unit),
      signals: standing.length,
      list: format.list(list),
    },
  )
}
