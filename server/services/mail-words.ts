import { IntlMessageFormat } from 'intl-messageformat'
import type { MessageKind } from '../domain/mail/message.ts'
import { messageWords } from '../domain/mail/words.en.ts'

/** A message with its words, ready to be handed over. */
export interface Letter {
  to: string
  subject: string
  text: string
}

/** Puts the words of a message together. Moments are told in UTC: nobody knows where the reader is. */
export function writeLetter(
  kind: MessageKind,
  to: string,
  values: { name: string; link: string; until?: Date; on?: Date },
): Letter {
  const { subject, text } = messageWords[kind]
  const told = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value instanceof Date ? momentText(value) : value]),
  )
  return { to, subject, text: String(new IntlMessageFormat(text, 'en-GB').format(told)) }
}

function momentText(moment: Date): string {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
  return `${day.format(moment)} UTC`
}
