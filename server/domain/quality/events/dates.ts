import { codePlace, monthStart } from '../../kernels/columns.ts'
import type { Facility } from '../../kernels/facility.ts'
import { isSentenced } from '../../kernels/legal-status.ts'
import { fieldsOf, findRecord, type RecordId } from '../../records/index.ts'
import { type EventCheck, eachOwn, exampleStay } from './define.ts'

/**
 * The fields that say when a record happened, for the records that must lie inside their stay. Of a pregnancy what was known
 * before is known, placements, legal status and contacts have checks of their own, and an answer may come after release.
 */
const happened: Partial<Record<RecordId, readonly string[]>> = {
  housing_allocation: ['start_at', 'end_at'],
  absence: ['start_at', 'end_at'],
  health_screening: ['done_at'],
  health_request: ['requested_at'],
  child_resident: ['start_on', 'end_on'],
  force_use: ['happened_at'],
  search_event: ['done_at'],
  disciplinary_case: ['alleged_on'],
  assessment: ['completed_on'],
  need: ['identified_on'],
  case_plan: ['opened_on'],
  participation: ['started_on', 'ended_on'],
  activity_day: ['day'],
  contact_restriction: ['start_on'],
  release_plan: ['opened_on'],
}

/** The day of a field, whatever its kind; NaN where it is empty. */
export function dayReader(facility: Facility, recordId: RecordId, field: string): (row: number) => number {
  const values = facility.column(recordId, field)
  const isMoment = fieldsOf(findRecord(recordId)!)[field]?.kind === 'moment'
  return (row) => (isMoment ? facility.days.dayOf(values[row]!) : values[row]!)
}

/** Own rows of a type with the days of some fields, where they name a stay that is known and lie outside its days. */
function eachOutside(
  facility: Facility,
  recordId: RecordId,
  fields: readonly string[],
  see: (row: number, day: number) => void,
): void {
  const { stays } = facility
  const stayOf = facility.stayOf(recordId)
  const readers = fields.map((field) => dayReader(facility, recordId, field))
  eachOwn(facility, recordId, (row) => {
    const stay = stayOf(row)
    if (stay < 0) return
    for (const read of readers) {
      const day = read(row)
      if (day < stays.from[stay]! || day > stays.until[stay]!) return see(row, day)
    }
  })
}

/** A record of a stay that lies before it began or after it ended; days, not hours, for few are kept to the hour. */
export const insideStay: EventCheck = {
  id: 'X06',
  needs: ['stay'],
  find: (facility, see) => {
    for (const [recordId, fields] of Object.entries(happened))
      eachOutside(facility, recordId as RecordId, fields, (row, day) => see(recordId as RecordId, row, day))
  },
  examples: [
    { given: { stay: [exampleStay()], need: [{ stay_key: 's', identified_on: '2025-03-05' }] }, finds: {} },
    {
      given: {
        stay: [exampleStay({ released_at: '2025-03-10T10:00Z' })],
        need: [{ stay_key: 's', identified_on: '2025-03-12' }],
        health_screening: [{ stay_key: 's', done_at: '2025-03-01T12:00Z' }],
      },
      finds: { need: 1 },
    },
    // Of a stay that nobody sent nothing is said.
    { given: { need: [{ stay_key: 'unknown', identified_on: '2025-03-05' }] }, finds: {} },
  ],
}

/** A contact that took place outside its stay. How many visits a facility can receive in a day is not on record. */
export const contactInsideStay: EventCheck = {
  id: 'X29',
  needs: ['stay', 'contact_event'],
  find: (facility, see) => {
    const status = facility.column('contact_event', 'status')
    eachOutside(facility, 'contact_event', ['happened_on'], (row, day) => {
      if (status[row] === codePlace('contact_status', 'completed')) see('contact_event', row, day)
    })
  },
  examples: [
    {
      given: {
        stay: [exampleStay({ released_at: '2025-03-10T10:00Z' })],
        contact_event: [{ stay_key: 's', status: 'completed', happened_on: '2025-03-11' }],
      },
      finds: { contact_event: 1 },
    },
    {
      given: {
        stay: [exampleStay({ released_at: '2025-03-10T10:00Z' })],
        contact_event: [{ stay_key: 's', status: 'completed', happened_on: '2025-03-10' }],
      },
      finds: {},
    },
  ],
}

