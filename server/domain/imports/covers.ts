import { type Coverage, type Declared, stretchAt } from '../kernels/coverage.ts'
import { type Month, monthIndex } from '../period.ts'
import type { RecordId } from '../records/index.ts'
import type { Covers } from './mapping.ts'

/**
 * What a file of some record types says that it holds whole, by its mapping. The month of the import is not over, so nothing
 * covers it.
 */
export function declaredBy(covers: Covers, recordIds: readonly RecordId[], now: Date): Declared[] {
  const lastWhole = monthIndex(now.toISOString().slice(0, 7) as Month) - 1
  const from = monthIndex(covers.from as Month)
  const until = Math.min(lastWhole, covers.until ? monthIndex(covers.until as Month) : lastWhole)
  return from > until ? [] : [...new Set(recordIds)].map((recordId) => ({ recordId, from, until }))
}

/** The declarations of which any month is new. */
export function notYetCovered(declared: readonly Declared[], coverage: Coverage): Declared[] {
  return declared.filter(({ recordId, from, until }) => {
    const stretch = stretchAt(coverage, recordId, from)
    return !stretch || (stretch.until ?? until) < until
  })
}
