import { countryId } from '../../db/queries/places.ts'
import { type Formula, isNational } from '../domain/engine/formulas.ts'
import { emptySums, type KeptPlaceSeries, type PlaceSums, placeSeries } from '../domain/engine/place-sums.ts'
import type { MonthSpan } from '../domain/period.ts'

/** What one region, or the country, adds up: how many facilities were open, and the sums of each formula anybody feeds. */
export interface Place {
  kind: 'region' | 'country'
  id: string
  open: number[]
  sums: Map<Formula, PlaceSums>
}

/** The months that are summed up, and all that were ever reported. */
export interface Months {
  window: MonthSpan
  range: MonthSpan
}

export function placeIn(places: Map<string, Place>, id: string, window: MonthSpan): Place {
  const known = places.get(id)
  if (known) return known
  const kind = id === countryId ? 'country' : 'region'
  const made: Place = { kind, id, open: new Array<number>(window.last - window.first + 1).fill(0), sums: new Map() }
  places.set(id, made)
  return made
}

export function sumsIn(place: Place, formula: Formula, window: MonthSpan): PlaceSums {
  const known = place.sums.get(formula)
  if (known) return known
  const made = emptySums(formula, window.first, window.last)
  place.sums.set(formula, made)
  return made
}

/** The figures that the sums of a formula make in a place. What courts and the country itself say is asked of no facility. */
export function seriesIn(place: Place, formula: Formula, sums: PlaceSums): KeptPlaceSeries {
  return placeSeries(sums, place.kind, isNational(formula) ? [] : place.open)
}
