import type { Api } from '../../server/caller.server.ts'
import { type MapLayout, type MapMark, mapLayout } from '../../server/domain/charts/map-layout.ts'
import { type MapName, regionNames } from '../../server/domain/charts/map-names.ts'
import type { Reading } from '../../server/domain/indicators/reading.ts'
import { findingOf, type Outcome } from '../compare/outcome.ts'
import { toneOf } from '../components/verdict-badge.tsx'
import { scopeIn } from '../page-scope.server.ts'
import { outlines } from './land.server.ts'
import { type MapTone, tones } from './map-tones.ts'

/** The indicator of a map whose address names none. */
const usualIndicator = 'occupancy-rate'

/** One facility on the map. */
export interface Mapped {
  key: string
  name: string
  region: string | null
  reading: Reading
}

/** One facility of a mark, and what its sign says. */
export interface Marked {
  key: string
  name: string
  tone: MapTone
}

/** A mark: where it lies, what it shows, of how many of its facilities. */
export interface ShownMark {
  x: number
  y: number
  tone: MapTone
  /** How many of its facilities are of that tone. */
  ofTone: number
  /** Places in the list of the facilities that both drawings share. */
  at: number[]
}

export type ShownMap = Omit<MapLayout<never>, 'marks'> & { marks: ShownMark[]; names: MapName[] }

/** The same map for a wide window and for a telephone. */
export interface Maps {
  /** Every facility once: of 2,000 the page would else carry each four times. */
  facilities: Marked[]
  wide: ShownMap
  narrow: ShownMap
}

const boxes = {
  wide: { width: 960, height: 600, spacing: 26 },
  narrow: { width: 360, height: 420, spacing: 26 },
}

/** What a map shows: one indicator of the facilities of a place in a month, and where they lie. */
export async function mapIn(request: Request, api: Api) {
  const indicator = new URL(request.url).searchParams.get('indicator') || usualIndicator
  const facts = await api.indicators.get({ indicator })
  const scope = await scopeIn(request, api)
  const { month, region } = scope
  const [compared, register] = await Promise.all([
    api.indicators.compare({ indicator, month, region, months: 1 }),
    api.facilities.list({ month, region }),
  ])
  const lies = new Map(register.map(({ key, latitude, longitude }) => [key, { latitude, longitude }]))
  const all = compared.map(({ facility: { key, name, regionName }, reading }) => {
    return { key, name, region: regionName, reading, ...(lies.get(key) ?? nowhere) }
  })
  const found = all.map(({ reading }) => ({ ...reading, outcome: outcomeOf(reading) }))
  return {
    scope,
    facts,
    places: all,
    ...laidOut(all.map(({ reading, ...one }) => ({ ...one, tone: toneOf(reading.verdict) }))),
    rows: all.map(mapped),
    finding: findingOf(found),
  }
}

const nowhere = { latitude: null, longitude: null }

/** A map shows no limits of chance: what it says is what the thresholds say. */
const outcomeOf = ({ figure }: Reading): Outcome => (figure.state === 'counted' ? 'no-limits' : 'none')

/** Where the register says that a facility lies, if it says so. */
interface Lying {
  latitude: number | null
  longitude: number | null
}
export type Listed = Mapped & Lying

/** A facility by the sign that it gets. */
export interface Signed extends Marked {
  region: string | null
}
type Positioned = Signed & { latitude: number; longitude: number }
type Numbered = Positioned & { at: number }

/** The map of facilities that lie somewhere, and those of which the register does not say where. */
export function laidOut(all: readonly (Signed & Lying)[]) {
  const elsewhere = all.filter((one) => positioned(one).length === 0).map(({ key, name }) => ({ key, name }))
  return { maps: mapsOf(all.flatMap(positioned)), elsewhere }
}

function positioned({ latitude, longitude, ...rest }: Signed & Lying): Positioned[] {
  return latitude === null || longitude === null ? [] : [{ ...rest, latitude, longitude }]
}

function mapped({ key, name, region, reading }: Mapped): Mapped {
  return { key, name, region, reading }
}

function mapsOf(places: readonly Positioned[]): Maps | undefined {
  const numbered = places.map((place, at) => ({ ...place, at }))
  const [wide, narrow] = [boxes.wide, boxes.narrow].map((box) => mapLayout(numbered, outlines(), box))
  const facilities = places.map(({ key, name, tone }) => ({ key, name, tone }))
  return wide && narrow && { facilities, wide: shown(wide), narrow: shown(narrow) }
}

function shown({ marks, ...map }: MapLayout<Numbered>): ShownMap {
  const regions = marks.map(({ x, y, places }) => ({ x, y, regions: places.map(({ region }) => region) }))
  return {
    ...map,
    marks: marks.map(markOf).toSorted((a, b) => tones.indexOf(b.tone) - tones.indexOf(a.tone)),
    names: regionNames(regions, map.width),
  }
}

/** What one mark shows. Marks are drawn the gravest last, so that none lies under another. */
export function markOf({ x, y, places }: Pick<MapMark<Numbered>, 'x' | 'y' | 'places'>): ShownMark {
  const own = places.map((place) => place.tone)
  const tone = tones.find((one) => own.includes(one)) ?? 'unassessed'
  const count = own.filter((one) => one === tone).length
  return { x: rounded(x), y: rounded(y), tone, ofTone: count, at: places.map(({ at }) => at) }
}

const rounded = (value: number) => Math.round(value * 10) / 10
