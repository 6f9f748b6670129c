import type { Database, Tx } from '../../db/client.ts'
import { loadReturnsAsKnown } from '../../db/queries/known.ts'
import { countryId, listFacilityIds, loadRegionTree } from '../../db/queries/places.ts'
import { figureSeries } from '../domain/engine/figure-series.ts'
import { formulas, isNational } from '../domain/engine/formulas.ts'
import { measureSeries } from '../domain/engine/measure-series.ts'
import { type Month, monthIndex } from '../domain/period.ts'
import { type FigureSeries, figureAt, type Grade, grades } from '../domain/series.ts'
import { type Figure, missing } from '../domain/value.ts'
import { makeDerived } from './derive.ts'
import { addNational, listNationalParts } from './national-places.ts'
import { type Place, seriesIn } from './places-in-sum.ts'
import { addFacility, type FacilityInPlaces } from './recompute-places.ts'

/** A figure as it was known, and of how many facilities it spoke. */
export interface KnownFigure {
  figure: Figure
  grade: Grade
  reporting?: number
  expected?: number
}

/** Which figure: of the whole, in a month, of a facility, a region or the country, as known at a moment. */
export interface KnownQuestion {
  indicatorId: string
  month: Month
  place: { kind: 'facility' | 'region' | 'country'; id: string }
  known: Date
}

/**
 * A figure made anew of what had come by a moment: lines and records that had been taken in and not yet replaced, coverage
 * that had been declared, certificates and versions of the register that had been written down. The tree of regions is
 * today's, and so is the formula. For the system: it reads people's records.
 */
export async function figureAsKnown(db: Database, question: KnownQuestion): Promise<KnownFigure> {
  const { place } = question
  if (place.kind !== 'facility') return placeFigureAsKnown(db, question)
  const { measures } = await db.asSystem((tx) => facilityAsKnown(tx, place.id, question))
  return read(figureSeries(formulaOf(question), measures), question.month)
}

function formulaOf({ indicatorId }: KnownQuestion) {
  return formulas.find((one) => one.definition.id === indicatorId && one.breakdown === '')!
}

function read(series: FigureSeries | undefined, month: Month): KnownFigure {
  const at = monthIndex(month)
  if (!series) return { figure: missing('not-reported'), grade: 'none' }
  return { figure: figureAt(series, at), grade: grades[series.grades[at - series.startMonth] ?? 0] ?? 'none' }
}

/** What one facility gave, read in one short transaction. */
async function facilityAsKnown(tx: Tx, facilityId: string, { month, known }: KnownQuestion): Promise<FacilityInPlaces> {
  const { own, ...returns } = await loadReturnsAsKnown(tx, facilityId, known)
  const last = monthIndex(month)
  const window = { first: last - 11, last }
  const derived = await makeDerived(tx, facilityId, window, new Map(), new Map(), known)
  const records = derived && { records: { covered: derived.covered, cells: derived.cells } }
  return { own, measures: measureSeries({ ...returns, ...records }), durations: derived?.durations ?? new Map() }
}

/** The sums of a place of all facilities as each was known, one facility at a time. */
async function placeFigureAsKnown(db: Database, question: KnownQuestion): Promise<KnownFigure> {
  const at = monthIndex(question.month)
  const formula = formulaOf(question)
  const [ids, tree] = await db.asSystem(async (tx) => [await listFacilityIds(tx), await loadRegionTree(tx)] as const)
  const places = new Map<string, Place>()
  const months = { window: { first: at, last: at }, range: { first: at, last: at } }
  for (const id of ids) {
    const facility = await db.asSystem((tx) => facilityAsKnown(tx, id, question))
    addFacility(places, months, facility, tree, new Set([formula]))
  }
  if (isNational(formula))
    await db.asSystem(async (tx) =>
      addNational(places, months, await listNationalParts(tx, months, question.known), tree, new Set([formula])),
    )
  const place = places.get(question.place.kind === 'country' ? countryId : question.place.id)
  const sums = place?.sums.get(formula)
  if (!place || !sums)
    return { figure: missing('not-reported'), grade: 'none', reporting: 0, expected: place?.open[0] ?? 0 }
  const series = seriesIn(place, formula, sums)
  return { ...read(series, question.month), reporting: series.reporting[0] ?? 0, expected: series.expected[0] ?? 0 }
}
