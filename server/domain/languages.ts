/**
 * The languages that the product can be read in. `intl` is the locale that numbers and dates are written for.
 * 'en-XA' is the pseudo-language: English with accents and length added, which shows any text that no catalogue holds.
 */
export const languages = {
  en: { intl: 'en-GB', direction: 'ltr', source: 'en' },
  'en-XA': { intl: 'en-GB', direction: 'ltr', source: 'en' },
} as const satisfies Record<string, { intl: string; direction: 'ltr' | 'rtl'; source: string }>

export type Language = keyof typeof languages

export const defaultLanguage: Language = 'en'

export function isLanguage(text: string | undefined): text is Language {
  return text !== undefined && Object.hasOwn(languages, text)
}

const plain = 'AaCcEeIiNnOoSsUuYyZz'
const accented = 'ÅåÇçÉéÎîÑñÖöŠšÛûÝýŽž'

/** `text` with accented letters and a third more length, so that untranslated words and tight boxes are both seen. */
export function pseudo(text: string): string {
  if (text.trim() === '') return text
  const letters = [...text].map((letter) => accented[plain.indexOf(letter)] ?? letter).join('')
  return letters + '~'.repeat(Math.ceil(text.trim().length / 3))
}
