import type {
  ChartSpec,
  Datum,
  FunnelChart,
  HeatCalendar,
  LineChart,
  MultiplesChart,
  RowChart,
  ScatterChart,
  SurvivalChart,
} from '../../server/domain/charts/spec.ts'
import type { CsvCell } from '../csv.ts'

/** The figures of a chart as rows of a file, the names of the columns first: numbers as they are, and the words for what is none. */
export function chartRows(spec: ChartSpec): CsvCell[][] {
  if (spec.kind === 'line') return lineRows(spec)
  if (spec.kind === 'multiples') return multiplesRows(spec)
  if (spec.kind === 'heat') return heatRows(spec)
  if (spec.kind === 'survival') return survivalRows(spec)
  if (spec.kind === 'scatter') return scatterRows(spec)
  return spec.kind === 'funnel' ? funnelRows(spec) : groupRows(spec)
}

const datumColumns = ['value', 'words', 'interval_low', 'interval_high'] as const

function datumCells(datum: Datum | undefined): CsvCell[] {
  return [datum?.value ?? null, datum?.shown ?? '', datum?.low ?? null, datum?.high ?? null]
}

function lineRows({ periods, series, limits, steps, events }: LineChart): CsvCell[][] {
  const columns = series.flatMap(({ name }) => datumColumns.map((column) => `${name}: ${column}`))
  const named = [...limits, ...steps].map(({ name }) => name)
  const at = (place: number) => events.flatMap((event) => (event.at === place ? [event.name] : [])).join('; ')
  return [
    ['month', ...columns, ...named, 'stands_out', 'events'],
    ...periods.map((period, place) => [
      period.id,
      ...series.flatMap(({ data }) => datumCells(data[place])),
      ...limits.map((limit) => limit.at),
      ...steps.map((step) => step.at[place] ?? null),
      series.flatMap(({ data }) => data[place]?.signal ?? []).join('; '),
      at(place),
    ]),
  ]
}

function multiplesRows({ periods, panels }: MultiplesChart): CsvCell[][] {
  const series = panels.flatMap((panel) => panel.series)
  return [
    ['month', ...series.flatMap(({ name }) => datumColumns.map((column) => `${name}: ${column}`))],
    ...periods.map((period, place) => [period.id, ...series.flatMap(({ data }) => datumCells(data[place]))]),
  ]
}

function groupRows({ rows, limits }: RowChart): CsvCell[][] {
  return [
    ['id', 'name', ...datumColumns, ...limits.map(({ name }) => name)],
    ...rows.map((row) => [row.id, row.name, ...datumCells(row), ...limits.map(({ at }) => at)]),
  ]
}

function funnelRows({ points }: FunnelChart): CsvCell[][] {
  return [
    ['id', 'name', 'size', 'value', 'outcome', 'outcome_words'],
    ...points.map(({ id, name, size, value, mark, outcome }) => [id, name, size, value, mark, outcome]),
  ]
}

function scatterRows({ x, y, points }: ScatterChart): CsvCell[][] {
  return [['id', 'name', x.label, y.label], ...points.map((point) => [point.id, point.name, point.x, point.y])]
}

function heatRows({ periods, rows }: HeatCalendar): CsvCell[][] {
  return [
    ['id', 'name', 'month', 'share', 'words'],
    ...rows.flatMap((row) =>
      row.cells.map((cell, at) => [row.id, row.name, periods[at]?.id ?? '', cell.share, cell.shown]),
    ),
  ]
}

function survivalRows({ points }: SurvivalChart): CsvCell[][] {
  return [
    ['days', 'still_lasting', 'words', 'interval_95_low', 'interval_95_high', 'still_followed'],
    ...points.map(({ time, value, shown, low, high, left }) => [time, value, shown, low ?? null, high ?? null, left]),
  ]
}
