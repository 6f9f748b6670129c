import { createHmac, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MakeSurrogate } from '../domain/imports/record-fields.ts'

const mostRemembered = 500_000

/**
 * The installation's secret key for surrogates, in a file under `dataDir`/keys that its owner alone can read, made at the
 * first use. With another key all surrogates are others: machines that share a database must share this file.
 */
export async function loadRecordKey(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'keys')
  const path = join(folder, 'surrogates')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // Whoever writes first has made it.
  await writeFile(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch((error) => {
    if (error.code !== 'EEXIST') throw error
  })
  return readFile(path, 'utf8')
}

/** Surrogates by HMAC-SHA-256 (RFC 2104) under `key`, its first 16 bytes as a UUID of version 8 (RFC 9562). */
export function surrogateMaker(key: string): MakeSurrogate {
  const known = new Map<string, string>()
  return (space, text) => {
    const name = `${space}\u001e${text}`
    const found = known.get(name)
    if (found) return found
    const hex = createHmac('sha256', key).update(name).digest('hex')
    const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16)
    const made = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
    if (known.size >= mostRemembered) known.clear()
    known.set(name, made)
    return made
  }
}
