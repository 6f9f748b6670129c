import { createIntl, createIntlCache, type IntlShape } from 'react-intl'
import { type Language, languages } from '../../server/domain/languages.ts'
import type { Messages } from './load.ts'

type MessageFormatOf = IntlShape['formatters']['getMessageFormat']

const cache = createIntlCache()
const shapes = new WeakMap<Messages, IntlShape>()

/** The words of a language as pages ask for them: made once a process, for what they are made of never changes. */
export function shapeOf(language: Language, messages: Messages): IntlShape {
  const known = shapes.get(messages)
  if (known) return known
  const made = createIntl({ locale: languages[language].intl, messages }, cache)
  Object.assign(made.formatters, { getMessageFormat: keptByMessage(made.formatters.getMessageFormat) })
  shapes.set(messages, made)
  return made
}

/**
 * The library finds a compiled message again by writing it out as JSON each time that it is said, which takes longer than
 * saying it; here it is found by itself. All messages of one shape share its locale, formats and formatters.
 */
function keptByMessage(make: MessageFormatOf): MessageFormatOf {
  const kept = new WeakMap<object, ReturnType<MessageFormatOf>>()
  return (message, ...how) => {
    if (typeof message === 'string') return make(message, ...how)
    const made = kept.get(message) ?? make(message, ...how)
    kept.set(message, made)
    return made
  }
}
