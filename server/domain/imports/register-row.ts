import { facilityEventKinds } from '../facility-events.ts'
import type { Code } from '../records/codes.ts'
import type { Cell } from './cells.ts'
import { anyText, type Check, checkedFields, codeOf, dayIn, numberIn, timeZone, yesOrNo } from './checked-fields.ts'
import { type Fault, reason } from './faults.ts'
import { columnsOf, fieldReader } from './field-reader.ts'
import type { ColumnName, FileOptions } from './fields.ts'
import type { Header } from './header.ts'
import { headerOf } from './header.ts'
import type { RegisterMapping } from './mapping.ts'

/** What a register may say of a facility; dates as YYYY-MM-DD, the window half-open. */
export type RegisterFields = {
  name: string
  region: string
  regionParent: string
  operator: Code<'operator'>
  securityLevel: Code<'security_level'>
  regime: Code<'regime'>
  holdsSex: Code<'holds_sex'>
  holdsChildren: boolean
  prisonHealthAuthority: Code<'health_authority'>
  timezone: string
  dataMode: Code<'data_mode'>
  latitude: number
  longitude: number
  validFrom: string
  validTo: string
  event: (typeof facilityEventKinds)[number]
  related: string
}

type Needed = 'name' | 'validFrom'

/** One good row of a register: a version of a facility, its keys, and what happened to it. */
export interface RegisterRow {
  line: number
  key: string
  otherKeys: { source: string; key: string }[]
  fields: Partial<RegisterFields> & Pick<RegisterFields, Needed>
}

/** The columns that a register's file must have. */
export function registerColumns(mapping: RegisterMapping): ColumnName[] {
  const fields = [mapping.key, ...mapping.otherKeys.map((other) => other.key), ...Object.values(mapping.fields)]
  return fields.flatMap(columnsOf)
}

const eventKind: Check<RegisterFields['event']> = (text) => {
  const kind = facilityEventKinds.find((known) => known === text)
  return kind ? { value: kind } : reason('cell.unknown-code', { allowed: facilityEventKinds.join(', ') })
}

function registerChecks(file: FileOptions): { [Name in keyof RegisterFields & string]: Check<RegisterFields[Name]> } {
  return {
    name: anyText,
    region: anyText,
    regionParent: anyText,
    operator: codeOf('operator'),
    securityLevel: codeOf('security_level'),
    regime: codeOf('regime'),
    holdsSex: codeOf('holds_sex'),
    holdsChildren: yesOrNo,
    prisonHealthAuthority: codeOf('health_authority'),
    timezone: timeZone,
    dataMode: codeOf('data_mode'),
    latitude: numberIn(file, -90, 90),
    longitude: numberIn(file, -180, 180),
    validFrom: dayIn(file) as Check<string>,
    validTo: dayIn(file) as Check<string>,
    event: eventKind,
    related: anyText,
  }
}

/** Reads the rows of a register with this header: a good row, or everything that is wrong with it. */
export function registerReader(
  mapping: RegisterMapping,
  header: Header,
): (cells: readonly Cell[], line: number) => RegisterRow | Fault[] {
  const nullWords = mapping.file.nullWords
  const key = fieldReader(mapping.key, header, nullWords)
  const others = mapping.otherKeys.map(({ source, key }) => ({ source, reader: fieldReader(key, header, nullWords) }))
  const readFields = checkedFields<RegisterFields>(
    mapping.fields,
    registerChecks(mapping.file),
    ['name', 'validFrom'],
    header,
    nullWords,
  )
  return (cells, line) => {
    const faults: Fault[] = []
    const fields = readFields(cells, line, faults)
    const keys = [{ source: mapping.source, reader: key }, ...others].map(({ source, reader }) => {
      const text = reader.read(cells)
      if (typeof text === 'object') faults.push({ line, column: reader.label, value: reader.raw(cells), reason: text })
      return { source, key: typeof text === 'object' ? '' : text }
    })
    if (keys[0]!.key === '') faults.push({ line, column: key.label, value: '', reason: reason('cell.empty') })
    faults.push(...sense(fields, line))
    if (faults.length > 0) return faults
    return {
      line,
      key: keys[0]!.key,
      otherKeys: keys.slice(1).filter((other) => other.key !== ''),
      fields: fields as RegisterRow['fields'],
    }
  }
}

/** What is wrong between the fields of one row. */
function sense(fields: Partial<RegisterFields>, line: number): Fault[] {
  const faults: Fault[] = []
  if (fields.validFrom && fields.validTo && fields.validTo <= fields.validFrom) {
    faults.push({
      line,
      column: 'validTo',
      value: fields.validTo,
      reason: reason('cell.reversed', { from: fields.validFrom }),
    })
  }
  if ((fields.event === 'split-from' || fields.event === 'merged-into') && !fields.related) {
    faults.push({ line, column: 'related', value: '', reason: reason('facility.event-needs-related') })
  }
  return faults
}

/** The facilities that the mapping adds to the file, read and checked like its rows. They stand on line 0. */
export function readAdditions(mapping: RegisterMapping): (RegisterRow | Fault[])[] {
  return mapping.additions.map((addition) => {
    const names = Object.keys(addition.fields)
    const sources = Object.keys(addition.otherKeys)
    const own: RegisterMapping = {
      ...mapping,
      key: { constant: addition.key },
      otherKeys: sources.map((source) => ({ source, key: { constant: addition.otherKeys[source]! } })),
      fields: Object.fromEntries(names.map((name) => [name, name])) as RegisterMapping['fields'],
    }
    return registerReader(own, headerOf(names))(Object.values(addition.fields) as string[], 0)
  })
}
