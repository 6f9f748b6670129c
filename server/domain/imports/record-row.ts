import { type Day, localDay, monthsAfter } from '../period.ts'
import type { Field, RecordType } from '../records/define.ts'
import { fieldsOf, findRecord, isSurrogate, keySpaceOf } from '../records/index.ts'
import type { Cell } from './cells.ts'
import type { FacilityLookup } from './facility-lookup.ts'
import { type Fault, type Reason, reason } from './faults.ts'
import type { FieldReader } from './field-reader.ts'
import type { ColumnName, FacilityReference } from './fields.ts'
import type { Header } from './header.ts'
import type { RecordsMapping } from './mapping.ts'
import type { Clock } from './moment-reader.ts'
import { folded } from './nearest.ts'
import { type MakeSurrogate, recordColumnsOf, recordFieldReader } from './record-fields.ts'
import { isRefused, type ValueReader, valueReader } from './record-values.ts'
import { type RowFacility, rowFacilityReader } from './row-facility.ts'

/** One good record: whose it is, and its fields as the database takes them, in the order of `names`. */
export interface RecordRow {
  facility: RowFacility | undefined
  values: (string | null)[]
}

/** Reads the records of one type from the rows of one file. */
export interface RecordReader {
  type: RecordType
  names: readonly string[]
  /** The record in a row, everything that is wrong with it, or undefined when the row holds none of this type. */
  read: (cells: readonly Cell[], line: number) => RecordRow | Fault[] | undefined
}

export interface RecordContext {
  header: Header
  lookup: FacilityLookup
  surrogate: MakeSurrogate
  /** The zone of files whose mapping names none. */
  zone: string
  /** The day on which the file is taken in. */
  today: Day
}

/** The columns that a file of records must have. */
export function recordColumns(mapping: RecordsMapping): ColumnName[] {
  const { facility, records } = mapping
  const places = facility ? [facility.key, facility.create?.name, facility.create?.region] : []
  return [
    ...places.flatMap((given) => (given === undefined ? [] : recordColumnsOf(given))),
    ...records.flatMap(({ fields, where }) => [
      ...Object.values(fields).flatMap(recordColumnsOf),
      ...Object.keys(where),
    ]),
  ]
}

/** The fields that a file can give of a type: its source is the mapping's, and the facility is found by the mapping. */
export function givenFields(type: RecordType): [string, Field][] {
  const apart = type.level === 'system' ? [] : ['facility_id', 'source_system']
  return Object.entries(fieldsOf(type)).filter(([name]) => !apart.includes(name))
}

/** A facility that the file makes lies where the clocks go as its times do, unless the mapping says otherwise. */
function inZoneOf({ times }: RecordsMapping, reference: FacilityReference): FacilityReference {
  if (!reference.create || !times.zone) return reference
  return { ...reference, create: { timezone: times.zone, ...reference.create } }
}

/** One reader for each entry of the mapping's `records`, compiled for files with this header. */
export function recordReaders(mapping: RecordsMapping, context: RecordContext): RecordReader[] {
  const { header, lookup } = context
  const facility =
    mapping.facility &&
    rowFacilityReader(inZoneOf(mapping, mapping.facility), mapping.source, header, mapping.file.nullWords, lookup)
  return mapping.records.map((entry) => {
    const type = findRecord(entry.record)!
    const fields = compiledFields(entry, mapping, context)
    const names = fields.map(({ name }) => name)
    const isMeant = rowFilter(entry.where, header)
    const judge = rowJudge(type, fields, mapping.times.zone ?? context.zone, context.today)
    const read: RecordReader['read'] = (cells, line) => {
      if (!isMeant(cells)) return undefined
      const values: (string | null)[] = new Array(fields.length)
      let faults: Fault[] | undefined
      for (let place = 0; place < fields.length; place++) {
        const { reader, check, isNeeded } = fields[place]!
        const text = reader === undefined ? '' : reader.read(cells)
        const value = text === '' ? undefined : typeof text === 'string' ? check(text) : text
        if (typeof value === 'string') values[place] = value
        else if (value === undefined && !isNeeded) values[place] = null
        else {
          const why: Reason = isRefused(value) ? value : reason('cell.empty')
          faults = [...(faults ?? []), { line, column: reader?.label, value: reader?.raw(cells), reason: why }]
        }
      }
      faults ??= judge(values, cells, line)
      const whose = type.level === 'system' ? undefined : facility?.read(cells, undefined)
      if (whose && 'id' in whose) {
        faults = [{ line, column: facility!.label, value: facility!.keyText(cells), reason: whose }, ...(faults ?? [])]
      }
      return faults ?? { facility: whose as RowFacility | undefined, values }
    }
    return { type, names, read }
  })
}

interface CompiledField {
  name: string
  reader: FieldReader | undefined
  check: ValueReader
  isNeeded: boolean
}

