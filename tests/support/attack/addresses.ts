import { formulas } from '../../../server/domain/engine/formulas.ts'
import { hasEquity } from '../../../server/domain/indicators/equity.ts'
import { findIndicator } from '../../../server/domain/indicators/index.ts'
import { standardisable } from '../../../server/domain/indicators/standardised.ts'
import { rules } from '../../../server/domain/rules/index.ts'
import type { Address } from './surfaces.ts'

/**
 * Routes on which even whoever sees everything finds no small count of health, complaints, incidents or groups: no figure at
 * all, none that is withheld anywhere, or no more of it than its verdict. They are read all the same: nobody may find one there.
 */
export const withoutSmallCounts: readonly string[] = [
  ...['events', 'thresholds', 'facilities._index', 'rules._index', 'find', 'views'],
  ...['outcomes', 'population', 'transition', 'questions', 'questions_.map', 'map_.chart[.svg]'],
  ...['outcomes', 'population', 'transition'].flatMap((page) => [`${page}_.chart[.svg]`, `${page}_.chart[.csv]`]),
]

/** Pages and files that are about no one indicator, of the country or of a region. */
export function generalAddresses(region?: string): Address[] {
  const query: Record<string, string> = region === undefined ? {} : { region }
  const pages = ['_index', 'changes', 'rules.strategies', 'rules.self-assessment', 'indicators._index']
  return [...pages, ...withoutSmallCounts].map((route) => ({ route, query }))
}

/** The pages of some rules (or all), each with the figures that are evidence for it. */
export function rulePages(some: readonly string[] = rules.map(({ id }) => id), region?: string): Address[] {
  const query: Record<string, string> = region === undefined ? {} : { region }
  return some.map((id) => ({ route: 'rules.$id', params: { id }, query }))
}

const drawn = (page: string, params: Record<string, string>, query: Record<string, string>): Address[] =>
  (['svg', 'csv'] as const).map((format) => ({ route: `${page}.chart[.${format}]`, params, query }))

/** All that is shown of one indicator of the facilities of the country or a region: tables, drawings and files. */
export function comparisons(id: string, region?: string): Address[] {
  const definition = findIndicator(id)!
  const indicator: Record<string, string> = { indicator: id, ...(region !== undefined && { region }) }
  const allowed = standardisable(definition)
  const two = { ...indicator, with: 'occupancy-rate' }
  return [
    { route: 'compare', query: indicator },
    { route: 'compare[.csv]', query: indicator },
    { route: 'overview.rows', query: { columns: id, ...(region !== undefined && { region }) } },
    ...['funnel', 'dots'].flatMap((chart) => drawn('compare_', {}, { ...indicator, chart })),
    ...allowed.flatMap((standardised): Address[] => [
      { route: 'compare', query: { ...indicator, standardised } },
      { route: 'compare[.csv]', query: { ...indicator, standardised } },
      ...drawn('compare_', {}, { ...indicator, standardised, chart: 'standardised' }),
    ]),
    ...(hasEquity(definition)
      ? [
          { route: 'compare_.equity', query: indicator },
          { route: 'compare_.equity[.csv]', query: indicator },
          ...drawn('compare_.equity_', {}, indicator),
        ]
      : []),
    { route: 'compare_.two', query: two },
    ...drawn('compare_.two_', {}, two),
    { route: 'map', query: indicator },
    ...drawn('map_', {}, indicator),
  ]
}

/** All that is shown of one indicator of one place, month by month and by group: `key` of a facility, else of the country or a region. */
export function figures(id: string, place: { key?: string; region?: string }): Address[] {
  const { key, region } = place
  const dimensions = new Set(
    formulas.filter((one) => one.definition.id === id && one.breakdown).map((one) => one.breakdown.split(':')[0]),
  )
  const charts = ['series', 'control', 'curve', ...[...dimensions].map((one) => `groups-${one}`)]
  const [page, params] =
    key === undefined
      ? (['indicators.$id', { id }] as const)
      : (['facilities.$key.$indicator', { key, indicator: id }] as const)
  const query: Record<string, string> = region === undefined ? {} : { region }
  return [{ route: page, params, query }, ...charts.flatMap((chart) => drawn(`${page}_`, params, { ...query, chart }))]
}
