import type { Api } from '../../server/caller.server.ts'
import { scatterChart } from '../../server/domain/charts/scatter-chart.ts'
import type { ScatterChart } from '../../server/domain/charts/spec.ts'
import type { Figure } from '../../server/domain/value.ts'
import { type PageScope, refusal, scopeIn } from '../page-scope.server.ts'
import type { Reader } from '../reader.server.ts'
import { absentWords } from '../series-chart.server.ts'
import { type Facts, usualIndicator } from './comparison.server.ts'
import { type ComparedPeers, comparedPlace, peersChosen } from './peers.server.ts'

/** The second indicator when the address names none: crowding beside hours out of cell. */
const usualSecond = 'time-out-of-cell'

interface TwoFigures {
  key: string
  name: string
  figures: [first: Figure, second: Figure]
}

/** Two indicators of the facilities of a place (or of one of its peer groups) in one month. */
export interface TwoAsked {
  scope: PageScope
  facts: [first: Facts, second: Facts]
  peers: ComparedPeers
  /** In the order of the register. */
  rows: TwoFigures[]
}

/** What an address asks for (`?indicator=` on the first axis, `?with=` on the second): page, drawing and file are one answer. */
export async function twoIn(request: Request, api: Api): Promise<TwoAsked> {
  const search = new URL(request.url).searchParams
  const first = search.get('indicator') || usualIndicator
  const second = search.get('with') || usualSecond
  if (first === second) throw refusal(400, 'two.same', first)
  const facts = await Promise.all([api.indicators.get({ indicator: first }), api.indicators.get({ indicator: second })])
  const scope = await scopeIn(request, api)
  const { month, region } = scope
  const [found, kinds] = await Promise.all([
    api.indicators.matrix({ month, region, indicators: [first, second] }),
    api.peers.list({ month }),
  ])
  const { facilities, peers } = peersChosen(request, found, kinds)
  const rows = facilities.map(({ facility: { key, name }, readings }): TwoFigures => {
    return { key, name, figures: [readings[0]!.figure, readings[1]!.figure] }
  })
  return { scope, facts, peers, rows }
}

/** The drawing of both; undefined where no facility has both. */
export function twoChart({ scope, facts, peers, rows }: TwoAsked, reader: Reader): ScatterChart | undefined {
  const { intl, format } = reader
  const points = rows.flatMap(({ key, name, figures: [x, y] }) =>
    x.state === 'counted' && y.state === 'counted' ? [{ id: key, name, x: x.value, y: y.value }] : [],
  )
  if (points.length === 0) return undefined
  const [first, second] = titlesOf(facts, reader)
  const axis = ({ unit }: Facts, title: string) => ({
    label: intl.formatMessage(
      { id: 'two.axis' },
      { title, unit: intl.formatMessage({ id: `unit.${unit}` }, { count: 2 }) },
    ),
    format: (value: number) => format.figure(value, unit),
  })
  const place = comparedPlace(scope, peers, reader)
  return scatterChart({
    id: 'two',
    title: intl.formatMessage({ id: 'two.chart' }, { first, second, place, month: format.month(scope.month) }),
    summary: intl.formatMessage({ id: 'two.summary' }, { count: points.length }),
    note: intl.formatMessage({ id: 'two.note' }, { shown: points.length, total: rows.length }),
    direction: reader.direction,
    points,
    x: axis(facts[0], first),
    y: axis(facts[1], second),
    words: { place: intl.formatMessage({ id: 'facility.facility' }) },
  })
}

/** The facilities that are not drawn, each with what is lacking and why. */
export function twoMissing({ facts, rows }: TwoAsked, reader: Reader): { key: string; name: string; why: string }[] {
  const titles = titlesOf(facts, reader)
  return rows.flatMap(({ key, name, figures }) => {
    const lacking = figures.flatMap((figure, at) =>
      figure.state === 'counted'
        ? []
        : [
            reader.intl.formatMessage(
              { id: 'two.lacks' },
              { title: titles[at], why: absentWords(figure, reader.intl) },
            ),
          ],
    )
    return lacking.length > 0 ? [{ key, name, why: reader.format.list(lacking) }] : []
  })
}

export function titlesOf(facts: TwoAsked['facts'], { words }: Reader): [first: string, second: string] {
  const title = ({ id }: Facts) => words.indicator(id)?.title ?? id
  return [title(facts[0]), title(facts[1])]
}
