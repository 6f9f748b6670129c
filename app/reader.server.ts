import type { IntlShape } from 'react-intl'
import { type Words, words } from '../server/domain/words.ts'
import { type Format, formatIn } from './format.ts'
import { loadMessages } from './messages/load.ts'
import { shapeOf } from './messages/shape.ts'
import { type Direction, preferencesOf } from './preferences.ts'

/** The reader of a page, as a loader needs to know them: their words, their numbers, their reading direction. */
export interface Reader {
  direction: Direction
  intl: IntlShape
  format: Format
  words: Words
}

export async function readerOf(request: Request): Promise<Reader> {
  const { language, direction } = preferencesOf(request.headers)
  const intl = shapeOf(language, await loadMessages(language))
  return { direction, intl, format: formatIn(language), words: words(language) }
}
