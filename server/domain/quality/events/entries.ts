import { monthOfDay } from '../../kernels/columns.ts'
import type { Facility } from '../../kernels/facility.ts'
import { type RecordId, records } from '../../records/index.ts'
import { dayReader } from './dates.ts'
import { type EventCheck, eachOwn, type See } from './define.ts'

const dayMs = 86_400_000

/** Later than this after the event is late. Source: the catalogue, check X22. */
const lateDays = 7
const mostLate = 0.1
/** Of fewer rows a month than this a share says nothing; a choice. */
const fewestRows = 10
/** Days that are set and not lived through: they say nothing of when a row was written. */
const isSet = /due|expected|next|until|lawful|eligible|limit|max_end|expires/

/** The fields of each type that tell when something happened; those of persons and of the days of a place. */
const lived = records
  .filter(({ level, id }) => level === 'person' || id === 'regime_day')
  .map(({ id, fields }) => ({
    recordId: id,
    fields: Object.entries<{ kind: string }>(fields)
      .filter(([name, { kind }]) => (kind === 'day' || kind === 'moment') && !isSet.test(name))
      .map(([name]) => name),
  }))
  .filter(({ fields }) => fields.length > 0)

const entered = (row: number, days: number) => ({
  stay_key: `s${row}`,
  identified_on: '2025-03-05',
  recorded_at: new Date(Date.parse('2025-03-05T12:00Z') + days * dayMs).toISOString(),
})

/**
 * Rows entered more than 7 days after the newest thing that they tell, where they are over 10 % of a type's month, and any
 * authority for a placement so late: a row that was written again when it ended is judged by its end.
 */
export const lateEntries: EventCheck = {
  id: 'X22',
  needs: [],
  find: (facility, see) => {
    for (const { recordId, fields } of lived) seeLate(facility, recordId, fields, see)
  },
  examples: [
    { given: { need: Array.from({ length: 10 }, (_, row) => entered(row, row < 2 ? 8 : 1)) }, finds: { need: 2 } },
    { given: { need: Array.from({ length: 10 }, (_, row) => entered(row, row < 1 ? 8 : 1)) }, finds: {} },
    { given: { need: Array.from({ length: 5 }, (_, row) => entered(row, 30)) }, finds: {} },
    // Written again when the need was closed, on the day itself.
    {
      given: { need: Array.from({ length: 10 }, (_, row) => ({ ...entered(row, 20), closed_on: '2025-03-25' })) },
      finds: {},
    },
    {
      given: {
        restrictive_placement: [
          {
            placement_id: 'x',
            start_at: '2025-03-03T10:00Z',
            authorised_at: '2025-03-03T10:00Z',
            recorded_at: '2025-03-20T10:00Z',
          },
        ],
      },
      finds: { restrictive_placement: 1 },
    },
  ],
}

interface Entry {
  row: number
  day: number
  isLate: boolean
}

/** Own rows of a type with the day of the newest thing that each tells. */
function entriesOf(facility: Facility, recordId: RecordId, fields: readonly string[]): Entry[] {
  const readers = fields.map((field) => dayReader(facility, recordId, field))
  const recorded = facility.column(recordId, 'recorded_at')
  const entries: Entry[] = []
  eachOwn(facility, recordId, (row) => {
    const written = facility.days.dayOf(recorded[row]!)
    let day = Number.NEGATIVE_INFINITY
    for (const read of readers) if (read(row) <= written) day = Math.max(day, read(row))
    if (Number.isFinite(day)) entries.push({ row, day, isLate: written - day > lateDays })
  })
  return entries
}

function seeLate(facility: Facility, recordId: RecordId, fields: readonly string[], see: See): void {
  const isAuthority = recordId === 'restrictive_placement'
  for (const { rows, late } of lateByMonth(facility, recordId, fields))
    if (isAuthority || (rows >= fewestRows && late.length > mostLate * rows))
      for (const { row, day } of late) see(recordId, row, day)
}

/** A type's month: how many rows tell of it, and which of them were entered late. */
interface MonthOfEntries {
  month: number
  rows: number
  late: Entry[]
}

function lateByMonth(facility: Facility, recordId: RecordId, fields: readonly string[]): MonthOfEntries[] {
  const { window } = facility
  const months = Array.from({ length: window.months }, (_, at) => ({
    month: window.first + at,
    rows: 0,
    late: [] as Entry[],
  }))
  for (const entry of entriesOf(facility, recordId, fields)) {
    const month = months[monthOfDay(entry.day) - window.first]
    if (!month) continue
    month.rows++
    if (entry.isLate) month.late.push(entry)
  }
  return months
}

/** Each type's months with how many of its rows were entered late: what the question about late entries is asked of. */
export function entriesByMonth(facility: Facility) {
  return lived.flatMap(({ recordId, fields }) =>
    lateByMonth(facility, recordId, fields).map(({ month, rows, late }) => ({
      recordId,
      month,
      rows,
      late: late.map(({ row }) => row),
    })),
  )
}
