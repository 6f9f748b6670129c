import { IntlMessageFormat } from 'intl-messageformat'
import { type FaultId, faultWords } from '../domain/imports/faults.en.ts'
import type { Reason } from '../domain/imports/faults.ts'

const compiled = new Map<FaultId, IntlMessageFormat>()

/** The words of a refusal, for files and the terminal. */
export function reasonText(reason: Reason): string {
  const known = compiled.get(reason.id) ?? new IntlMessageFormat(faultWords[reason.id], 'en')
  compiled.set(reason.id, known)
  return String(known.format(reason.values))
}
