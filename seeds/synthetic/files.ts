import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Mapping } from '../../server/domain/imports/mapping.ts'
import type { Month } from '../../server/domain/period.ts'
import type { Column } from './columns.ts'
import type { CountryPlan } from './country.ts'
import { returnMapping } from './mappings.ts'
import type { Sink } from './records/book.ts'
import { csvLine } from './register-file.ts'
import { columnsOfPart, type DrawnReturn, drawReturns, isDue, type Part } from './returns.ts'
import type { Answer } from './sheet.ts'

/** A file of the country as an import takes it. */
export interface CountryFile {
  path: string
  mapping: Mapping
  /** The moment at which it reached the ministry. */
  receivedAt: Date
}

/** In which file a part of a return stands, and as what; more than one place when it was corrected. */
export interface Place {
  file: string
  /** The last month that the file holds; without it, the file is whole only with the last return. */
  until?: Month
  answer?: (column: Column) => Answer | undefined
}

/** Some hundred kilobytes go to the disk at once: memory stays the same however large the country is. */
const pieceChars = 1 << 18

/**
 * Writes the returns of a plan into files, as they are drawn; gives the name of each file and the part of the return that it
 * holds as soon as it is whole. Whatever else is going on gets its turn after each return.
 */
export async function* writeReturns(
  directory: string,
  plan: CountryPlan,
  parts: readonly Part[],
  placesOf: (drawn: DrawnReturn, part: Part) => Place[],
  sink?: Sink,
): AsyncGenerator<[name: string, part: Part]> {
  await mkdir(directory, { recursive: true })
  const columns = new Map(parts.map((part) => [part, columnsOfPart(part)]))
  const files = new Map<string, OpenFile>()
  for (const drawn of drawReturns(plan, sink)) {
    yield* closed(files, ({ until }) => until !== undefined && until < drawn.at.month)
    for (const part of parts.filter((part) => isDue(part, drawn.at.month))) {
      for (const { file, until, answer } of placesOf(drawn, part)) {
        const out = files.get(file) ?? (await openFile(directory, file, { part, until }, columns.get(part)!))
        files.set(file, out)
        await append(out, line(drawn, columns.get(part)!, answer ?? drawn.answer))
      }
    }
    await nextTurn()
  }
  yield* closed(files, () => true)
}

/** Closes those that are whole, and gives them. */
async function* closed(
  files: Map<string, OpenFile>,
  isWhole: (file: OpenFile) => boolean,
): AsyncGenerator<[name: string, part: Part]> {
  for (const [name, file] of files) {
    if (!isWhole(file)) continue
    await close(file)
    files.delete(name)
    yield [name, file.part]
  }
}

/** Writes a small file whole. */
export async function writeLines(directory: string, name: string, lines: Iterable<string>): Promise<string> {
  await mkdir(directory, { recursive: true })
  const path = join(directory, name)
  const handle = await open(path, 'w')
  await handle.write([...lines].join(''))
  await handle.close()
  return path
}

/** A return's file as an import takes it. */
export function returnFile(directory: string, name: string, part: Part, receivedAt: Date): CountryFile {
  return { path: join(directory, name), mapping: returnMapping(part), receivedAt }
}

interface Held {
  part: Part
  until: Month | undefined
}

interface OpenFile extends Held {
  handle: FileHandle
  pending: string
}

async function openFile(directory: string, name: string, held: Held, columns: readonly Column[]): Promise<OpenFile> {
  const handle = await open(join(directory, name), 'w')
  return { handle, ...held, pending: csvLine(['facility', 'month', ...columns.map((column) => column.name)]) }
}

async function append(out: OpenFile, text: string): Promise<void> {
  out.pending += text
  if (out.pending.length < pieceChars) return
  await out.handle.write(out.pending)
  out.pending = ''
}

async function close({ handle, pending }: OpenFile): Promise<void> {
  await handle.write(pending)
  await handle.close()
}

function line({ at }: DrawnReturn, columns: readonly Column[], answer: (column: Column) => Answer | undefined): string {
  let text = `${at.facility.key},${at.month}`
  for (const column of columns) text += `,${answer(column) ?? ''}`
  return `${text}\n`
}
