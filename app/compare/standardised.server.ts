import type { Api } from '../../server/caller.server.ts'
import { markOf } from '../../server/domain/charts/funnel-chart.ts'
import { rowChart } from '../../server/domain/charts/row-chart.ts'
import type { FunnelMark, RowChart } from '../../server/domain/charts/spec.ts'
import { findIndicator } from '../../server/domain/indicators/index.ts'
import {
  type NotStandardised,
  type StandardisedFor,
  standardisable,
  standardised,
  standardisedFor,
} from '../../server/domain/indicators/standardised.ts'
import { missing } from '../../server/domain/value.ts'
import { dimensionName } from '../indicators/definition.server.ts'
import { refusal } from '../page-scope.server.ts'
import type { Reader } from '../reader.server.ts'
import type { Comparison } from './comparison.server.ts'
import { comparedPlace } from './peers.server.ts'

/** The parameter of the address that names for whom a comparison allows (`?standardised=sex`). */
export const standardisedParameter = 'standardised'

/** A facility with the cases seen and those expected of its people, or why nothing can be said. */
export type StandardisedRow = { key: string; name: string } & (
  | { observed: number; expected: number; ratio: number; low: number; high: number; outcome: FunnelMark }
  | { why: NotStandardised }
)

/** A comparison that allows for whom each facility holds. */
export interface StandardisedComparison {
  by: StandardisedFor
  /** In register order, as all rows of a comparison. */
  rows: StandardisedRow[]
  hasLimits: boolean
  overDispersion: number
}

/** The ways in which an indicator can be standardised. */
export const standardisableBy = (id: string): StandardisedFor[] => {
  const definition = findIndicator(id)
  return definition ? standardisable(definition) : []
}

/**
 * What an address asks to allow for, if anything. Throws a Response of 400 for what no comparison can allow for; whether this
 * indicator can be standardised so is for the page to say, because another indicator may be chosen on it.
 */
export function standardisedBy(request: Request): StandardisedFor | undefined {
  const asked = new URL(request.url).searchParams.get(standardisedParameter) || undefined
  if (asked === undefined) return undefined
  const by = standardisedFor.find((one) => one === asked)
  if (!by) throw refusal(400, 'compare.not-standardised', asked)
  return by
}

/** The facilities of a comparison held against what their own people would make likely; undefined where the indicator cannot be. */
export async function standardisedIn(
  { facts, rows, scope }: Pick<Comparison, 'facts' | 'rows' | 'scope'>,
  by: StandardisedFor,
  api: Api,
): Promise<StandardisedComparison | undefined> {
  if (!standardisableBy(facts.id).includes(by)) return undefined
  const { month, region } = scope
  const found = await api.indicators.byGroup({ indicator: facts.id, month, region, by })
  const figuresOf = new Map(found.map(({ facility, figures }) => [facility.key, figures]))
  const places = rows.map(({ key }) => {
    const figures = figuresOf.get(key) ?? []
    return {
      id: key,
      whole: figures.find(({ breakdown }) => breakdown === '')?.figure ?? missing('not-reported'),
      groups: new Map(figures.flatMap((one) => (one.breakdown === '' ? [] : [[one.breakdown, one.figure]]))),
    }
  })
  const answer = standardised(facts, places)
  if (answer.state === 'no-quotient') return undefined
  const names = new Map(rows.map(({ key, name }) => [key, name]))
  return {
    by,
    hasLimits: answer.hasLimits,
    overDispersion: answer.overDispersion,
    rows: answer.rows.map((row) => {
      const named = { key: row.id, name: names.get(row.id) ?? row.id }
      if ('why' in row) return { ...named, why: row.why }
      const { observed, expected, ratio, interval, verdict } = row
      const outcome = answer.hasLimits ? markOf(verdict) : 'no-limits'
      return { ...named, observed, expected, ratio, ...interval, outcome }
    }),
  }
}

/** The ratios of the facilities of a page with their intervals, held against what is expected. */
export function standardisedChart(
  comparison: Comparison,
  { by, rows, overDispersion }: StandardisedComparison,
  shown: readonly { key: string }[],
  reader: Reader,
): RowChart {
  const { facts, scope, peers } = comparison
  const { intl, format, words } = reader
  const ratios = rows.filter((row) => 'ratio' in row && shown.some(({ key }) => key === row.key))
  const title = words.indicator(facts.id)?.title ?? facts.id
  const values = {
    title,
    for: dimensionName(by, reader),
    place: comparedPlace(scope, peers, reader),
    month: format.month(scope.month),
  }
  const outliers = rows.filter((row) => 'outcome' in row && row.outcome.endsWith('-998')).length
  return rowChart({
    id: 'standardised',
    kind: 'dot-interval',
    title: intl.formatMessage({ id: 'compare.standardised.chart' }, { ...values, outliers }),
    summary: intl.formatMessage({ id: 'compare.standardised.summary' }, { count: ratios.length }),
    note: standardisedNote(overDispersion, reader),
    direction: reader.direction,
    x: intl.formatMessage({ id: 'compare.standardised.ratio' }),
    format: (value) => format.number(value, 2),
    limits: [{ at: 1, name: intl.formatMessage({ id: 'compare.standardised.one' }), level: 'reference' }],
    rows: ratios.flatMap((row) =>
      'ratio' in row
        ? [{ id: row.key, name: row.name, value: row.ratio, low: row.low, high: row.high, few: row.outcome === 'few' }]
        : [],
    ),
    words: {
      row: intl.formatMessage({ id: 'facility.facility' }),
      interval: (low, high) => intl.formatMessage({ id: 'figure.interval' }, { low, high }),
    },
  })
}

function standardisedNote(overDispersion: number, { intl, format }: Reader): string {
  const note = intl.formatMessage({ id: 'compare.standardised.note' })
  if (overDispersion <= 1) return note
  return `${note} ${intl.formatMessage({ id: 'compare.widened' }, { factor: format.number(Math.sqrt(overDispersion)) })}`
}
