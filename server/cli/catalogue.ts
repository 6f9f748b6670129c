import type { Tx } from '../../db/client.ts'
import { countryId, listPlaceFigures } from '../../db/queries/figures.ts'
import { monthsReported } from '../../db/queries/installation.ts'
import { systemActor } from '../domain/access.ts'
import type { Area, Indicator, Unit } from '../domain/indicators/define.ts'
import { indicators } from '../domain/indicators/index.ts'
import { type Reading, readingAt } from '../domain/indicators/reading.ts'
import { type Month, monthAt } from '../domain/period.ts'
import { type FigureSeries, stateCode } from '../domain/series.ts'
import { viewOf } from '../domain/suppression/view.ts'

/** One indicator of the catalogue, and the country's latest value of it or the reason why there is none. */
export interface CatalogueRow {
  area: Area
  id: string
  unit: Unit
  /** 'both' for returns and events; else who supplies it, and several joined by '+'. */
  madeOf: string
  /** The month of `reading`: the latest with a value, else the latest of the installation; none where nothing was reported. */
  month?: Month
  reading: Reading
}

/** Every indicator in the order of the catalogue, with the country's latest value. Reads one series an indicator. */
export async function listCatalogue(tx: Tx): Promise<CatalogueRow[]> {
  const window = await monthsReported(tx)
  const rows = window ? await listPlaceFigures(tx, [countryId], { breakdown: '', ...window }, viewOf(systemActor)) : []
  const series = new Map(rows.map((row) => [row.indicatorId, row.series]))
  return indicators.map((definition) => {
    const { id, area, unit } = definition
    return { area, id, unit, madeOf: supplyText(definition), ...latest(definition, series.get(id), window?.last) }
  })
}

function latest(
  definition: Indicator,
  series: FigureSeries | undefined,
  last: number | undefined,
): Pick<CatalogueRow, 'month' | 'reading'> {
  if (last === undefined) return { reading: readingAt(definition, undefined, 0) }
  const place = series?.states.lastIndexOf(stateCode('counted')) ?? -1
  const at = series && place >= 0 ? series.startMonth + place : last
  return { month: monthAt(at), reading: readingAt(definition, series, at) }
}

function supplyText({ madeOf }: Indicator): string {
  return madeOf.length === 2 && madeOf.includes('returns') && madeOf.includes('events') ? 'both' : madeOf.join('+')
}

/** The catalogue as a table for a reader, one line an indicator, and how many there are of each kind. */
export function printCatalogue(rows: readonly CatalogueRow[]): string {
  const cells = rows.map((row) => [row.area, row.id, row.madeOf, row.month ?? '', valueText(row)])
  const table = [['area', 'indicator', 'made of', 'month', 'country'], ...cells]
  const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? []
  const lines = table.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [...lines, '', summary(rows)].join('\n')
}

function valueText({ reading, unit }: CatalogueRow): string {
  const { figure } = reading
  if (figure.state === 'counted') return `${Number(figure.value.toPrecision(6))} ${unit}`
  return figure.state === 'missing' ? `none: ${figure.reason}` : `none: ${figure.state}`
}

function summary(rows: readonly CatalogueRow[]): string {
  const kinds = [...new Set(rows.map((row) => row.madeOf))].sort()
  const counts = kinds.map((kind) => `${rows.filter((row) => row.madeOf === kind).length} ${kind}`)
  const withValue = rows.filter((row) => row.reading.figure.state === 'counted').length
  return `${rows.length} indicators: ${counts.join(', ')}; ${withValue} with a value`
}
