import { caseRecords } from './case.ts'
import { complaintRecords } from './complaints.ts'
import { contactRecords } from './contact.ts'
import { commonFields, type Field, type RecordType } from './define.ts'
import { disciplineRecords } from './discipline.ts'
import { facilityRecords } from './facility.ts'
import { healthRecords } from './health.ts'
import { justiceRecords } from './justice.ts'
import { outcomeRecords } from './outcomes.ts'
import { oversightRecords } from './oversight.ts'
import { partnershipRecords } from './partnerships.ts'
import { programmeRecords } from './programmes.ts'
import { releaseRecords } from './release.ts'
import { restrictiveRecords } from './restrictive.ts'
import { returnRecords } from './returns.ts'
import { safetyRecords } from './safety.ts'
import { staffRecords } from './staff.ts'
import { stayRecords } from './stay.ts'
import { womenRecords } from './women.ts'

/** The families of record types; the names are those of the files. */
export const recordFamilies = {
  facility: facilityRecords,
  stay: stayRecords,
  restrictive: restrictiveRecords,
  contact: contactRecords,
  case: caseRecords,
  programmes: programmeRecords,
  release: releaseRecords,
  health: healthRecords,
  women: womenRecords,
  safety: safetyRecords,
  discipline: disciplineRecords,
  complaints: complaintRecords,
  oversight: oversightRecords,
  partnerships: partnershipRecords,
  staff: staffRecords,
  justice: justiceRecords,
  outcomes: outcomeRecords,
  returns: returnRecords,
} as const

export type RecordFamily = keyof typeof recordFamilies
export type RecordId = (typeof recordFamilies)[RecordFamily][number]['id']

/** All record types, family by family. */
export const records = Object.values(recordFamilies).flat() as readonly RecordType<RecordId>[]

const byId = new Map<string, RecordType<RecordId>>(records.map((entry) => [entry.id, entry]))

export function findRecord(id: string): RecordType<RecordId> | undefined {
  return byId.get(id)
}

/** The fields of a record type with those that every record of its level carries; its own come first. */
export function fieldsOf(entry: RecordType): Readonly<Record<string, Field>> {
  return entry.level === 'system' ? entry.fields : { ...commonFields, ...entry.fields }
}

/**
 * Whether a key is a surrogate and nothing else: those of persons, staff and what happened to them, and the numbers of
 * rows. Keys of units, cells, programmes and visits name things and may be read.
 */
export function isSurrogate(entry: RecordType, name: string, field: Field): boolean {
  if (name === 'record_id' || name === 'supersedes') return true
  const owner = field.references === undefined ? entry : findRecord(field.references.split('.')[0]!)
  return owner?.level === 'person' || owner?.level === 'staff'
}

/** What a key names, the same in every field that names it: 'stay.stay_key'. */
export function keySpaceOf(entry: RecordType, name: string, field: Field): string {
  return field.references ?? `${entry.id}.${name === 'supersedes' ? 'record_id' : name}`
}

const acrossFacilities = new Set(['person.person_key', 'stay.custody_key', 'facility.facility_id'])

/**
 * Whether what a key names (`keySpaceOf`) is the same at every facility: a person, and a custody, which is unbroken across
 * transfers. On these run the clocks, waits and plans that follow a person. Every other key is a number that a
 * facility gives: rows are unique and joined within it, and another may give the same number to something else.
 */
export function isAcrossFacilities(named: string): boolean {
  return acrossFacilities.has(named)
}

/** The field that 'stay.admitted_at' names; undefined when there is no such record or field. */
export function findField(path: string): Field | undefined {
  const [recordId = '', name = ''] = path.split('.')
  const entry = findRecord(recordId)
  return entry && fieldsOf(entry)[name]
}
