import type { FaultId } from './faults.en.ts'

/** Why something is refused: the id of its words and the values in them. */
export interface Reason {
  id: FaultId
  values: Record<string, string | number>
}

/** One thing wrong in a row: where it stands, what stands there, why it is refused. */
export interface Fault {
  line: number
  column?: string | undefined
  value?: string | undefined
  reason: Reason
}

/** One thing wrong in a mapping: the path to it (measures[2].column). */
export interface MappingFault {
  path: string
  reason: Reason
}

export function reason(id: FaultId, values: Reason['values'] = {}): Reason {
  return { id, values }
}

/** Tells a refusal from what was asked for. */
export function isReason(answer: object): answer is Reason {
  return 'values' in answer && 'id' in answer
}
