import type { Field } from '../records/define.ts'
import { findRecord, isSurrogate } from '../records/index.ts'
import { forbiddenFieldNames } from '../records/personal-data.ts'
import { codeFault } from './code-fault.ts'
import { type MappingFault, type Reason, reason } from './faults.ts'
import type { RecordsMapping } from './mapping.ts'
import { nearest } from './nearest.ts'
import { isHashed, recordColumnsOf } from './record-fields.ts'
import { givenFields } from './record-row.ts'
import { madeBySnapshot } from './snapshot.ts'

type Entry = RecordsMapping['records'][number]

/** What a schema cannot see in a mapping of records: unknown or needed fields, and columns that may not be taken. */
export function recordsFaults(mapping: RecordsMapping): MappingFault[] {
  const isOfPlaces = mapping.records.some(({ record }) => findRecord(record)!.level !== 'system')
  const lost = isOfPlaces && !mapping.facility ? [{ path: 'facility', reason: reason('mapping.no-facility') }] : []
  const { covers } = mapping
  const turned =
    covers?.until && covers.until < covers.from
      ? [{ path: 'covers.until', reason: reason('mapping.covers-turned', { from: covers.from, until: covers.until }) }]
      : []
  const made = (record: string) => (mapping.snapshot ? (madeBySnapshot[record] ?? []) : [])
  return [
    ...lost,
    ...turned,
    ...snapshotFaults(mapping),
    ...mapping.records.flatMap((entry, at) => entryFaults(entry, `records[${at}]`, made(entry.record))),
  ]
}

/** A snapshot makes stays of its rows, so it has to say what a stay is; and what it makes by itself no column can give. */
function snapshotFaults({ snapshot, records }: RecordsMapping): MappingFault[] {
  if (!snapshot) return []
  const stays = records.filter(({ record }) => record === 'stay').length
  const given = records.flatMap(({ record, fields }, at) =>
    (madeBySnapshot[record] ?? []).filter((name) => name in fields).map((name) => ({ at, name })),
  )
  return [
    ...(stays === 1 ? [] : [{ path: 'records', reason: reason('mapping.snapshot-stay') }]),
    ...given.map(({ at, name }) => ({
      path: `records[${at}].fields.${name}`,
      reason: reason('mapping.made-by-snapshot', { field: name }),
    })),
  ]
}

function entryFaults(entry: Entry, path: string, made: readonly string[]): MappingFault[] {
  const type = findRecord(entry.record)!
  const known = new Map(givenFields(type))
  const own = (type.unique.length > 0 ? type.unique : ['record_id']).filter((name) => !made.includes(name))
  const faults: [string, Reason | undefined][] = [
    ...Object.keys(entry.fields).flatMap((name): [string, Reason | undefined][] => [
      [`${path}.fields.${name}`, known.has(name) ? fieldFault(entry, name) : unknownField(entry, name, known.keys())],
    ]),
    ...entry.lacks
      .filter((name) => !known.has(name))
      .map((name): [string, Reason] => [`${path}.lacks`, unknownField(entry, name, known.keys())]),
    ...own
      .filter((name) => name !== 'facility_id' && !(name in entry.fields) && known.get(name)?.required)
      .map((field): [string, Reason] => [
        `${path}.fields`,
        entry.lacks.includes(field)
          ? reason('mapping.key-lacking', { field, record: entry.record })
          : reason('mapping.needs-field', { field, record: entry.record }),
      ]),
    ...Object.entries(type.fields)
      .filter(([name, field]) => field.required && !own.includes(name) && !made.includes(name))
      .filter(([name]) => known.has(name) && !(name in entry.fields) && !entry.lacks.includes(name))
      .map(([field]): [string, Reason] => [
        `${path}.fields`,
        reason('mapping.needs-field', { field, record: entry.record }),
      ]),
  ]
  return faults.flatMap(([place, why]) => (why ? [{ path: place, reason: why }] : []))
}

function unknownField(entry: Entry, field: string, known: Iterable<string>): Reason {
  const fields = [...known]
  return reason('mapping.unknown-record-field', {
    field,
    record: entry.record,
    nearest: nearest(field, fields) ?? 'none',
    fields: fields.join(', '),
  })
}

/** What is wrong with where a field comes from: a column that may never be taken, or a hash of what is no key of persons. */
function fieldFault(entry: Entry, name: string): Reason | undefined {
  const type = findRecord(entry.record)!
  const given = entry.fields[name]!
  const field = new Map(givenFields(type)).get(name)!
  if (isHashed(given)) {
    return isSurrogate(type, name, field) ? undefined : reason('mapping.hash-of-no-key', { field: name })
  }
  const unknown = unknownCode(given, field)
  if (unknown || (type.level !== 'person' && type.level !== 'staff')) return unknown
  const column = recordColumnsOf(given)
    .flat()
    .find((header) => forbiddenFieldNames.test(snake(header)))
  return column === undefined ? undefined : reason('mapping.never-collected', { column, why: whyNever(snake(column)) })
}

/** The first code that the mapping writes down and that the field's list does not hold. */
function unknownCode(
  given: Exclude<Entry['fields'][string], { hash: unknown }>,
  { kind, list }: Field,
): Reason | undefined {
  if (!list || (kind !== 'code' && kind !== 'codes') || typeof given === 'string') return undefined
  const written =
    'constant' in given
      ? [given.constant]
      : 'column' in given
        ? [...Object.values(given.codes ?? {}), ...(given.otherwise === undefined ? [] : [given.otherwise])]
        : []
  const codes = kind === 'codes' ? written.flatMap((text) => text.split(/[\s,;|]+/)) : written
  return codes
    .filter((one) => one !== '')
    .map((one) => codeFault(list, one))
    .find(Boolean)
}

function snake(header: string): string {
  return header
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .toLowerCase()
}

const whys: [RegExp, string][] = [
  [/names?$|^alias/, 'names'],
  [/photo|fingerprint|biometric/, 'biometrics'],
  [/national_id|prison_number/, 'official numbers'],
  [/birth/, 'whole dates of birth'],
  [/street|address/, 'addresses'],
  [/religion|ethnicity|orientation/, 'belief, origin and orientation'],
  [/diagnos|medication/, 'diagnoses and medicines'],
]

function whyNever(column: string): string {
  return whys.find(([pattern]) => pattern.test(column))?.[1] ?? 'free texts about persons'
}
