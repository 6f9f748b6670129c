import { createHash, randomInt } from 'node:crypto'

// No letters that are taken for figures, and no vowels that make words.
const letters = '23456789BCDFGHJKMNPQRSTVWXZ'

/** Ten codes of 47 bits, each of which stands in for the second factor once. */
export function makeRecoveryCodes(): string[] {
  const sign = () => letters[randomInt(letters.length)]
  return Array.from({ length: 10 }, () => Array.from({ length: 11 }, (_, at) => (at === 5 ? '-' : sign())).join(''))
}

/** What is kept of the codes: their hashes. They are made by chance, and five wrong ones lock the account for a while. */
export function keptCodes(codes: readonly string[]): string {
  return JSON.stringify(codes.map(hashOf))
}

/** What is left of the kept codes when a typed one is used; undefined when it is none of them. */
export function leftAfter(kept: string, typed: string): string | undefined {
  const hashes = JSON.parse(kept) as string[]
  const used = hashOf(typed)
  return hashes.includes(used) ? JSON.stringify(hashes.filter((one) => one !== used)) : undefined
}

/** How many codes are left. */
export const countOfKept = (kept: string) => (JSON.parse(kept) as string[]).length

function hashOf(code: string): string {
  const plain = code
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
  return createHash('sha256').update(plain).digest('base64url')
}
