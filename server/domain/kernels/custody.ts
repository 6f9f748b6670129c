import type { RecordId } from '../records/index.ts'
import type { Facility } from './facility.ts'
import { some } from './rows-by-key.ts'

/**
 * Asks whether any row of a record type passes a test, over the whole custody of a stay: what was begun, found or planned
 * at one facility holds on at the next. A stay without a custody stands for itself.
 */
export function custodyReader(
  facility: Facility,
  recordId: RecordId,
): (stay: number, test: (row: number) => boolean) => boolean {
  const rows = facility.by(recordId, 'stay_key')
  const custodies = facility.by('stay', 'custody_key')
  const keys = facility.column('stay', 'stay_key')
  return (stay, test) => {
    const custody = facility.stays.custody[stay]!
    if (Number.isNaN(custody)) return some(rows, keys[stay]!, test)
    return some(custodies, custody, (other) => some(rows, keys[other]!, test))
  }
}
