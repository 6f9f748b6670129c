import type { Indicator } from '../indicators/define.ts'
import { indicators } from '../indicators/index.ts'
import { derivationOf } from '../kernels/index.ts'
import { type CellId, cellParts, type MeasureId } from '../measures/index.ts'
import type { ReadNote } from './shown-quality.ts'

/** Ids of the indicators whose figures a note touches, in catalogue order. */
export function indicatorsTouched(note: Pick<ReadNote, 'cells' | 'recordId'>): string[] {
  return indicators.filter((one) => touches(note, one)).map(({ id }) => id)
}

/** Whether a note is about a count that an indicator is made of, or about records from which one is counted. */
export function touches({ cells, recordId }: Pick<ReadNote, 'cells' | 'recordId'>, { needs }: Indicator): boolean {
  const measures = new Set(cells.map((cell) => cellParts(cell as CellId).measureId))
  return Object.values(needs).some((cell) => {
    const { measureId } = cellParts(cell)
    return measures.has(measureId) || (recordId !== null && isCountedFrom(measureId as MeasureId, recordId))
  })
}

function isCountedFrom(measureId: MeasureId, recordId: NonNullable<ReadNote['recordId']>): boolean {
  return derivationOf(measureId)?.needs.includes(recordId) ?? false
}
