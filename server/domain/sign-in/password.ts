/** Characters; NIST SP 800-63B-4 asks for 15 where a password stands alone and 8 beside a second factor. 12 is a choice. */
export const shortestPassword = 12
export const longestPassword = 256

/** Words that people build passwords from: of keyboards, names, seasons, and of the work itself. */
const stems =
  'password passwort parola contrasena motdepasse senha qwerty qwertz azerty asdfgh zxcvbn letmein welcome welkom bienvenue admin administrator root master login monkey dragon sunshine princess iloveyou football baseball superman batman shadow michael jennifer jordan charlie spring summer autumn winter january february march april june july august september october november december monday friday prison warden inspector ministry justice daylight mandela secret changeme default trustno'.split(
    ' ',
  )

const swaps: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** The password in one form: compatible characters made one, lower case. */
export function normalPassword(password: string): string {
  return password.normalize('NFKC').toLowerCase()
}

/**
 * The password as it is hashed: compatible characters made one, so that the same password typed on another keyboard is the
 * same password (NIST SP 800-63B-4, 3.1.1.2).
 */
export function keptPassword(password: string): string {
  return password.normalize('NFKC')
}

/**
 * Whether a text can be anybody's password: short enough to be looked at, and without control characters. A zero at the end
 * would be lost in the hash (RFC 2104 fills keys up with zeros), and nobody types one.
 */
export function canBePassword(text: string): boolean {
  return text !== '' && text.length <= longestPassword && !/\p{Cc}/u.test(text)
}

export type PasswordFault = 'control' | 'too-short' | 'too-long' | 'common' | 'about-you'

/**
 * What is wrong with a new password; undefined when it may be used. `about` is what an attacker tries first: the address
 * and the name of its owner.
 */
export function passwordFault(password: string, about: readonly string[] = []): PasswordFault | undefined {
  // Before anything is done with it: ten million characters cost nothing here.
  if (password.length > longestPassword) return 'too-long'
  if (password !== '' && !canBePassword(password)) return 'control'
  const normal = normalPassword(password)
  if ([...normal].length < shortestPassword) return 'too-short'
  if (isCommon(normal)) return 'common'
  const own = about.flatMap((text) => normalPassword(text).split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length >= 4)
  return own.some((part) => leftAfter(normal, [part]) < 6) ? 'about-you' : undefined
}

/** A common word, doubled or with digits, signs and swapped letters around it; one thing repeated; a run of the keyboard. */
function isCommon(normal: string): boolean {
  if (new Set(normal).size < 5 || /^(.{1,6}?)\1+.{0,3}$/u.test(normal) || isRun(normal)) return true
  const swapped = [...normal].map((sign) => swaps[sign] ?? sign).join('')
  return [normal, swapped].some((form) => leftAfter(form, stems) < 5)
}

/** Letters of `form` that are no part of `words`: what its owner has added besides digits and signs. */
function leftAfter(form: string, words: readonly string[]): number {
  const byLength = words.toSorted((a, b) => b.length - a.length)
  const left = byLength.reduce((rest, word) => rest.replaceAll(word, ' '), form)
  if (left === form) return form.length
  return left.replaceAll(/\P{L}/gu, '').length
}

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  '01234567890',
  '1qaz2wsx3edc4rfv5tgb',
]

/** Made of runs along a row of keys or of the alphabet, forwards or backwards. */
function isRun(normal: string): boolean {
  const ways = rows.flatMap((row) => [row, [...row].reverse().join('')])
  const steps = [...normal].slice(1).filter((sign, at) => ways.some((row) => row.includes(`${normal[at]}${sign}`)))
  return steps.length >= normal.length - 3
}
