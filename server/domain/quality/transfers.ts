import type { MeasureId } from '../measures/index.ts'
import { monthAt } from '../period.ts'
import { checks } from '../records/checks.ts'
import type { QualityNote } from './note.ts'
import { notesOfCheck } from './return-notes.ts'
import { amountAt, type Watched } from './silences.ts'

/** What is added up over the country to see whether whoever left one place came to another. */
export const transferMeasures: readonly MeasureId[] = ['adm_transfer_in', 'rel_transfer_out']
export const transferCheckId = 'X05'

/** A facility's transfers, and whether it is expected to report a month. */
export interface Transferring {
  watched: Watched
  isExpected: (month: number) => boolean
}

/**
 * What every facility with transfers is told where those of the country do not balance, month by month: of each month of which
 * all facilities that were open have reported them. Nothing of any other facility alone is in it.
 */
export function transferNotes(
  facilities: ReadonlyMap<string, Transferring>,
  { first, last }: { first: number; last: number },
): Map<string, QualityNote[]> {
  const found = new Map([...facilities.keys()].map((id) => [id, [] as QualityNote[]]))
  const check = checks.find(({ id }) => id === transferCheckId)!
  for (let month = first; month <= last; month++) {
    const country = sumsAt([...facilities.values()], month)
    if (!country) continue
    const notes = notesOfCheck(month, check, check.run!({ month: monthAt(month), cells: {}, country }))
    if (notes.length === 0) continue
    for (const [id, { watched }] of facilities)
      if (transferMeasures.some((measure) => (amountAt(watched.get(measure), month) ?? 0) > 0))
        found.get(id)!.push(...notes)
  }
  return found
}

/** A facility that takes its own off a sum of fewer would read one other. */
const fewestInSum = 3

/** The sums over all facilities that were open; undefined where one of them has not reported, or there are too few. */
function sumsAt(facilities: readonly Transferring[], month: number): Record<string, number> | undefined {
  if (facilities.filter(({ isExpected }) => isExpected(month)).length < fewestInSum) return undefined
  const sums: Record<string, number> = {}
  for (const { watched, isExpected } of facilities)
    for (const measure of transferMeasures) {
      const amount = amountAt(watched.get(measure), month)
      if (amount === undefined && isExpected(month)) return undefined
      sums[measure] = (sums[measure] ?? 0) + (amount ?? 0)
    }
  return sums
}
