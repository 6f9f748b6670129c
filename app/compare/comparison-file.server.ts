import { type CsvCell, csv } from '../csv.ts'
import { figureCells, figureColumns, verdictCells, verdictColumns } from '../figure-cells.server.ts'
import { fileNotes } from '../file-notes.server.ts'
import { dimensionName } from '../indicators/definition.server.ts'
import type { Reader } from '../reader.server.ts'
import type { ComparedFacility, Comparison } from './comparison.server.ts'
import { comparedPlace } from './peers.server.ts'
import type { StandardisedRow } from './standardised.server.ts'

const columns = [
  'facility_key',
  'facility',
  'region',
  'month',
  'indicator',
  ...figureColumns,
  'outcome',
  'outcome_words',
  ...verdictColumns,
] as const

/** A comparison as a file: first what it is, from whom and by which definition, then all facilities in register order. */
export function comparisonFile(comparison: Comparison, reader: Reader): { name: string; text: string } {
  const { facts, scope, peers, rows } = comparison
  const head: CsvCell[][] = preamble(comparison, reader).map(([key, text]) => [`#${key}`, text])
  const { standardised } = comparison
  const beside = new Map(standardised?.rows.map((row) => [row.key, standardisedCells(row, standardised.by, reader)]))
  const body = rows.map((row) => [...columnsOf(row, comparison, reader), ...(beside.get(row.key) ?? [])])
  return {
    name: `daylight-${[facts.id, ...(peers.group ? [peers.group] : []), scope.month].join('-')}.csv`,
    text: csv([...head, [...columns, ...(standardised ? standardisedColumns : [])], ...body]),
  }
}

/** What stands behind a row where the comparison allows for whom the facilities hold. */
const standardisedColumns = [
  'standardised_for',
  'observed',
  'expected',
  'observed_to_expected',
  'ratio_95_low',
  'ratio_95_high',
  'standardised_outcome',
  'standardised_outcome_words',
] as const

function standardisedCells(row: StandardisedRow, by: string, { intl }: Reader): CsvCell[] {
  if ('why' in row) {
    const words = intl.formatMessage({ id: `compare.standardised.why.${row.why}` })
    return [by, null, null, null, null, null, `cannot-tell:${row.why}`, words]
  }
  const { observed, expected, ratio, low, high, outcome } = row
  const words = outcome === 'few' ? 'compare.standardised.few' : (`compare.outcome.${outcome}` as const)
  return [by, observed, expected, ratio, low, high, outcome, intl.formatMessage({ id: words })]
}

/** Lines beginning with # in the names of machines, with texts for people. */
function preamble({ facts, scope, peers, whole, rows, standardised }: Comparison, reader: Reader): [string, string][] {
  const { intl, format, words } = reader
  const spoken = words.indicator(facts.id)
  const known = rows.filter(({ reading }) => reading.figure.state === 'counted').length
  return [
    ['indicator', spoken?.title ?? facts.id],
    ['measures', spoken?.measures ?? ''],
    ['numerator', spoken?.numerator ?? ''],
    ['denominator', spoken?.denominator ?? ''],
    ['formula', facts.formula],
    ['definition_version', String(facts.version)],
    ['unit', intl.formatMessage({ id: `unit.${facts.unit}` }, { count: 2 })],
    ['period', format.month(scope.month)],
    ['place', comparedPlace(scope, peers, reader)],
    ['place_value', !peers.group && whole?.figure.state === 'counted' ? String(whole.figure.value) : ''],
    ['facilities', intl.formatMessage({ id: 'compare.file.coverage' }, { known, total: rows.length })],
    ['source', intl.formatMessage({ id: 'compare.file.source' }, { country: scope.countryName })],
    ['caution', intl.formatMessage({ id: 'compare.file.caution' })],
    ...standardisedSaid(standardised, reader),
    ...fileNotes(scope, reader),
  ]
}

function standardisedSaid(standardised: Comparison['standardised'], reader: Reader): [string, string][] {
  if (!standardised) return []
  const allowed = { for: dimensionName(standardised.by, reader) }
  const said = ['compare.standardised.lede', 'compare.standardised.note'] as const
  return [['standardised', said.map((id) => reader.intl.formatMessage({ id }, allowed)).join(' ')]]
}

function columnsOf(row: ComparedFacility, { facts, scope }: Comparison, reader: Reader): CsvCell[] {
  return [
    row.key,
    row.name,
    row.region,
    scope.month,
    facts.id,
    ...figureCells(row.reading, facts.unit, reader),
    row.outcome,
    reader.intl.formatMessage({ id: `compare.outcome.${row.outcome}` }),
    ...verdictCells(row.reading, reader),
  ]
}
