import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Api } from '../../server/caller.server.ts'
import type { Unit } from '../../server/domain/indicators/define.ts'
import { type About, aboutOf } from '../charts/chart-about.server.ts'
import { type AskedFile, fileName } from '../charts/file-answer.server.ts'
import { toneOf } from '../components/verdict-badge.tsx'
import type { CsvCell } from '../csv.ts'
import { figureCells, figureColumns, verdictCells, verdictColumns } from '../figure-cells.server.ts'
import { placeName, refusal } from '../page-scope.server.ts'
import type { Reader } from '../reader.server.ts'
import { type Listed, mapIn } from './map.server.ts'
import { type KeyEntry, mapSvg } from './map-drawing.server.tsx'
import { tones, toneWords } from './map-tones.ts'

/** The map of one indicator as a drawing and as rows: every facility, with a mark or without. */
export async function mapFile({ request }: LoaderFunctionArgs, api: Api, reader: Reader): Promise<AskedFile> {
  const { facts, scope, places, maps, elsewhere, finding } = await mapIn(request, api)
  const { intl, format, words, direction } = reader
  const [place, month] = [placeName(scope), format.month(scope.month)]
  const title = words.indicator(facts.id)?.title ?? facts.id
  const found = intl.formatMessage({ id: `compare.finding.${finding.kind}` }, { ...finding, month })
  const about = aboutOf(
    { title: `${title}, ${place}, ${month}: ${found}` },
    facts,
    scope,
    { place, period: month },
    reader,
  )
  const values = { title, place, month, count: places.length }
  const drawnLand = maps?.wide.land ? [intl.formatMessage({ id: 'map.source' })] : []
  const without = elsewhere.length > 0 ? [intl.formatMessage({ id: 'map.elsewhere' }, { count: elsewhere.length })] : []
  return {
    about: [...about, ...drawnLand.map((text): About[number] => ['map', text])],
    name: fileName(['map', facts.id, scope.region ?? 'country', scope.month]),
    svg: () => {
      if (!maps) throw refusal(404, 'chart.none', 'map')
      return mapSvg({
        title: about[0]![1],
        summary: intl.formatMessage({ id: 'map.summary.file' }, values),
        direction,
        about: [
          ...without,
          ...about.slice(1).map(([, text]) => text),
          intl.formatMessage({ id: 'map.several.file' }),
          ...drawnLand,
        ],
        map: maps.wide,
        facilities: maps.facilities,
        key: keyOf(places, reader),
      })
    },
    rows: () => [columns, ...places.map((one) => rowOf(one, { unit: facts.unit, month: scope.month }, reader))],
  }
}

const columns: CsvCell[] = [
  'facility_key',
  'facility',
  'region',
  'latitude',
  'longitude',
  'month',
  ...figureColumns,
  ...verdictColumns,
]

function rowOf(one: Listed, { unit, month }: { unit: Unit; month: string }, reader: Reader): CsvCell[] {
  return [
    one.key,
    one.name,
    one.region,
    one.latitude,
    one.longitude,
    month,
    ...figureCells(one.reading, unit, reader),
    ...verdictCells(one.reading, reader),
  ]
}

/** What each sign says, the gravest first, of those that the map has. */
function keyOf(places: readonly Listed[], { intl }: Reader): KeyEntry[] {
  const onMap = places.filter(({ latitude, longitude }) => latitude !== null && longitude !== null)
  return tones.flatMap((tone) => {
    const count = onMap.filter(({ reading }) => toneOf(reading.verdict) === tone).length
    if (count === 0) return []
    return [
      {
        tone,
        words: intl.formatMessage({ id: 'map.key' }, { verdict: intl.formatMessage({ id: toneWords[tone] }), count }),
      },
    ]
  })
}
