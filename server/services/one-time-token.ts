import { createHash, randomBytes } from 'node:crypto'

/** A token that opens something once: 256 bits by chance, as text that an address can carry. It is kept as its hash alone. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token. It is long and made by chance, so nobody finds it by trying and it needs no salt. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** Whether a text can be a token at all: what cannot is not looked for. */
export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}
