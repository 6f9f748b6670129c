import type { Api } from '../../server/caller.server.ts'
import { rowChart } from '../../server/domain/charts/row-chart.ts'
import type { RowChart } from '../../server/domain/charts/spec.ts'
import { type Equity, type EquityRow, equityOf, hasEquity, sideOf } from '../../server/domain/indicators/equity.ts'
import { perOf } from '../../server/domain/indicators/unit.ts'
import { addMonths } from '../../server/domain/period.ts'
import { type PageScope, placeIn, placeName, refusal, scopeIn } from '../page-scope.server.ts'
import type { Reader } from '../reader.server.ts'
import type { Facts } from './comparison.server.ts'

/** The indicator that is asked about when the address names none: it is known of women, foreign nationals and young adults. */
const usualIndicator = 'visited-in-90-days'

/** How many months are put together (users.md, M5). */
const monthsPooled = 12

/** The groups of one indicator in one place, over the twelve months that end with the asked one. */
export interface EquityAsked {
  scope: PageScope
  facts: Facts
  equity: Equity
}

/** What an address asks for: page, chart and file are one answer. Refuses an indicator whose groups cannot be held against each other. */
export async function equityIn(request: Request, api: Api): Promise<EquityAsked> {
  const indicator = new URL(request.url).searchParams.get('indicator') || usualIndicator
  const facts = await api.indicators.get({ indicator })
  if (!hasEquity(facts)) throw refusal(404, 'equity.none', indicator)
  const scope = await scopeIn(request, api)
  const { series } = await api.indicators.series({
    place: placeIn(scope),
    indicators: [indicator],
    from: addMonths(scope.month, 1 - monthsPooled),
    to: scope.month,
    withGroups: true,
  })
  const months = series.map(({ breakdown, readings, reporting }) => ({
    breakdown,
    figures: readings.map(({ figure }) => figure),
    reporting,
  }))
  return { scope, facts, equity: equityOf(facts, months) }
}

/** One group as the page and the file say it; numbers are written. */
export interface EquityShown {
  id: EquityRow['id']
  name: string
  against: string
  /** The figure of the group and of those it is held against, each with its counts. */
  figure: string
  others: string
  ratio: string
  interval: string
  verdict: string
  side: ReturnType<typeof sideOf>
  /** How many months are in it, and why others are not. */
  months: string
}

/** The rows of the table: none where the figures are no quotients. */
export function equityRows({ facts, equity }: EquityAsked, reader: Reader): EquityShown[] {
  if (equity.state === 'no-quotient') return []
  const { intl, format, words } = reader
  const written = ({ numerator, denominator }: EquityRow['group'], { used, withheld }: EquityRow) => {
    // Nothing in the sums is no nought: nobody knows how many there were.
    if (used === 0) return intl.formatMessage({ id: withheld > 0 ? 'figure.suppressed' : 'equity.unknown' })
    return denominator > 0
      ? intl.formatMessage(
          { id: 'equity.figure' },
          { figure: format.figure((numerator / denominator) * perOf(facts), facts.unit), numerator, denominator },
        )
      : intl.formatMessage({ id: 'equity.nobody' })
  }
  return equity.rows.map((row) => {
    const verdict = row.disparity?.verdict
    return {
      id: row.id,
      name: intl.formatMessage({ id: `equity.group.${row.id}` }),
      against: intl.formatMessage({ id: `equity.against.${row.id}` }),
      figure: written(row.group, row),
      others: written(row.others, row),
      ...ratioWords(row, reader),
      verdict:
        row.used === 0
          ? intl.formatMessage({ id: row.withheld > 0 ? 'equity.withheld' : 'equity.missing' })
          : verdict
            ? (words.verdict('disparity', verdict) ?? verdict)
            : intl.formatMessage({ id: 'equity.untested' }),
      side: verdict ? sideOf(verdict, facts.better) : 'none',
      months: intl.formatMessage(
        { id: 'equity.months' },
        { used: row.used, withheld: row.withheld, missing: row.missing },
      ),
    }
  })
}

function ratioWords({ disparity }: EquityRow, { intl, format }: Reader): { ratio: string; interval: string } {
  const times = (value: number) => format.number(value, 2)
  const { ratio, interval } = disparity ?? {}
  const isOpen = interval?.high === Number.POSITIVE_INFINITY
  return {
    ratio: ratio == null ? '' : intl.formatMessage({ id: 'indicator.groups.ratio' }, { ratio: times(ratio) }),
    interval: interval
      ? intl.formatMessage(
          { id: `indicator.groups.ratio.${isOpen ? 'open' : 'interval'}` },
          { low: times(interval.low), high: times(interval.high) },
        )
      : '',
  }
}

/** The ratios with their intervals, one group a row, and the line of equality; undefined where there is none to draw. */
export function equityChart(asked: EquityAsked, reader: Reader): RowChart | undefined {
  const { facts, equity, scope } = asked
  const { intl, format, words } = reader
  if (equity.state === 'no-quotient' || !equity.rows.some(({ disparity }) => disparity?.ratio != null)) return undefined
  const shown = equityRows(asked, reader)
  return rowChart({
    id: 'equity',
    kind: 'dot-interval',
    title: intl.formatMessage(
      { id: 'equity.chart' },
      { title: words.indicator(facts.id)?.title, place: placeName(scope), period: periodOf(asked, reader) },
    ),
    summary: intl.formatMessage({ id: 'equity.summary' }, { count: shown.length }),
    note: intl.formatMessage({ id: 'equity.note' }),
    direction: reader.direction,
    x: intl.formatMessage({ id: 'equity.axis' }),
    format: (value) => format.number(value, 2),
    limits: [{ at: 1, name: intl.formatMessage({ id: 'equity.equal' }), level: 'reference' }],
    rows: equity.rows.map((row, at) => {
      const { name, against, verdict } = shown[at]!
      const label = intl.formatMessage({ id: 'equity.row' }, { name, against })
      const { ratio, interval } = row.disparity ?? {}
      if (ratio == null) return { id: row.id, name: label, none: verdict }
      const isFew = row.disparity?.verdict === 'cannot-tell-too-few'
      const ends = interval && Number.isFinite(interval.high) ? interval : {}
      return { id: row.id, name: label, value: ratio, ...ends, few: isFew }
    }),
    words: {
      row: intl.formatMessage({ id: 'indicator.group' }),
      interval: (low, high) => intl.formatMessage({ id: 'figure.interval' }, { low, high }),
    },
  })
}

/** The months that are in it, in words: the year, or of a stock the last month alone. */
export function periodOf({ scope, equity }: EquityAsked, { intl, format }: Reader): string {
  const to = format.month(scope.month)
  if (equity.state === 'no-quotient' || equity.pooling === 'last-month') return to
  return intl.formatMessage(
    { id: 'equity.period' },
    { from: format.month(addMonths(scope.month, 1 - monthsPooled)), to },
  )
}

/** How many groups differ, and of how many that can be said: the heading of the page. */
export function equityFinding({ equity }: EquityAsked): {
  kind: 'nothing' | 'untested' | 'tested'
  differ: number
  told: number
} {
  const rows = equity.state === 'pooled' ? equity.rows : []
  const verdicts = rows.flatMap(({ disparity }) => (disparity ? [disparity.verdict] : []))
  const differ = verdicts.filter((verdict) => verdict === 'higher' || verdict === 'lower').length
  const told = differ + verdicts.filter((verdict) => verdict === 'no-difference-beyond-chance').length
  const kind = rows.length === 0 ? 'nothing' : verdicts.length === 0 ? 'untested' : 'tested'
  return { kind, differ, told }
}
