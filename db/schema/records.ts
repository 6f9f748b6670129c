import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { type CodeList, codeLists } from '../../server/domain/records/codes.ts'
import type { Field, RecordType } from '../../server/domain/records/define.ts'
import { findRecord, isSurrogate, type RecordId, records } from '../../server/domain/records/index.ts'
import { ofInspectors } from '../../server/domain/records/personal-data.ts'
import { isOfSomebody } from '../../server/domain/retention/owner.ts'
import { facilityPolicies, sharedPolicies, termPolicies } from '../policies.ts'

/**
 * The record types that have tables of their own shape elsewhere: the register's versions, certificates, and the lines of
 * monthly returns. Every other type gets its table from its definition here.
 */
const keptElsewhere: readonly RecordId[] = ['facility', 'capacity_certificate', 'monthly_return', 'return_line']

export const storedRecords = records.filter((entry) => !keptElsewhere.includes(entry.id))

/** Whether rows of a type are open to whoever may see the facility: none of persons or staff, and none of inspectors. */
export function isOpenRecord(entry: RecordType<RecordId>): boolean {
  return (entry.level === 'facility' || entry.level === 'system') && !ofInspectors.includes(entry.id)
}

/** 'stay' → 'stay_records': the table of a record type. */
export function tableOfRecord(recordId: string): string {
  return `${recordId}_records`
}

/** The place at which a code is kept, two bytes: lists only ever grow at their end. Throws on a code that is none, for that is a mistake in a query. */
export function codePlace<List extends CodeList>(list: List, value: (typeof codeLists)[List][number]): number {
  const place = (codeLists[list] as readonly string[]).indexOf(value)
  if (place < 0) throw new Error(`'${value}' is no code of ${list}`)
  return place
}

/** The PostgreSQL type of a field; codes are kept as their places, months as their first day. */
export function columnType(entry: RecordType, name: string, field: Field): string {
  return columnOf(entry, field, name).sqlType
}

/**
 * A field as a column. Nothing is `not null`: a source may lack a field that others must give, which its mapping declares,
 * and the import refuses the rest.
 */
function columnOf(entry: RecordType, field: Field, name: string) {
  switch (field.kind) {
    case 'key':
      return isSurrogate(entry, name, field)
        ? { column: uuid(name), sqlType: 'uuid' }
        : { column: text(name), sqlType: 'text' }
    case 'code':
      return { column: smallint(name), sqlType: 'smallint' }
    case 'codes':
      return { column: smallint(name).array(), sqlType: 'smallint[]' }
    case 'yes-no':
      return { column: boolean(name), sqlType: 'boolean' }
    case 'count':
      return { column: integer(name), sqlType: 'integer' }
    case 'decimal':
      return { column: doublePrecision(name), sqlType: 'double precision' }
    case 'day':
    case 'month':
      return { column: date(name, { mode: 'string' }), sqlType: 'date' }
    case 'moment':
      return { column: timestamp(name, { withTimezone: true, mode: 'date' }), sqlType: 'timestamp with time zone' }
    default:
      return { column: text(name), sqlType: 'text' }
  }
}

/** The fields that tell a current row of a type from every other, beside its facility. */
export function ownKey(entry: RecordType): readonly string[] {
  const named = entry.unique.filter((name) => name !== 'facility_id')
  return named.length > 0 ? named : ['record_id']
}

/**
 * The table of one record type: append-only truth. A corrected record is a new row, and the old one says when it stopped
 * being the current one.
 *
 * Facility and import are not foreign keys: both ids come from rows of the same transaction, nobody may delete those, and
 * checking each of a million rows twice would take longer than all the rest of an import.
 */
