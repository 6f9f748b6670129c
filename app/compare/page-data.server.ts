import type { Api } from '../../server/caller.server.ts'
import { sparkline } from '../../server/domain/charts/sparkline.ts'
import { areas } from '../../server/domain/indicators/define.ts'
import { hasEquity } from '../../server/domain/indicators/equity.ts'
import type { StandardisedFor } from '../../server/domain/indicators/standardised.ts'
import { findPeerGroup, type PeerGroupId, peerFamilies } from '../../server/domain/peers/peer-groups.ts'
import { helpOn } from '../help/help.server.ts'
import { dimensionName, isComplete } from '../indicators/definition.server.ts'
import type { MessageId } from '../messages/ids.ts'
import { placeName, scopeQuery } from '../page-scope.server.ts'
import { pageFrom, pageIn } from '../paging.ts'
import type { Reader } from '../reader.server.ts'
import { sortIn } from '../sort.ts'
import { dotPlotOf, funnelOf } from './charts.server.ts'
import type { CompareRow } from './compare-table.tsx'
import type { ComparedFacility, Comparison } from './comparison.server.ts'
import type { IndicatorChoiceProps, PeerChoice } from './indicator-choice.tsx'
import { countOutcomes, findingOf, inOrder, isOutlier, registerOrder, sortable } from './outcome.ts'
import { type ComparedPeers, comparedPlace, isNoGroup } from './peers.server.ts'
import { standardisableBy, standardisedChart, standardisedParameter } from './standardised.server.ts'

/** Rows of the dot plot at most; a page of the table has no more, but all rows on one page do. */
const mostDots = 100

/** The facilities of the page of the table that an address asks for. */
function pageOf({ rows }: Comparison, search: URLSearchParams, { intl }: Reader) {
  const sort = sortIn(search, sortable, registerOrder)
  return { sort, ...pageFrom(inOrder(rows, sort, intl.locale), pageIn(search)) }
}

/** The facilities of that page that the plot beside it shows. */
export function dotsOf(comparison: Comparison, search: URLSearchParams, reader: Reader): ComparedFacility[] {
  return pageOf(comparison, search, reader).shown.slice(0, mostDots)
}

/** A comparison as the page shows it. */
export function pageData(comparison: Comparison, search: URLSearchParams, reader: Reader) {
  const { facts, rows, scope, peers, funnel } = comparison
  // What is known of the whole place is not what is known of a group.
  const whole = peers.group ? undefined : comparison.whole
  const by = comparison.standardisedFor
  const chosen: Record<string, string> = {
    ...(peers.group && { peers: peers.group }),
    ...(by && { [standardisedParameter]: by }),
  }
  const { sort, shown, ...pages } = pageOf(comparison, search, reader)
  const missing = rows.filter(({ reading }) => reading.figure.state !== 'counted')
  return {
    scope,
    place: placeName(scope),
    compared: comparedPlace(scope, peers, reader),
    peers,
    peerChoices: peerChoicesOf(peers, reader),
    isNoGroup: isNoGroup(peers),
    standardiseChoices: standardiseChoicesOf(comparison, reader),
    standardised: by && standardisedShown(comparison, by, shown.slice(0, mostDots), reader),
    query: scopeQuery(scope),
    file: `/compare.csv?${new URLSearchParams({ indicator: facts.id, ...chosen })}&${scopeQuery(scope)}`,
    indicator: facts.id,
    hasGroups: hasEquity(facts),
    unit: facts.unit,
    help: helpOn(facts, reader),
    isComplete: isComplete(facts),
    total: rows.length,
    title: reader.words.indicator(facts.id)?.title ?? facts.id,
    whole,
    wholeSource:
      whole && 'threshold' in whole.verdict ? reader.words.source(whole.verdict.threshold.source) : undefined,
    finding: findingOf(rows.map(({ outcome, reading }) => ({ outcome, ...reading }))),
    noLimits: funnel.state === 'limits' ? undefined : noLimitsWords(comparison),
    counts: countOutcomes(rows),
    outliers: rows
      .filter(isOutlier)
      .map(({ key, name, outcome, reading }) => ({ key, name, outcome, figure: reading.figure })),
    missing: missing.map(({ key, name, reading }) => ({ key, name, figure: reading.figure })),
    funnelChart: funnelOf(comparison, reader),
    dots: missing.length < rows.length ? dotPlotOf(comparison, shown.slice(0, mostDots), reader) : undefined,
    rows: shown.map((row) => rowOf(row, reader)),
    sort,
    ...pages,
  }
}

