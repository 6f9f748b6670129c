import { createRequire } from 'node:module'
import type { FeatureCollection } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

const require = createRequire(import.meta.url)
let land: FeatureCollection | undefined

/** The outlines of the world's countries at 1:50 million (Natural Earth, by world-atlas); read once, when a map is first asked for. */
export function outlines(): FeatureCollection {
  if (land) return land
  const atlas = require('world-atlas/countries-50m.json') as Topology<{ countries: GeometryCollection }>
  land = feature(atlas, atlas.objects.countries)
  return land
}
