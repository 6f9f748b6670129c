import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Month } from '../../../server/domain/period.ts'
import type { RecordId } from '../../../server/domain/records/index.ts'
import type { CountryFile } from '../files.ts'
import { isOfPlaces, recordColumns, recordMapping } from '../mappings.ts'
import { csvLine } from '../register-file.ts'
import type { Row, Sink } from './book.ts'
import { periodsSince, type RecordGroup, recordGroups } from './periods.ts'

/** Files of records that are being written, one for each group. */
export interface RecordFiles {
  sink: Sink
  /** Ends the files. */
  close: (receivedAt: Date) => CountryFile[]
}

/** Some hundred kilobytes go to the disk at once. */
const pieceChars = 1 << 18

/** Opens the files of a country's records in a directory; records begin in the months that `periods.ts` gives. */
export function openRecordFiles(directory: string, first: Month): RecordFiles {
  mkdirSync(directory, { recursive: true })
  const files = recordGroups.map((group) => openGroup(directory, group))
  const fileOf = new Map(files.flatMap((file) => file.group.types.map((id) => [id, file] as const)))
  const take = (facility: string, recordId: RecordId, row: Row) => fileOf.get(recordId)!.add(facility, recordId, row)
  const close = (receivedAt: Date) =>
    files.map(({ group, path, end }) => {
      end()
      return { path, mapping: recordMapping(group), receivedAt }
    })
  return { sink: { from: periodsSince(first), take }, close }
}

/** Writes the mappings beside the files of records, as `records-persons.mapping.json`. */
export function writeMappings(files: readonly CountryFile[]): void {
  for (const { path, mapping } of files)
    writeFileSync(path.replace(/\.csv$/, '.mapping.json'), `${JSON.stringify(mapping, undefined, 2)}\n`)
}

function openGroup(directory: string, group: RecordGroup) {
  const path = join(directory, `records-${group.name}.csv`)
  const handle = openSync(path, 'w')
  const columns = recordColumns(group)
  let pending = csvLine([...(isOfPlaces(group) ? ['facility'] : []), 'record', ...columns])
  const add = (facility: string, recordId: RecordId, row: Row) => {
    const cells = columns.map((name) => cell(row[name]))
    pending += csvLine([...(isOfPlaces(group) ? [facility] : []), recordId, ...cells])
    if (pending.length < pieceChars) return
    writeSync(handle, pending)
    pending = ''
  }
  const end = () => {
    writeSync(handle, pending)
    closeSync(handle)
  }
  return { group, path, add, end }
}

function cell(value: Row[string]): string | number {
  if (value === undefined) return ''
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value
}
