import { createHmac } from 'node:crypto'
import type { MakeSurrogate } from '../domain/imports/record-fields.ts'

const mostRemembered = 500_000

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