function compiledFields(
  entry: RecordsMapping['records'][number],
  mapping: RecordsMapping,
  { header, surrogate, zone }: RecordContext,
): CompiledField[] {
  const type = findRecord(entry.record)!
  const clock: Clock = { zone: mapping.times.zone ?? zone, withoutTime: mapping.times.withoutTime }
  const scoped: MakeSurrogate = (space, text) =>
    surrogate(space.startsWith('/') ? `${mapping.source}${space}` : space, text)
  return givenFields(type).map(([name, field]) => {
    const given = entry.fields[name]
    const isKept = isSurrogate(type, name, field)
    const space = keySpaceOf(type, name, field)
    const reader =
      given === undefined ? undefined : recordFieldReader(given, header, mapping.file.nullWords, space, scoped)
    const check = valueReader(name, field, isKept, mapping.file, clock)
    // What the source lacks, the mapping has declared.
    return { name, reader, check, isNeeded: field.required && given !== undefined && name in type.fields }
  })
}

function rowFilter(where: Record<string, string>, header: Header): (cells: readonly Cell[]) => boolean {
  const tests = Object.entries(where).map(([column, text]) => ({ place: header.find(column)!, text: folded(text) }))
  if (tests.length === 0) return () => true
  return (cells) => tests.every(({ place, text }) => folded(String(cells[place] ?? '')) === text)
}

/** What must hold between the fields of one record; undefined when all of it does. */
function rowJudge(type: RecordType, fields: readonly CompiledField[], zone: string, today: Day) {
  const place = (name: string) => fields.findIndex((field) => field.name === name)
  const ordered = (type.inOrder ?? []).map(([first, second]) => [place(first), place(second)] as const)
  const conditions = (type.conditions ?? []).map(({ field, is, needs = [], empty = [] }) => ({
    at: place(field),
    is: typeof is === 'boolean' ? (is ? 't' : 'f') : (fields[place(field)]!.check(is) as string),
    label: `${field} = ${is}`,
    needs: needs.map(place).filter((at) => fields[at]!.reader !== undefined),
    empty: empty.map(place),
  }))
  const sums = (type.within ?? []).map(({ parts, whole }) => ({ parts: parts.map(place), whole: place(whole) }))
  const { ripens } = type
  const [own, before] = [place('record_id'), place('supersedes')]
  const fault = (at: number, cells: readonly Cell[], line: number, why: Reason): Fault => {
    const { reader, name } = fields[at]!
    return { line, column: reader?.label ?? name, value: reader?.raw(cells), reason: why }
  }
  return (values: readonly (string | null)[], cells: readonly Cell[], line: number): Fault[] | undefined => {
    const faults: Fault[] = []
    for (const [first, second] of ordered) {
      const [from, to] = [values[first], values[second]]
      if (from && to && isAfter(from, to, zone)) {
        faults.push(fault(second, cells, line, reason('record.not-in-order', { first: fields[first]!.name, from })))
      }
    }
    for (const { at, is, label, needs, empty } of conditions) {
      if (values[at] !== is) continue
      const lacking = needs.filter((need) => values[need] === null)
      const extra = empty.filter((none) => values[none] !== null)
      faults.push(...lacking.map((need) => fault(need, cells, line, reason('record.needed', { when: label }))))
      faults.push(...extra.map((none) => fault(none, cells, line, reason('record.must-be-empty', { when: label }))))
    }
    for (const { parts, whole } of sums) {
      const found = parts.reduce((sum, part) => sum + Number(values[part] ?? 0), 0)
      const most = Number(values[whole] ?? Number.POSITIVE_INFINITY)
      const names = parts.map((part) => fields[part]!.name).join(' + ')
      const given = { parts: names, found, whole: fields[whole]!.name, most }
      if (found > most) faults.push(fault(parts[0]!, cells, line, reason('record.more-than-whole', given)))
    }
    if (ripens) {
      const [day, months] = [values[place(ripens.day)], Number(values[place(ripens.months)] ?? 0)]
      const ripe = day ? monthsAfter(day as Day, months + ripens.lag) : today
      const given = { ripe, months, lag: ripens.lag }
      if (ripe > today) faults.push(fault(place(ripens.day), cells, line, reason('record.not-ripe', given)))
    }
    if (before >= 0 && values[before] && values[before] === values[own]) {
      faults.push(fault(before, cells, line, reason('record.supersedes-itself')))
    }
    return faults.length > 0 ? faults : undefined
  }
}

/** Whether `from` lies after `to`; a moment is compared with a day by the local day on which it falls. */
function isAfter(from: string, to: string, zone: string): boolean {
  if (from.length === to.length) return from > to
  const day = (text: string) => (text.length > 10 ? localDay(new Date(text), zone) : text)
  return day(from) > day(to)
}
