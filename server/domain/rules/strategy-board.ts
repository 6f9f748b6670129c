import type { Statement } from '../kernels/national.ts'
import type { Rule } from './define.ts'

/**
 * How far a statement carries on a day, from furthest to not at all. A yes without evidence is signed and no more; one that has
 * expired says nothing of today.
 */
export const statementStates = [
  'verified',
  'evidenced',
  'not-evidenced',
  'partly',
  'no',
  'expired',
  'unsigned',
] as const
export type StatementState = (typeof statementStates)[number]

/** One thing that the country may sign for, as it stands on a day. Days as YYYY-MM-DD; null where there is none. */
export interface BoardStatement {
  measure: Statement['measure']
  state: StatementState
  signedOn: string | null
  expiresOn: string | null
  verifiedOn: string | null
}

/** One strategy: what may be signed for it, and how many of it are attested, evidenced and verified, each among the one before. */
export interface BoardStrategy {
  id: string
  statements: BoardStatement[]
  attested: number
  evidenced: number
  verified: number
}

export interface BoardPrinciple {
  id: string
  strategies: BoardStrategy[]
}

/**
 * The principles with their strategies as a country stands on them on a day: what it has signed, for what it has shown evidence, and what
 * somebody else has verified. It is guidance: nothing here is kept or broken, and nothing is added up to a mark.
 */
export function strategyBoard(rules: readonly Rule[], statements: readonly Statement[], day: string): BoardPrinciple[] {
  const last = lastSigned(statements, day)
  return rules
    .filter(({ part }) => part === 'kyoto-principle')
    .map(({ id, strategies = [] }) => ({
      id,
      strategies: strategies.flatMap((strategy) => {
        const rule = rules.find((one) => one.id === strategy)
        return rule ? [boardStrategy(rule, last, day)] : []
      }),
    }))
}

/** Of each measure the statement that was signed last. */
function lastSigned(statements: readonly Statement[], day: string): Map<string, Statement> {
  const last = new Map<string, Statement>()
  for (const one of statements) {
    const known = last.get(one.measure)
    if (one.signedOn <= day && (!known || known.signedOn <= one.signedOn)) last.set(one.measure, one)
  }
  return last
}

function boardStrategy(
  { id, attestedBy = [] }: Rule,
  last: ReadonlyMap<string, Statement>,
  day: string,
): BoardStrategy {
  const statements = attestedBy.map((measure): BoardStatement => {
    const signed = last.get(measure)
    if (!signed) return { measure, state: 'unsigned', signedOn: null, expiresOn: null, verifiedOn: null }
    const { signedOn, expiresOn, verifiedOn } = signed
    return { measure, state: stateOf(signed, day), signedOn, expiresOn, verifiedOn }
  })
  const count = (...states: StatementState[]) => statements.filter(({ state }) => states.includes(state)).length
  return {
    id,
    statements,
    attested: count('verified', 'evidenced', 'not-evidenced'),
    evidenced: count('verified', 'evidenced'),
    verified: count('verified'),
  }
}

function stateOf({ value, hasEvidence, expiresOn, verifiedOn }: Statement, day: string): StatementState {
  if (expiresOn <= day) return 'expired'
  if (value !== 'yes') return value === 'partly' ? 'partly' : 'no'
  if (!hasEvidence) return 'not-evidenced'
  return verifiedOn !== null && verifiedOn <= day ? 'verified' : 'evidenced'
}
