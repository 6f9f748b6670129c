import { type GeoProjection, geoMercator, geoPath } from 'd3-geo'

/** A place on the earth, in degrees. */
export interface Position {
  latitude: number
  longitude: number
}

/** One mark on a map: the places that stand within it, in the order given. */
export interface MapMark<Place> {
  x: number
  y: number
  places: Place[]
}

export interface MapLayout<Place> {
  width: number
  height: number
  /** Outlines of land and borders as an SVG path; empty where nothing but sea is in sight. */
  land: string
  marks: MapMark<Place>[]
}

/** A piece of land: its rings as GeoJSON has them ([longitude, latitude]), and the box of degrees that it lies in. */
export interface Outline {
  rings: number[][][]
  west: number
  east: number
  south: number
  north: number
}

/** A piece of land with its box, which says quickly that it is out of sight. */
export function outlineOf(rings: number[][][]): Outline {
  const [longitudes, latitudes] = [0, 1].map((axis) => (rings[0] ?? []).map((point) => point[axis] ?? 0))
  const [[west, east], [south, north]] = [extent(longitudes!), extent(latitudes!)]
  return { rings, west, east, south, north }
}

export interface MapBox {
  width: number
  height: number
  /** Marks nearer to each other than this are one. */
  spacing: number
}

/** Half a degree around a place that stands alone: a district, not a roof. */
const leastReach = 0.5

/**
 * Places on a map that shows all of them, north above, as large as the box lets it; Mercator's projection, which keeps angles
 * (Snyder 1987, Map Projections, pp. 38-47). Places whose marks would hide each other become one mark, which lies where the
 * first of them does. Undefined without a place.
 */
export function mapLayout<Place extends Position>(
  places: readonly Place[],
  land: readonly Outline[],
  { width, height, spacing }: MapBox,
): MapLayout<Place> | undefined {
  if (places.length === 0) return undefined
  const margin = spacing
  const inner: [[number, number], [number, number]] = [
    [margin, margin],
    [width - margin, height - margin],
  ]
  const frame: [[number, number], [number, number]] = [
    [0, 0],
    [width, height],
  ]
  const corners = cornersOf(places)
  // Turned to their middle, so that a country on both sides of the date line stays in one piece.
  const middle = (corners[0]![0] + corners[1]![0]) / 2
  const project = geoMercator().rotate([-middle, 0]).fitExtent(inner, { type: 'MultiPoint', coordinates: corners })
  const inSight = land.filter((one) => isInSight(one, project, { width, height, spacing }))
  const drawn = { type: 'MultiPolygon' as const, coordinates: inSight.map(({ rings }) => rings) }
  // Tenths of a pixel: more is seen by nobody and makes the page long.
  const outlines = geoPath(project.clipExtent(frame)).digits(1)(drawn) ?? ''
  return { width, height, land: outlines, marks: marksOf(places, project, spacing) }
}

/** Whether any of a piece of land can be in the box. All the coasts of the world would be turned for each map. */
function isInSight({ west, east, south, north }: Outline, project: GeoProjection, { width, height }: MapBox): boolean {
  const [left, top] = project.invert!([0, 0])!
  const [right, bottom] = project.invert!([width, height])!
  if (south > top || north < bottom) return false
  // What spans the world may lie on both sides of the date line.
  if (right <= left || east - west > 180) return true
  return [-360, 0, 360].some((turn) => west + turn <= right && east + turn >= left)
}

/** The corners of the box around all places. Nobody is held within the last degrees of a pole, where Mercator has no end. */
function cornersOf(places: readonly Position[]): [number, number][] {
  const [west, east] = shorter(places.map(({ longitude }) => longitude))
  const [south, north] = reach(places.map(({ latitude }) => clamp(latitude)))
  return [
    [west, south],
    [east, north],
  ]
}

/** From west to east over all of them the shorter way round the earth: a country may lie on both sides of the date line. */
function shorter(degrees: readonly number[]): [number, number] {
  const [straight, across] = [reach(degrees), reach(degrees.map((one) => (one < 0 ? one + 360 : one)))]
  return across[1] - across[0] < straight[1] - straight[0] ? across : straight
}

function extent(degrees: readonly number[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const one of degrees) [low, high] = [Math.min(low, one), Math.max(high, one)]
  return [low, high]
}

function reach(degrees: readonly number[]): [number, number] {
  const [low, high] = extent(degrees)
  const missing = Math.max(0, 2 * leastReach - (high - low)) / 2
  return [low - missing, high + missing]
}

const clamp = (latitude: number) => Math.max(-84, Math.min(84, latitude))

function marksOf<Place extends Position>(
  places: readonly Place[],
  project: GeoProjection,
  spacing: number,
): MapMark<Place>[] {
  const marks: MapMark<Place>[] = []
  // By squares of the spacing: only a mark in a neighbouring square can be too near.
  const squares = new Map<number, MapMark<Place>[]>()
  for (const place of places) {
    const [x, y] = project([place.longitude, clamp(place.latitude)])!
    const [column, row] = [Math.floor(x / spacing), Math.floor(y / spacing)]
    const near = nearIn(squares, { x, y, column, row }, spacing)
    if (near) {
      near.places.push(place)
      continue
    }
    const mark = { x, y, places: [place] }
    marks.push(mark)
    const square = squares.get(squareAt(column, row))
    if (square) square.push(mark)
    else squares.set(squareAt(column, row), [mark])
  }
  return marks
}

/** No map is a million squares high. */
const squareAt = (column: number, row: number) => column * 1_000_000 + row

/** The first mark nearer than the spacing to a point, column by column of the squares around it. */
function nearIn<Mark extends { x: number; y: number }>(
  squares: ReadonlyMap<number, Mark[]>,
  { x, y, column, row }: { x: number; y: number; column: number; row: number },
  spacing: number,
): Mark | undefined {
  for (let right = column - 1; right <= column + 1; right++) {
    for (let down = row - 1; down <= row + 1; down++) {
      const found = squares.get(squareAt(right, down))?.find((mark) => Math.hypot(mark.x - x, mark.y - y) < spacing)
      if (found) return found
    }
  }
  return undefined
}
