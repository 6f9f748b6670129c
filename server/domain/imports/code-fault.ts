import { type CodeList, codeLists } from '../records/codes.ts'
import { type Reason, reason } from './faults.ts'

/** What is wrong with a code that a mapping writes down: that its list does not hold it, and what it holds. */
export function codeFault(list: CodeList, code: string): Reason | undefined {
  const allowed: readonly string[] = codeLists[list] ?? []
  return allowed.includes(code)
    ? undefined
    : reason('mapping.unknown-code', { code, list, allowed: allowed.join(', ') })
}