/** An answer before its complaint, and an anonymous complaint that names a stay. The import refuses both; older rows stay. */
export const complaintDates: EventCheck = {
  id: 'X30',
  needs: ['complaint'],
  find: (facility, see) => {
    const { days } = facility
    const read = (field: string) => facility.column('complaint', field)
    const [lodged, answered, channel, stay] = [
      read('lodged_at'),
      read('answered_on'),
      read('channel'),
      read('stay_key'),
    ]
    eachOwn(facility, 'complaint', (row) => {
      const day = days.dayOf(lodged[row]!)
      const isNamed = channel[row] === codePlace('complaint_channel', 'anonymous_box') && !Number.isNaN(stay[row]!)
      if (answered[row]! < day || isNamed) see('complaint', row, day)
    })
  },
  examples: [
    { given: { complaint: [{ lodged_at: '2025-03-04T10:00Z', answered_on: '2025-03-04' }] }, finds: {} },
    { given: { complaint: [{ lodged_at: '2025-03-04T10:00Z', answered_on: '2025-03-03' }] }, finds: { complaint: 1 } },
    {
      given: { complaint: [{ lodged_at: '2025-03-04T10:00Z', channel: 'anonymous_box', stay_key: 's' }] },
      finds: { complaint: 1 },
    },
  ],
}

const done = codePlace('item_status', 'done')

/** Two plans of one sentenced release, and what is said to have been done for it after the person had left. */
export const releaseAndPlan: EventCheck = {
  id: 'X24',
  needs: ['stay', 'legal_status_spell', 'release_plan', 'release_plan_item'],
  find: (facility, see) => {
    const { stays } = facility
    const stayOf = facility.stayOf('release_plan')
    const closed = facility.column('release_plan', 'closed_on')
    const isReleased = (stay: number) =>
      stay >= 0 && Number.isFinite(stays.until[stay]!) && isSentenced(stays.statusAt(stay, stays.until[stay]!))
    const plans = new Map<number, number>()
    eachOwn(facility, 'release_plan', (row) => {
      const stay = stayOf(row)
      if (!isReleased(stay) || closed[row]! < stays.until[stay]!) return
      if (plans.has(stay)) see('release_plan', row, stays.until[stay]!)
      plans.set(stay, row)
    })
    const planRow = facility.rowOf('release_plan', 'plan_id')
    const read = (field: string) => facility.column('release_plan_item', field)
    const [plan, status, doneOn] = [read('plan_id'), read('status'), read('done_on')]
    eachOwn(facility, 'release_plan_item', (row) => {
      const stay = stayOf(planRow[plan[row]!] ?? -1)
      if (isReleased(stay) && status[row] === done && doneOn[row]! > stays.until[stay]!)
        see('release_plan_item', row, doneOn[row]!)
    })
  },
  examples: [
    {
      given: {
        stay: [exampleStay({ released_at: '2025-03-20T10:00Z' })],
        legal_status_spell: [{ stay_key: 's', status: 'sentenced_final', start_on: '2025-03-01' }],
        release_plan: [{ plan_id: 'l', stay_key: 's' }],
        release_plan_item: [
          { plan_id: 'l', item: 'housing', status: 'done', done_on: '2025-03-20' },
          { plan_id: 'l', item: 'documents', status: 'done', done_on: '2025-03-24' },
        ],
      },
      finds: { release_plan_item: 1 },
    },
    {
      given: {
        stay: [exampleStay({ released_at: '2025-03-20T10:00Z' })],
        legal_status_spell: [{ stay_key: 's', status: 'sentenced_final', start_on: '2025-03-01' }],
        release_plan: [
          { plan_id: 'l', stay_key: 's' },
          { plan_id: 'm', stay_key: 's' },
        ],
      },
      finds: { release_plan: 1 },
    },
    // The first plan was closed for a new one.
    {
      given: {
        stay: [exampleStay({ released_at: '2025-03-20T10:00Z' })],
        legal_status_spell: [{ stay_key: 's', status: 'sentenced_final', start_on: '2025-03-01' }],
        release_plan: [
          { plan_id: 'l', stay_key: 's', closed_on: '2025-03-09' },
          { plan_id: 'm', stay_key: 's' },
        ],
      },
      finds: {},
    },
  ],
}

const unverifiedDays = 180

/** Recommendations that were claimed as done and that nobody verified within 180 days, in each month in which they stand so. */
export const claimedAndVerified: EventCheck = {
  id: 'X33',
  needs: ['recommendation'],
  find: (facility, see) => {
    const read = (field: string) => facility.column('recommendation', field)
    const [claimed, verified] = [read('claimed_done_on'), read('verified_done_on')]
    eachOwn(facility, 'recommendation', (row) => {
      for (let place = 0; place < facility.window.months; place++) {
        const day = monthStart(facility.window.first + place + 1) - 1
        if (claimed[row]! + unverifiedDays < day && !(verified[row]! <= day)) see('recommendation', row, day)
      }
    })
  },
  examples: [
    { given: { recommendation: [{ visit_id: 'v', claimed_done_on: '2024-08-01' }] }, finds: { recommendation: 1 } },
    { given: { recommendation: [{ visit_id: 'v', claimed_done_on: '2025-01-01' }] }, finds: {} },
    {
      given: { recommendation: [{ visit_id: 'v', claimed_done_on: '2024-08-01', verified_done_on: '2025-02-01' }] },
      finds: {},
    },
  ],
}