/** What the page shows of a standardised comparison: the facilities of the page of its table. */
function standardisedShown(
  comparison: Comparison,
  by: StandardisedFor,
  onPage: readonly ComparedFacility[],
  reader: Reader,
) {
  const found = comparison.standardised
  const name = dimensionName(by, reader)
  if (!found) return { for: name }
  const rows = found.rows.filter(({ key }) => onPage.some((one) => one.key === key))
  const isDrawn = rows.some((row) => 'ratio' in row)
  const chart = isDrawn ? standardisedChart(comparison, found, onPage, reader) : null
  return { for: name, shown: { rows, hasLimits: found.hasLimits, chart } }
}

/** For what this indicator's comparison can allow; what the address asks for stays chosen, that it can be seen. */
function standardiseChoicesOf({ facts, standardisedFor }: Comparison, reader: Reader) {
  const offered = standardisableBy(facts.id)
  const all = standardisedFor && !offered.includes(standardisedFor) ? [...offered, standardisedFor] : offered
  if (all.length === 0) return undefined
  const none = { value: '', label: reader.intl.formatMessage({ id: 'compare.standardise.none' }) }
  const choices = [none, ...all.map((by) => ({ value: by as string, label: dimensionName(by, reader) }))]
  return { chosen: standardisedFor ?? '', choices }
}

function rowOf({ key, name, region, outcome, reading, values }: ComparedFacility, reader: Reader): CompareRow {
  const summary = reader.intl.formatMessage({ id: 'overview.spark' }, { title: name })
  const spark = sparkline({ id: `trend-${key}`, summary, direction: reader.direction, values })
  return { key, name, region, outcome, reading, spark }
}

/** Why this figure has no control limits. A complete count is told from one whose uncertainty two counts cannot say. */
function noLimitsWords({ facts, funnel, peers }: Comparison): MessageId | undefined {
  if (funnel.state === 'limits') return undefined
  if (isNoGroup(peers)) return 'peers.too-few'
  if (funnel.why !== 'complete-count') return `compare.no-limits.${funnel.why}`
  if (facts.statistics === 'complete-count' || facts.statistics === 'case-by-case')
    return `compare.no-limits.${facts.statistics}`
  return 'compare.no-limits.other'
}

/** The groups to choose from, by what they are made of, each with how many facilities are in it; a group that nobody is in stays chosen. */
export function peerChoicesOf({ group, groups, total }: ComparedPeers, { intl }: Reader): PeerChoice[] {
  const label = (id: PeerGroupId, count: number) =>
    intl.formatMessage({ id: 'peers.choice' }, { group: intl.formatMessage({ id: `peers.group.${id}` }), count })
  const all = group === undefined || groups.some(({ id }) => id === group) ? groups : [...groups, emptyGroup(group)]
  const families = peerFamilies.flatMap((family) => {
    const items = all
      .filter((one) => one.family === family)
      .map(({ id, count }) => ({ value: id, label: label(id, count) }))
    return items.length > 0 ? [{ group: intl.formatMessage({ id: `peers.family.${family}` }), items }] : []
  })
  return [{ value: '', label: intl.formatMessage({ id: 'peers.all' }, { count: total }) }, ...families]
}

const emptyGroup = (id: PeerGroupId) => ({ id, family: findPeerGroup(id)!.family, count: 0 })

/** The indicators to choose from, by area. */
export function choicesOf(
  list: Awaited<ReturnType<Api['indicators']['list']>>,
  { intl, words }: Reader,
): IndicatorChoiceProps['choices'] {
  return areas.flatMap((area) => {
    const own = list.filter((one) => one.area === area)
    if (own.length === 0) return []
    const items = own.map(({ id }) => ({ value: id, label: words.indicator(id)?.title ?? id }))
    return [{ group: intl.formatMessage({ id: `area.${area}` }), items }]
  })
}
