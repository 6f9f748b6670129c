import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { DomainError } from '../../domain/errors.ts'

/** The bytes of a file in pieces of 256 KiB; `onChunk` sees each as it stands on disk. */
export async function* fileBytes(path: string, onChunk?: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 })) {
    onChunk?.(chunk as Buffer)
    yield chunk as Buffer
  }
}

/**
 * The bytes with gzip taken off where it is on. All pieces of a file of several gzip members are read.
 *
 * @throws DomainError INVALID `file.truncated-gzip` or `file.bad-gzip` while the chunks are read.
 */
export async function unzipped(
  bytes: AsyncGenerator<Buffer>,
  file: string,
): Promise<{ chunks: AsyncIterable<Buffer>; compressed: boolean }> {
  const first = await bytes.next()
  const whole = rejoined(first, bytes)
  const compressed = !first.done && first.value[0] === 0x1f && first.value[1] === 0x8b
  return { chunks: compressed ? gunzip(whole, file) : whole, compressed }
}

async function* rejoined(first: IteratorResult<Buffer>, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (first.done) return
  yield first.value
  yield* rest
}

async function* gunzip(bytes: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  let out = 0
  let lines = 0
  const source = Readable.from(bytes, { objectMode: false })
  const gunzipping = createGunzip()
  // A fault of the disk must end the reading as a fault of the data does.
  source.on('error', (error) => gunzipping.destroy(error))
  try {
    for await (const chunk of source.pipe(gunzipping)) {
      out += (chunk as Buffer).length
      lines += newlines(chunk as Buffer)
      yield chunk as Buffer
    }
  } catch (error) {
    throw gzipFault(error, file, out, lines)
  } finally {
    source.destroy()
  }
}

function gzipFault(error: unknown, file: string, bytes: number, lines: number): unknown {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'Z_BUF_ERROR') return new DomainError('INVALID', 'file.truncated-gzip', { file, bytes, lines })
  return code?.startsWith('Z_') ? new DomainError('INVALID', 'file.bad-gzip', { file, detail: message }) : error
}

function newlines(chunk: Buffer): number {
  let count = 0
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count++
  return count
}
