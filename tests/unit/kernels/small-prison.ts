import { columnsBuilder, type FacilityRecords } from '../../../server/domain/kernels/columns.ts'
import type { Coverage } from '../../../server/domain/kernels/coverage.ts'
import { monthIndex } from '../../../server/domain/period.ts'
import { type RecordId, records } from '../../../server/domain/records/index.ts'
import { events } from './prison-events.ts'
import { people } from './prison-people.ts'
import { places } from './prison-places.ts'
import { plans } from './prison-plans.ts'
import type { Rows } from './rows.ts'

export const january = monthIndex('2025-01')
export const march = monthIndex('2025-03')
export const asOf = Date.parse('2025-06-10T09:00Z')

/** Everything is sent since 2020. */
export const allSent: Coverage = Object.fromEntries(records.map(({ id }) => [id, [{ from: monthIndex('2020-01') }]]))

/** The records of prison A, in UTC; rows without a facility are its own. */
export function recordsOf(rows: Rows): FacilityRecords {
  const builder = columnsBuilder('A', 'UTC')
  for (const [recordId, list] of Object.entries(rows))
    for (const row of list) builder.add(recordId as RecordId, { facility_id: 'A', ...row })
  return builder.done()
}

/** A prison, its people and what happened to them around March 2025. */
export const smallPrison: Rows = { ...people, ...events, ...places, ...plans }
