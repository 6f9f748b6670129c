import type { Api } from '../../server/caller.server.ts'
import { sparkline } from '../../server/domain/charts/sparkline.ts'
import type { Sparkline } from '../../server/domain/charts/spec.ts'
import { type Area, areas } from '../../server/domain/indicators/define.ts'
import type { Reading } from '../../server/domain/indicators/reading.ts'
import type { Reader } from '../reader.server.ts'

type Facts = Awaited<ReturnType<Api['indicators']['list']>>[number]
type Median = Awaited<ReturnType<Api['peers']['medians']>>['medians'][number]
type Series = Awaited<ReturnType<Api['indicators']['series']>>['series'][number]

/** One indicator on a facility's page. */
export interface PanelRow {
  id: string
  title: string
  unit: Facts['unit']
  reading: Reading
  spark: Sparkline
  /** The same indicator of the region and the country, as a line to read it against. */
  country?: Reading['figure']
  /** The middle of its peers, and of how many; absent under three of them, and beside counts of people. */
  peers?: { median: number; known: number }
  /** Shown right under it, so that moving one at the cost of the other is seen. */
  isPaired: boolean
}

/** One area of the catalogue with the indicators that the facility has any figure of. */
export interface Panel {
  area: Area
  rows: PanelRow[]
  /** Indicators of the area without a figure in the months shown. */
  silent: string[]
}

/** The areas of a facility's page, from thirteen months of its own series and those of the country. */
export function panelsOf(
  own: readonly Series[],
  country: readonly Series[],
  facts: readonly Facts[],
  medians: readonly Median[],
  reader: Reader,
): Panel[] {
  const known = new Map(own.map((row) => [row.indicatorId, row]))
  const peers = new Map<string, PanelRow['peers']>(medians.map(({ indicatorId, ...median }) => [indicatorId, median]))
  const whole = new Map(country.map((row) => [row.indicatorId, row]))
  return areas.flatMap((area) => {
    const inArea = pairedTogether(facts.filter((one) => one.area === area))
    const spoken = inArea.filter((one) => known.get(one.id)?.readings.some(isSaid))
    const silent = inArea.filter((one) => !spoken.includes(one)).map((one) => titleOf(one, reader))
    if (inArea.length === 0) return []
    return [
      {
        area,
        silent,
        rows: spoken.map((one) => ({ ...rowOf(one, spoken, known, whole, reader), peers: peers.get(one.id) })),
      },
    ]
  })
}

function isSaid({ figure }: Reading): boolean {
  return figure.state !== 'missing'
}

/** Catalogue order, but an indicator that is read beside another stands right under it. */
function pairedTogether(facts: readonly Facts[]): Facts[] {
  const placed: Facts[] = []
  for (const one of facts) {
    if (placed.includes(one)) continue
    placed.push(one, ...facts.filter((other) => one.pairedWith?.includes(other.id) && !placed.includes(other)))
  }
  return placed
}

function titleOf(one: Facts, reader: Reader): string {
  return reader.words.indicator(one.id)?.title ?? one.id
}

function rowOf(
  one: Facts,
  shown: readonly Facts[],
  known: ReadonlyMap<string, Series>,
  whole: ReadonlyMap<string, Series>,
  reader: Reader,
): PanelRow {
  const readings = known.get(one.id)?.readings ?? []
  const reading = readings.at(-1)
  if (!reading) throw new Error(`no reading of ${one.id}`)
  const title = titleOf(one, reader)
  const before = shown[shown.indexOf(one) - 1]
  return {
    id: one.id,
    title,
    unit: one.unit,
    reading,
    spark: sparkline({
      id: one.id,
      summary: reader.intl.formatMessage({ id: 'overview.spark' }, { title }),
      direction: reader.direction,
      values: readings.map(({ figure }) => (figure.state === 'counted' ? figure.value : null)),
    }),
    country: whole.get(one.id)?.readings.at(-1)?.figure,
    isPaired: before?.pairedWith?.includes(one.id) ?? false,
  }
}
