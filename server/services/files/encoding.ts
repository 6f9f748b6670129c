import { DomainError } from '../../domain/errors.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The encoding that a byte order mark names, if the file begins with one. */
export function hasByteOrderMark(bytes: Buffer): TextEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}

/** UTF-16 without a mark: in text of mostly ASCII letters every second byte is nought, and always on the same side. */
export function looksWide(bytes: Buffer): TextEncoding | undefined {
  const pairs = Math.min(2048, Math.floor(bytes.length / 2))
  if (pairs < 2) return undefined
  let [even, odd] = [0, 0]
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[pair * 2] === 0) even++
    if (bytes[pair * 2 + 1] === 0) odd++
  }
  if (odd > pairs * 0.6 && even < pairs * 0.05) return 'utf-16le'
  return even > pairs * 0.6 && odd < pairs * 0.05 ? 'utf-16be' : undefined
}

const signatures: [string, string][] = [
  ['504b0304', 'workbook'],
  ['d0cf11e0', 'an old workbook (.xls); save it as .xlsx or as CSV'],
  ['25504446', 'a PDF; ask for the table behind it'],
  ['89504e47', 'a picture'],
  ['ffd8ff', 'a picture'],
  ['377abcaf', 'a 7-Zip archive; unpack it first'],
  ['52617221', 'a RAR archive; unpack it first'],
  ['fd377a58', 'compressed by xz; only gzip is read'],
  ['425a68', 'compressed by bzip2; only gzip is read'],
  ['28b52ffd', 'compressed by zstd; only gzip is read'],
  ['50415231', 'a Parquet file; export it as CSV'],
]

/** What a file that is not text says of itself by its first bytes; 'workbook' for the one form of them that is read. */
export function binaryKind(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 4).toString('hex')
  return signatures.find(([signature]) => start.startsWith(signature))?.[1]
}

/**
 * The text of a stream of bytes, piece by piece; a character cut in two comes whole, a byte order mark is dropped.
 *
 * @throws DomainError INVALID `file.wrong-encoding` with the line, when bytes are not valid in the encoding.
 */
export async function* decoded(
  bytes: AsyncIterable<Buffer>,
  encoding: TextEncoding,
  file: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding !== 'windows-1252' })
  let line = 1
  try {
    for await (const chunk of bytes) {
      const text = decoder.decode(chunk, { stream: true })
      if (text) yield text
      if (encoding !== 'windows-1252') line += linesIn(text)
    }
    const rest = decoder.decode()
    if (rest) yield rest
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new DomainError('INVALID', 'file.wrong-encoding', { file, encoding, line })
  }
}

function linesIn(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
