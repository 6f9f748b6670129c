import { createIntl, createIntlCache, type IntlShape } from 'react-intl'
import { type Language, languages } from '../server/domain/languages.ts'
import { type Words, words } from '../server/domain/words.ts'
import { type Format, formatIn } from './format.ts'
import { loadMessages } from './messages/load.ts'
import { type Direction, preferencesOf } from './preferences.ts'

/** The reader of a page, as a loader needs to know them: their words, their numbers, their reading direction. */
export interface Reader {
  direction: Direction
  intl: IntlShape
  format: Format
  words: Words
}

const cache = createIntlCache()
const shapes = new Map<Language, Promise<IntlShape>>()

function intlIn(language: Language): Promise<IntlShape> {
  const known = shapes.get(language)
  if (known) return known
  const made = loadMessages(language).then((messages) =>
    createIntl({ locale: languages[language].intl, messages }, cache),
  )
  shapes.set(language, made)
  return made
}

export async function readerOf(request: Request): Promise<Reader> {
  const { language, direction } = preferencesOf(request.headers)
  return { direction, intl: await intlIn(language), format: formatIn(language), words: words(language) }
}
