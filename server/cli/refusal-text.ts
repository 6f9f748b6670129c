import { IntlMessageFormat } from 'intl-messageformat'
import { DomainError } from '../domain/errors.ts'
import { faultWords } from '../domain/imports/faults.en.ts'
import { refusalWords } from '../domain/refusals.en.ts'

const words: Record<string, string> = { ...refusalWords, ...faultWords }

/** A refusal in the words of the terminal. */
export function refusalText(error: Error): string {
  if (!(error instanceof DomainError)) return error.message
  return String(new IntlMessageFormat(words[error.messageId] ?? error.messageId, 'en').format(error.values))
}