function recordTable(recordId: RecordId) {
  const entry = findRecord(recordId)!
  const ofPlace = entry.level !== 'system'
  const name = tableOfRecord(recordId)
  const own = Object.entries(entry.fields).filter(([field]) => field !== 'facility_id')
  const columns: Record<string, ReturnType<typeof columnOf>['column']> = {
    ...(ofPlace ? { facility_id: uuid('facility_id').notNull() } : {}),
    id: uuid('id').notNull(),
    ...Object.fromEntries(own.map(([field, definition]) => [field, columnOf(entry, definition, field).column])),
    // The source's own name for the row, where it has one.
    record_id: uuid('record_id'),
    /** When it was typed in, as the source says; empty where it does not. */
    recorded_at: timestamp('recorded_at', { withTimezone: true, mode: 'date' }),
    import_id: uuid('import_id').notNull(),
    line: integer('line').notNull(),
    superseded_at: timestamp('superseded_at', { withTimezone: true, mode: 'date' }),
  }
  return pgTable(name, columns, (t) => {
    const at = (field: string) => t[field] as AnyPgColumn
    const place = ofPlace ? [at('facility_id')] : []
    // An empty part of a key counts as a value: two rows for the whole, without a breakdown, are the same record.
    const part = (field: string) =>
      entry.fields[field]?.required === false ? sql`coalesce(${at(field)}, '')` : at(field)
    const [first, ...others] = [...place, ...ownKey(entry).map(part)]
    const current = uniqueIndex(`${name}_current`)
      .on(first!, ...others)
      .where(sql`superseded_at is null`)
    return [
      primaryKey({
        name: `${name}_id`,
        columns: (ofPlace ? [at('facility_id'), at('id')] : [at('id')]) as [AnyPgColumn, AnyPgColumn],
      }),
      // One current row a record.
      current,
      // Where a person was held, over all facilities: for clocks that run on across a transfer.
      ...(recordId === 'stay' ? [index(`${name}_person`).on(at('person_key')).where(sql`superseded_at is null`)] : []),
      // What happened to some people, without a look at everybody else's.
      ...(entry.fields.stay_key && ownKey(entry)[0] !== 'stay_key'
        ? [index(`${name}_stay`).on(at('facility_id'), at('stay_key')).where(sql`superseded_at is null`)]
        : []),
      // They hold figures: whoever only has to know that a facility is there does not read them.
      ...(ofPlace ? facilityPolicies(at('facility_id'), 'measure.read') : sharedPolicies('measure.read')),
      ...(isOfSomebody(entry) ? termPolicies(at('facility_id')) : []),
    ]
  })
}

// Each under a name of its own, as migrations are generated from what this file exports.
export const unitRecords = recordTable('unit')
export const cellRecords = recordTable('cell')
export const regimeDayRecords = recordTable('regime_day')
export const personRecords = recordTable('person')
export const personFlagRecords = recordTable('person_flag')
export const stayRecords = recordTable('stay')
export const legalStatusSpellRecords = recordTable('legal_status_spell')
export const housingAllocationRecords = recordTable('housing_allocation')
export const absenceRecords = recordTable('absence')
export const restrictivePlacementRecords = recordTable('restrictive_placement')
export const placementReviewRecords = recordTable('placement_review')
export const placementDayRecords = recordTable('placement_day')
export const contactEventRecords = recordTable('contact_event')
export const contactRestrictionRecords = recordTable('contact_restriction')
export const notificationRecords = recordTable('notification')
export const assessmentRecords = recordTable('assessment')
export const needRecords = recordTable('need')
export const casePlanRecords = recordTable('case_plan')
export const programmeRecords = recordTable('programme')
export const participationRecords = recordTable('participation')
export const activityDayRecords = recordTable('activity_day')
export const releasePlanRecords = recordTable('release_plan')
export const releasePlanItemRecords = recordTable('release_plan_item')
export const followupRecords = recordTable('followup')
export const healthScreeningRecords = recordTable('health_screening')
export const healthRequestRecords = recordTable('health_request')
export const deathRecords = recordTable('death')
export const maternityCaseRecords = recordTable('maternity_case')
export const childResidentRecords = recordTable('child_resident')
export const incidentRecords = recordTable('incident')
export const incidentPersonRecords = recordTable('incident_person')
export const forceUseRecords = recordTable('force_use')
export const searchEventRecords = recordTable('search_event')
export const disciplinaryCaseRecords = recordTable('disciplinary_case')
export const complaintRecords = recordTable('complaint')
export const inspectionVisitRecords = recordTable('inspection_visit')
export const recommendationRecords = recordTable('recommendation')
export const attestationRecords = recordTable('attestation')
export const nationalAttestationRecords = recordTable('national_attestation')
export const surveyResultRecords = recordTable('survey_result')
export const agreementRecords = recordTable('agreement')
export const volunteerMonthRecords = recordTable('volunteer_month')
export const staffMonthRecords = recordTable('staff_month')
export const shiftRosterRecords = recordTable('shift_roster')
export const staffMemberRecords = recordTable('staff_member')
export const trainingEventRecords = recordTable('training_event')
export const justiceReturnRecords = recordTable('justice_return')
export const populationReferenceRecords = recordTable('population_reference')
export const cohortOutcomeRecords = recordTable('cohort_outcome')
