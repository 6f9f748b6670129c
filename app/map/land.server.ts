import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { type Outline, outlineOf } from '../../server/domain/charts/map-layout.ts'

const require = createRequire(import.meta.url)
let land: Outline[] | undefined

/** The outlines of the world's countries at 1:50 million (Natural Earth, by world-atlas); read once, when a map is first asked for. */
export function outlines(): readonly Outline[] {
  if (land) return land
  const atlas = require('world-atlas/countries-50m.json') as Topology<{ countries: GeometryCollection }>
  land = feature(atlas, atlas.objects.countries).features.flatMap(({ geometry }) => {
    if (geometry.type === 'Polygon') return [outlineOf(geometry.coordinates)]
    return geometry.type === 'MultiPolygon' ? geometry.coordinates.map(outlineOf) : []
  })
  return land
}
