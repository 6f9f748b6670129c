import type { CodeList } from './codes.ts'

/**
 * What may stand in a field. A 'token' is a short code of the installation's own list (an area, an instrument, a role):
 * letters, digits, hyphens, dots and underscores, never a sentence. 'text' is free and allowed on no record of a person.
 */
export const fieldKinds = [
  'key',
  'code',
  'codes',
  'yes-no',
  'count',
  'decimal',
  'day',
  'moment',
  'month',
  'quarter',
  'token',
  'text',
] as const

/** One field of a record type; its words stand under the same names in `<family>.en.ts`. */
export interface Field {
  kind: (typeof fieldKinds)[number]
  required: boolean
  /** The list that a code is from. */
  list?: CodeList
  /** The field that a key points at: 'stay.stay_key'. */
  references?: string
  atLeast?: number
  atMost?: number
}

type Bounds = Pick<Field, 'atLeast' | 'atMost'>

/** A random surrogate, its own or, with `references`, that of another record. */
export function key(references?: string): Field {
  return references === undefined ? { kind: 'key', required: true } : { kind: 'key', required: true, references }
}

export function code(list: CodeList): Field {
  return { kind: 'code', required: true, list }
}

/** Several codes of one list in one field. */
export function codes(list: CodeList): Field {
  return { kind: 'codes', required: true, list }
}

export function yesNo(): Field {
  return { kind: 'yes-no', required: true }
}

/** A whole number that is never below nought. */
export function count(bounds: Bounds = {}): Field {
  return { kind: 'count', required: true, atLeast: 0, ...bounds }
}

export function decimal(bounds: Bounds = {}): Field {
  return { kind: 'decimal', required: true, ...bounds }
}

/** A calendar day, in the facility's own time zone. */
export function day(): Field {
  return { kind: 'day', required: true }
}

/** An instant with its offset; only where a rule runs on hours. */
export function moment(): Field {
  return { kind: 'moment', required: true }
}

export function month(): Field {
  return { kind: 'month', required: true }
}

/** A quarter of a calendar year, kept as 2025-Q3. */
export function quarter(): Field {
  return { kind: 'quarter', required: true }
}

export function token(): Field {
  return { kind: 'token', required: true }
}

export function text(): Field {
  return { kind: 'text', required: true }
}

/** The same field, which may be left empty; empty means not known, never nought. */
export function optional(field: Field): Field {
  return { ...field, required: false }
}

/** Whom a row speaks of. Rows of persons and of staff are pseudonymous and never leave the facility and its inspectors. */
export const recordLevels = ['person', 'staff', 'facility', 'system'] as const
export type RecordLevel = (typeof recordLevels)[number]

/** Where `field` holds `is`, `needs` must be filled and `empty` must not. */
export interface Condition<Name extends string = string> {
  field: Name
  is: string | boolean
  needs?: readonly Name[]
  empty?: readonly Name[]
}

/** One type of record: what may be pushed as events of persons, or written down for a facility or the country. */
export interface RecordType<Id extends string = string, Name extends string = string> {
  id: Id
  /** 'events': data of sites that push events; 'returns': also, or only, of sites with monthly returns. */
  madeOf: readonly ('events' | 'returns')[]
  level: RecordLevel
  /** The fields that together occur once, within a facility; none where only `record_id` tells two rows apart. */
  unique: readonly NoInfer<Name>[]
  /** True where a change starts a new version and history is never overwritten. */
  versioned?: true
  fields: Readonly<Record<Name, Field>>
  /** Pairs of days or moments: where both are there, the first is never after the second. */
  inOrder?: readonly (readonly [NoInfer<Name>, NoInfer<Name>])[]
  conditions?: readonly Condition<NoInfer<Name>>[]
  /** Counts that together are no more than another of the same row. */
  within?: readonly { parts: readonly NoInfer<Name>[]; whole: NoInfer<Name> }[]
  /** A row that may be taken in only so many months after a day of it, and `lag` more. */
  ripens?: { day: NoInfer<Name>; months: NoInfer<Name>; lag: number }
}

export function record<const Id extends string, Name extends string>(
  given: RecordType<Id, Name>,
): RecordType<Id, Name> {
  return given
}

/** Fields of every record but those of the system level, which stand for a region or a year and not for a facility. */
export const commonFields = {
  record_id: key(),
  facility_id: key('facility.facility_id'),
  recorded_at: moment(),
  source_system: token(),
  supersedes: optional(key()),
} as const satisfies Record<string, Field>

/** The words of one record type, in one language. */
export interface RecordWords<Name extends string = string> {
  title: string
  describes: string
  /** What one row stands for. */
  grain: string
  fields: Record<Name, FieldWords>
  /** What must hold in one row, where the definition alone does not say it. */
  rules?: readonly string[]
}

export interface FieldWords {
  label: string
  meaning?: string
}

/** The words of a family of record types: every type and every field of it, and nothing else. */
export type FamilyWords<Family extends readonly RecordType[]> = {
  [Entry in Family[number] as Entry['id']]: RecordWords<keyof Entry['fields'] & string>
}
