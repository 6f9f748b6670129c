import type { Language } from '../../server/domain/languages.ts'
import type { Catalogue } from './compile.ts'
import type { MessageId } from './ids.ts'

/** A catalogue that holds every message. */
export type Messages = Record<MessageId, Catalogue[string]>

const catalogues: Record<Language, () => Promise<{ default: Catalogue }>> = {
  en: () => import('virtual:messages/en'),
  'en-XA': () => import('virtual:messages/en-XA'),
}

/** The compiled messages of one language; each language is a file of its own, so a reader loads one. */
export async function loadMessages(language: Language): Promise<Messages> {
  // The catalogues are made of the files that the ids are made of.
  return (await catalogues[language]()).default as Messages
}
