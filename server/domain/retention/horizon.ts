import { monthOfDay } from '../kernels/columns.ts'
import type { Derivation } from '../kernels/define.ts'
import { groupings } from '../kernels/groups.ts'
import { derivationOf, derivations } from '../kernels/index.ts'
import { type CellId, cellParts, findMeasure, groupCell, type MeasureId } from '../measures/index.ts'
import { findRecord } from '../records/index.ts'
import { isOfSomebody } from './owner.ts'

/** A day on either side for zones and midnights, and one for a placement that ends with its stay. */
const daysOfGrace = 2

/**
 * The last month (as `monthIndex`) in which records that are gone had a part, for a measure that needs records as far back as
 * so many days before the month's end: up to and with it the figures that were made before stand for ever. `goneUntil` is the
 * last day (days since 1970) on which anybody whose records of the facility were deleted was still held there.
 */
export function horizonOf(goneUntil: number, lookBackDays: number): number {
  const last = goneUntil + daysOfGrace
  return Math.max(monthOfDay(last), monthOfDay(last + lookBackDays + 1) - 1)
}

/** Whether a measure is made of records that are kept for a term only: of persons, or of staff. */
export function isOfPersons({ needs }: Pick<Derivation, 'needs'>): boolean {
  return needs.some((need) => isOfSomebody(findRecord(need)!))
}

/** How far the measure of a cell looks back, in days; undefined for one that needs no record of a person. */
export function lookBackOf(cell: CellId): number | undefined {
  const derivation = derivationOf(cellParts(cell).measureId as MeasureId)
  return derivation && isOfPersons(derivation) ? derivation.lookBackDays : undefined
}

/** The cells that are frozen together, because their measures look back as many days: each measure and all its groups. */
export const frozenTogether: ReadonlyMap<number, readonly CellId[]> = new Map(
  [...new Set(derivations.filter(isOfPersons).map(({ lookBackDays }) => lookBackDays))]
    .sort((a, b) => a - b)
    .map((days) => [
      days,
      derivations
        .filter((one) => one.lookBackDays === days && isOfPersons(one))
        .flatMap(({ measure }) => cellsOf(measure)),
    ]),
)

function cellsOf(measure: MeasureId): CellId[] {
  const groups = findMeasure(measure)!.breakdowns.flatMap((dimension) =>
    groupings[dimension].codes.map((code) => groupCell(measure, dimension, code)),
  )
  return [measure, ...groups]
}
