import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { DomainError } from '../../domain/errors.ts'
import { fileBytes, unzipped } from './bytes.ts'
import { binaryKind, hasByteOrderMark, looksWide, type TextEncoding } from './encoding.ts'

/** What a file is, found out before a row of it is read. */
export interface FileFacts {
  path: string
  name: string
  bytes: number
  /** When the file was last written, to see whether it changes under our hands. */
  writtenAt: number
  sha256: string
  form: 'text' | 'workbook'
  compressed: boolean
  /** For text: as the byte order mark or the bytes themselves say. */
  encoding: TextEncoding
  /** True when neither a mark nor valid UTF-8 speaks for the encoding. */
  guessed: boolean
}

/**
 * Reads the whole file once, in constant memory: its hash, its form, its encoding, and whether its compression is whole.
 *
 * @throws DomainError INVALID (`file.none`, `file.empty`, `file.binary`, `file.truncated-gzip` …)
 */
export async function inspectFile(path: string, onBytes?: (bytes: number) => void): Promise<FileFacts> {
  const name = basename(path)
  const { size: bytes, mtimeMs: writtenAt } = await statOf(path, name)
  const hash = createHash('sha256')
  const raw = fileBytes(path, (chunk) => {
    hash.update(chunk)
    onBytes?.(chunk.length)
  })
  const { chunks, compressed } = await unzipped(raw, name)
  const facts = await look(chunks, name)
  return { path, name, bytes, writtenAt, compressed, ...facts, sha256: hash.digest('hex') }
}

/**
 * Makes sure that the file is still the one that was looked at.
 *
 * @throws DomainError INVALID `file.changed`
 */
export async function requireUnchanged(facts: FileFacts): Promise<void> {
  const { size, mtimeMs } = await statOf(facts.path, facts.name)
  if (size !== facts.bytes || mtimeMs !== facts.writtenAt)
    throw new DomainError('INVALID', 'file.changed', { file: facts.name })
}

async function statOf(path: string, file: string): Promise<{ size: number; mtimeMs: number }> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new DomainError('INVALID', 'file.none', { file })
  if (!found.isFile()) throw new DomainError('INVALID', 'file.not-a-file', { file })
  if (found.size === 0) throw new DomainError('INVALID', 'file.empty', { file })
  return found
}

async function look(
  chunks: AsyncIterable<Buffer>,
  file: string,
): Promise<Pick<FileFacts, 'form' | 'encoding' | 'guessed'>> {
  let first: Buffer | undefined
  let kind: ReturnType<typeof binaryKind>
  const utf8 = utf8Check()
  for await (const chunk of chunks) {
    if (!first) {
      first = chunk
      kind = binaryKind(chunk)
      if (kind && kind !== 'workbook') throw new DomainError('INVALID', 'file.binary', { file, what: kind })
    }
    if (!kind) utf8.take(chunk)
  }
  if (!first) throw new DomainError('INVALID', 'file.empty', { file })
  if (kind) return { form: 'workbook', encoding: 'utf-8', guessed: false }
  const marked = hasByteOrderMark(first) ?? looksWide(first)
  if (marked) return { form: 'text', encoding: marked, guessed: false }
  if (first.includes(0))
    throw new DomainError('INVALID', 'file.binary', { file, what: 'it holds bytes of value nought' })
  return { form: 'text', encoding: utf8.isValid() ? 'utf-8' : 'windows-1252', guessed: !utf8.isValid() }
}

/** Whether a stream of pieces is UTF-8 as a whole; a character may lie across two pieces. */
function utf8Check(): { take: (chunk: Buffer) => void; isValid: () => boolean } {
  let valid = true
  let rest: Buffer = Buffer.alloc(0)
  const take = (chunk: Buffer) => {
    if (!valid) return
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    const end = lastBoundary(bytes)
    valid = isUtf8(bytes.subarray(0, end))
    rest = Buffer.from(bytes.subarray(end))
  }
  return { take, isValid: () => valid && isUtf8(rest) }
}

/** The end of the last complete character, at most three bytes before the end of `bytes`. */
function lastBoundary(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) return back < charLength(byte) ? bytes.length - back : bytes.length
  }
  return bytes.length
}

function charLength(lead: number): number {
  if (lead >= 0xf0) return 4
  return lead >= 0xe0 ? 3 : 2
}
