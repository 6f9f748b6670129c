import { createWriteStream, existsSync, mkdirSync, openSync, type WriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import { DomainError } from '../domain/errors.ts'
import type { Cell } from '../domain/imports/cells.ts'
import type { Fault } from '../domain/imports/faults.ts'
import type { FileOptions } from '../domain/imports/fields.ts'
import { runsAsFormula } from '../domain/spreadsheet-text.ts'
import type { Table } from './files/table.ts'
import { reasonText } from './import-words.ts'

/**
 * The file of refused rows: line, column, value and reason, then the row as it came. Its header stands where the source's
 * header stood, so that the mended file can be sent again by the same mapping.
 */
export interface Rejects {
  /** @throws DomainError `file.rejects` when the file cannot be written: nothing may be refused without saying why. */
  add: (faults: readonly Fault[], cells: readonly Cell[]) => void
  /** Closes the file; its path, or undefined when nothing was refused. */
  close: () => Promise<string | undefined>
  /** Closes and removes what was written. */
  discard: () => Promise<void>
}

const ownColumns = ['line', 'column', 'value', 'reason']

/** Opens the file of refused rows beside the source, or in `directory`; nothing is written until the first row is refused. */
export function openRejects(path: string, directory: string | undefined, table: Table, options: FileOptions): Rejects {
  const place = join(directory ?? dirname(path), basename(path))
  const part = `${place}.rejected.part`
  let out: WriteStream | undefined
  let failure: Error | undefined
  const start = () => {
    out = createWriteStream(part, { fd: openPart(part) })
    out.on('error', (error) => {
      failure = error
    })
    out.write(heading(table, options))
    return out
  }
  const add = (faults: readonly Fault[], cells: readonly Cell[]) => {
    if (failure) throw unwritable(part)
    const told = [
      faults[0]?.line ?? '',
      unique(faults.map((fault) => fault.column ?? '')),
      unique(faults.map((fault) => fault.value ?? '')),
      unique(faults.map((fault) => reasonText(fault.reason))),
    ]
    ;(out ?? start()).write(printRow([...told, ...cells], table.delimiter))
  }
  const end = async () => {
    out?.end()
    if (out) await finished(out)
  }
  const close = async () => {
    if (!out) return undefined
    await end().catch(() => {
      throw unwritable(part)
    })
    const final = freeName(place)
    await rename(part, final)
    return final
  }
  const discard = async () => {
    if (!out) return
    await end().catch(() => undefined)
    await rm(part, { force: true })
  }
  return { add, close, discard }
}

/** Opens the file to write to, with the folder that was asked for; fails at once and not in the middle of the rows. */
function openPart(part: string): number {
  try {
    mkdirSync(dirname(part), { recursive: true })
    return openSync(part, 'w')
  } catch {
    throw unwritable(part)
  }
}

function unwritable(part: string): DomainError {
  return new DomainError('INVALID', 'file.rejects', { folder: dirname(part) })
}

/** A name that nothing has yet: an earlier file of refused rows may hold somebody's corrections. */
function freeName(place: string): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? `${place}.rejected.csv` : `${place}.rejected-${count}.csv`
    if (!existsSync(name)) return name
  }
}

function unique(texts: string[]): string {
  return [...new Set(texts)].filter(Boolean).join(' | ')
}

/** The byte order mark, the rows above the header and those below it that the mapping passes over, and the header itself. */
function heading(table: Table, options: FileOptions): string {
  const taken = new Set(table.header.names.map((name) => name.toLowerCase()))
  const own = ownColumns.map((name) => (taken.has(name) ? `refused ${name}` : name))
  const above = typeof options.headerRow === 'number' ? '\n'.repeat(options.headerRow - 1) : ''
  const width = own.length + table.header.names.length
  const below = `${table.delimiter.repeat(width - 1)}\n`.repeat(options.skipRows)
  return `\ufeff${above}${printRow([...own, ...table.header.names], table.delimiter)}${below}`
}

function printRow(cells: readonly Cell[], delimiter: string): string {
  return `${cells.map((cell) => printCell(String(cell), delimiter)).join(delimiter)}\n`
}

const numeric = /^[+-]?[\d.,\s]+$/

/** A cell that a spreadsheet would take for a formula is made plain text; numbers stay what they are. */
function printCell(text: string, delimiter: string): string {
  const safe = runsAsFormula(text) && !numeric.test(text) ? `'${text}` : text
  return /["\r\n]/.test(safe) || safe.includes(delimiter) ? `"${safe.replaceAll('"', '""')}"` : safe
}
