import { IntlMessageFormat } from 'intl-messageformat'
import { refusalWords } from '../domain/refusals.en.ts'

/** Refusals of the API before any procedure is asked; numbers as JSON-RPC and tRPC have them. */
const kinds = {
  'session.none': { code: 'UNAUTHORIZED', number: -32001, httpStatus: 401 },
  'error.too-often': { code: 'TOO_MANY_REQUESTS', number: -32029, httpStatus: 429 },
} as const

/** What a refusal says, in English. */
export function wordsOf(messageId: keyof typeof kinds, values: Record<string, number> = {}): string {
  return String(new IntlMessageFormat(refusalWords[messageId], 'en-GB').format(values))
}

/** A refusal in the form of the API's others, with its words and the values in them. */
export function apiRefusal(messageId: keyof typeof kinds, values: Record<string, number> = {}) {
  const { code, number, httpStatus } = kinds[messageId]
  const data = { code, httpStatus, words: wordsOf(messageId, values), ...values }
  return { error: { json: { message: messageId, code: number, data } } }
}
