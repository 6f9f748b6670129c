import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { encode } from 'uqr'

/** Codes of six figures that change every half minute (RFC 6238 with HMAC-SHA-1, as every code generator has it). */
const periodMs = 30_000

/** How many half minutes a clock may be early or late. */
const skew = 1

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A secret of 160 bits (RFC 4226) in the letters that people can type: base32. */
export function makeSecret(): string {
  return [...randomBytes(32)].map((byte) => letters[byte & 31]).join('')
}

/** The half minute of a moment, counted from 1970. */
export function stepAt(moment: Date): number {
  return Math.floor(moment.getTime() / periodMs)
}

/** The code of a secret for a half minute. */
export function codeOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const at = digest[19]! & 15
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The half minute that a typed code belongs to: this one, the one before or the one after; undefined for a wrong code. */
export function stepOfCode(secret: string, typed: string, now: Date): number | undefined {
  const code = typed.normalize('NFKC').replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(code)) return undefined
  const steps = Array.from({ length: 2 * skew + 1 }, (_, at) => stepAt(now) - skew + at)
  return steps.find((step) => timingSafeEqual(Buffer.from(codeOf(secret, step)), Buffer.from(code)))
}

/** A secret as its owner takes it over: by picture, or typed in groups of four. */
export interface OfferedSecret {
  typed: string
  /** The address in the picture, as code generators read it. */
  uri: string
  /** The picture: a square of `size` fields, the dark ones as the path of a drawing. */
  picture: { size: number; path: string }
}

export function offerOf(secret: string, account: string): OfferedSecret {
  const uri = `otpauth://totp/Daylight:${encodeURIComponent(account)}?${new URLSearchParams({ secret, issuer: 'Daylight' })}`
  return { typed: secret.match(/.{1,4}/g)!.join(' '), uri, picture: pictureOf(uri) }
}

function pictureOf(uri: string): OfferedSecret['picture'] {
  const { data, size } = encode(uri, { border: 4 })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: dark.join('') }
}

function bytesOf(secret: string): Buffer {
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)))
}
