import { daysIn, type Month, monthsFrom } from '../../../server/domain/period.ts'
import type { RecordId } from '../../../server/domain/records/index.ts'

/** Records that come in one file, from a month on, of every facility in it: of these nothing is left out. */
export interface RecordGroup {
  name: string
  from: Month
  types: readonly RecordId[]
  /** Figures of the country: what is not there was not sent. */
  isWithoutMonths?: boolean
}

/** Persons are on record for the two years that the longest clock looks back from the last month, waiting for trial. */
export const recordsFrom: Month = '2024-02'
/** What happened to them, and where, for a year and a half before the demonstration's moment. */
const eventsFrom: Month = '2024-09'

/**
 * The files of records. What comes every day goes back for as many months as a first start has time for. Each file has
 * rows of every facility, so that it speaks of all of them.
 */
export const recordGroups: readonly RecordGroup[] = [
  {
    name: 'persons',
    from: recordsFrom,
    types: ['person', 'person_flag', 'stay', 'legal_status_spell', 'death', 'maternity_case', 'child_resident'],
  },
  {
    name: 'separation',
    from: eventsFrom,
    types: ['unit', 'cell', 'restrictive_placement', 'placement_review', 'placement_day'],
  },
  {
    name: 'events',
    from: eventsFrom,
    types: [
      'staff_member',
      'need',
      'case_plan',
      'incident',
      'incident_person',
      'force_use',
      'disciplinary_case',
      'complaint',
      'notification',
      'contact_restriction',
    ],
  },
  {
    name: 'activities',
    // A year before the last month, and the ninety days of waits that end in its first.
    from: '2024-12',
    types: ['programme', 'participation', 'assessment'],
  },
  { name: 'staff', from: '2025-03', types: ['staff_month', 'training_event'] },
  {
    name: 'housing-and-release',
    from: '2025-07',
    types: ['housing_allocation', 'absence', 'health_screening', 'release_plan', 'release_plan_item'],
  },
  {
    name: 'daily',
    from: '2025-10',
    types: ['contact_event', 'health_request', 'search_event', 'regime_day', 'shift_roster', 'followup'],
  },
  { name: 'activity-days', from: '2026-02', types: ['activity_day'] },
  {
    name: 'oversight',
    from: eventsFrom,
    types: ['inspection_visit', 'recommendation', 'attestation', 'survey_result', 'agreement', 'volunteer_month'],
  },
  {
    name: 'national',
    from: eventsFrom,
    types: ['justice_return', 'population_reference', 'cohort_outcome', 'national_attestation'],
    isWithoutMonths: true,
  },
]

const groupOf = new Map(recordGroups.flatMap((group) => group.types.map((id) => [id, group] as const)))

/** The month from which a type is kept. */
export function keptSince(recordId: RecordId): Month {
  return groupOf.get(recordId)?.from ?? recordsFrom
}

/** The first day of each type's records, counted from the first day of `first`. */
export function periodsSince(first: Month): (recordId: RecordId) => number {
  const days = (month: Month) =>
    monthsFrom(first, month)
      .slice(0, -1)
      .reduce((sum, one) => sum + daysIn(one), 0)
  const from = new Map([...groupOf].map(([id, group]) => [id, days(group.from)]))
  return (recordId) => from.get(recordId) ?? 0
}
