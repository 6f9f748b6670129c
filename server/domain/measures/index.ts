import { caseManagement } from './case.ts'
import { complaints } from './complaints.ts'
import { conditions } from './conditions.ts'
import { contact } from './contact.ts'
import type { Dimension, Measure } from './define.ts'
import { discipline } from './discipline.ts'
import { health } from './health.ts'
import { justice } from './justice.ts'
import { national } from './national.ts'
import { oversight } from './oversight.ts'
import { population } from './population.ts'
import { programmes } from './programmes.ts'
import { release } from './release.ts'
import { safety } from './safety.ts'
import { separation } from './separation.ts'
import { staff } from './staff.ts'
import { women } from './women.ts'

const list = [
  ...population,
  ...conditions,
  ...separation,
  ...contact,
  ...justice,
  ...programmes,
  ...caseManagement,
  ...release,
  ...health,
  ...safety,
  ...discipline,
  ...complaints,
  ...women,
  ...staff,
  ...oversight,
  ...national,
]

export type MeasureId = (typeof list)[number]['id']

/** All measures, in the order of the return. */
export const measures: readonly Measure<MeasureId>[] = list

const byId = new Map<string, Measure<MeasureId>>(list.map((entry) => [entry.id, entry]))

export function findMeasure(id: string): Measure<MeasureId> | undefined {
  return byId.get(id)
}

/**
 * One cell of a measure: the measure itself, or with its breakdown 'pop_closing@sex:female'. That the measure has this
 * breakdown is a question for the tests of the catalogue: all measures times all dimensions are too many for a type.
 */
export type CellId = MeasureId | `${MeasureId}@${string}:${string}`

/** One group of a measure as a cell. */
export function groupCell(measureId: MeasureId, dimension: Dimension, code: string): CellId {
  return `${measureId as string}@${dimension}:${code}` as CellId
}

/** The measure and the breakdown ('' for the whole) that a cell id names. */
export function cellParts(cell: CellId): { measureId: MeasureId; breakdown: string } {
  const [measureId, breakdown = ''] = cell.split('@')
  return { measureId: measureId as MeasureId, breakdown }
}

const byCell = new Map<CellId, Measure | undefined>()

/** The measure that a cell is of. Kept by cell: a recompute asks millions of times, and taking an id apart is not free. */
export function measureOf(cell: CellId): Measure | undefined {
  const known = byCell.get(cell)
  if (known || byCell.has(cell)) return known
  const found = findMeasure(cellParts(cell).measureId)
  byCell.set(cell, found)
  return found
}
