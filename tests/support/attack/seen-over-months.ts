import type { Database } from '../../../db/client.ts'
import { loadFacilityPlaces, loadRegionTree } from '../../../db/queries/places.ts'
import { cellOf, listMeasureSeries } from '../../../db/queries/series.ts'
import { listWithheldBlocks } from '../../../db/queries/withheld.ts'
import { amountAt } from '../../../server/domain/engine/figure-series.ts'
import { formulaAt } from '../../../server/domain/engine/formula-versions.ts'
import { type Formula, formulas } from '../../../server/domain/engine/formulas.ts'
import { shareOf } from '../../../server/domain/engine/place-sums.ts'
import { regionsOf } from '../../../server/domain/engine/region-tree.ts'
import { type CellId, measureOf } from '../../../server/domain/measures/index.ts'
import { type MonthSpan, monthAt } from '../../../server/domain/period.ts'
import type { MeasureSeries } from '../../../server/domain/series.ts'
import { isWithheldIn } from '../../../server/domain/suppression/withheld-months.ts'
import type { Figure } from '../../../server/domain/value.ts'
import type { CountedMonths, Said, Term } from './months.ts'
import { withTogether } from './published.ts'

/** What the installation knows of some months, against which what was shown is read. */
export interface Truth {
  facilities: readonly CountedMonths[]
  /** By facility. */
  measures: ReadonlyMap<string, ReadonlyMap<CellId, MeasureSeries>>
  /** The facilities that a place held in a month: the country under '', a region under its id. */
  heldBy: (placeId: string, month: number) => string[]
}

/** The counts of some facilities over some months, with what of them the ministry is not shown. */
export async function truthOf(db: Database, facilityIds: readonly string[], months: MonthSpan): Promise<Truth> {
  return db.asSystem(async (tx) => {
    const [rows, withheld] = await Promise.all([
      listMeasureSeries(tx, facilityIds),
      listWithheldBlocks(tx, { facilityIds }),
    ])
    const [places, tree] = await Promise.all([loadFacilityPlaces(tx, facilityIds), loadRegionTree(tx)])
    const measures = new Map(facilityIds.map((id) => [id, new Map<CellId, MeasureSeries>()]))
    for (const row of rows) measures.get(row.facilityId)!.set(cellOf(row), row.series)
    const facilities = facilityIds.map((id) => {
      const own = withheld.filter((row) => row.facilityId === id)
      const found = new Map<number, CountedMonths['months'] extends ReadonlyMap<number, infer One> ? One : never>()
      for (let month = months.first; month <= months.last; month++) {
        const counted = [...measures.get(id)!].flatMap(([cell, series]): [CellId, number][] => {
          const amount = amountAt(series, month)
          return amount === undefined ? [] : [[cell, amount]]
        })
        const hidden = own.filter((row) => isWithheldIn(row, month)).map(({ block }) => block)
        found.set(month, { counts: withTogether(new Map(counted)), withheld: new Set(hidden) })
      }
      return { id, months: found }
    })
    const heldBy = (placeId: string, month: number) =>
      facilityIds.filter(
        (id) => placeId === '' || regionsOf(places.get(id) ?? [], tree, monthAt(month)).includes(placeId),
      )
    return { facilities, measures, heldBy }
  })
}

const byName = new Map(formulas.map((formula) => [`${formula.definition.id}@${formula.breakdown}`, formula]))

/** A figure as a page or a file says it: of which facilities together, in which month. */
export interface SaidFigure {
  where: string
  indicatorId: string
  breakdown: string
  month: number
  facilityIds: readonly string[]
  numerator: number
  denominator: number | null
}

/**
 * The counts that a figure says, each as the sum that it is: months of its window, facilities and needs. None for what is no
 * sum: a median, a longest time, the worst month.
 */
export function numbersIn(truth: Truth, figure: SaidFigure): Said[] {
  const line = byName.get(`${figure.indicatorId}@${figure.breakdown}`)
  const formula = line && formulaAt(line, figure.month)
  if (!line || !formula) return []
  const joining = figure.facilityIds.filter(
    (id) => shareOf(line, truth.measures.get(id)!, figure.month, true).amounts !== undefined,
  )
  const needs = formula.needs.map(({ name, cell }) => ({
    name,
    terms: joining.flatMap((id) => termsOf(formula, cell, id, figure.month) ?? [undefined]),
  }))
  if (needs.some(({ terms }) => terms.includes(undefined))) return []
  const countOf = ({ facilityId, month, cell }: Term) => amountAt(truth.measures.get(facilityId)!.get(cell), month)
  // What does not apply at a facility counts as nought there.
  const amountOf = (term: Term) => countOf(term) ?? 0
  const counts = Object.fromEntries(
    needs.map(({ name, terms }) => [name, terms.reduce((all, term) => all + amountOf(term!), 0)]),
  )
  return (['numerator', 'denominator'] as const).flatMap((side): Said[] => {
    const total = figure[side]
    const factors = total === null ? undefined : factorsOf(formula, counts, side, total)
    if (!factors || !Number.isSafeInteger(total)) return []
    const terms = needs.flatMap((need) => need.terms.map((term) => ({ ...term!, factor: factors[need.name]! })))
    const used = terms.filter((term) => term.factor !== 0 && countOf(term) !== undefined)
    if (!used.every((term) => Number.isSafeInteger(amountOf(term)))) return []
    return [{ where: `${figure.where}: ${figure.indicatorId} ${figure.breakdown} ${side}`, terms: used, total: total! }]
  })
}

/** The months of a facility's count that a formula adds; undefined where months do not add up. */
function termsOf({ definition }: Formula, cell: CellId, facilityId: string, month: number): Term[] | undefined {
  const { over } = measureOf(cell)!
  const months = definition.months ?? 1
  if (months > 1 && over !== 'last' && over !== 'sum') return undefined
  const reach = over === 'sum' ? months : 1
  return Array.from({ length: reach }, (_, back) => ({ facilityId, month: month - back, cell, factor: 1 }))
}

/** How often each need goes into one side of a figure; undefined where the side is no sum, or not of these counts. */
function factorsOf(
  { definition }: Formula,
  counts: Record<string, number>,
  side: 'numerator' | 'denominator',
  total: number,
): Record<string, number> | undefined {
  const sideOf = (given: Record<string, number>) => {
    const figure: Figure = definition.compute(given)
    return figure.state === 'counted' ? figure[side] : null
  }
  const base = sideOf(counts)
  if (base === null || Math.abs(base - total) > 1e-6) return undefined
  const factors: Record<string, number> = {}
  for (const name of Object.keys(counts)) {
    const moved = sideOf({ ...counts, [name]: counts[name]! + 1 })
    if (moved === null) return undefined
    factors[name] = Math.round((moved - base) * 1e6) / 1e6
  }
  const sum = Object.entries(factors).reduce((all, [name, factor]) => all + factor * counts[name]!, 0)
  const isWhole = Object.values(factors).every(Number.isSafeInteger)
  return isWhole && Math.abs(sum - total) < 1e-6 ? factors : undefined
}
