import { type Fault, reason } from './faults.ts'
import { folded } from './nearest.ts'
import type { RegisterRow } from './register-row.ts'

/** The rows of a register beside each other: those that stand, those that say the same again, and what refuses the others. */
export interface JudgedRegister {
  rows: RegisterRow[]
  duplicates: number
  faults: Fault[]
}

/**
 * Compares the rows of one file: the same version twice is dropped, contradicting or overlapping versions of one facility
 * and one key given to two facilities are refused on both lines.
 */
export function judgeRegister(source: string, given: readonly RegisterRow[]): JudgedRegister {
  const { rows, duplicates } = withoutRepeats(given)
  const faults = [...versionFaults(rows), ...keyFaults(source, rows)]
  const refused = new Set(faults.map((fault) => fault.line))
  return { rows: rows.filter((row) => !refused.has(row.line) || row.line === 0), duplicates, faults }
}

function withoutRepeats(given: readonly RegisterRow[]): { rows: RegisterRow[]; duplicates: number } {
  const seen = new Set<string>()
  const rows = given.filter((row) => {
    const text = JSON.stringify({ ...row, line: 0 })
    return seen.has(text) ? false : seen.add(text)
  })
  return { rows, duplicates: given.length - rows.length }
}

/** Versions of one facility may follow each other, not overlap. One without an end ends where the next begins. */
function versionFaults(rows: readonly RegisterRow[]): Fault[] {
  const faults: Fault[] = []
  for (const versions of groups(rows, (row) => [folded(row.key)]).values()) {
    versions.sort((a, b) => (a.fields.validFrom < b.fields.validFrom ? -1 : 1))
    for (const [at, row] of versions.slice(1).entries()) {
      const before = versions[at]!
      const overlaps =
        before.fields.validFrom === row.fields.validFrom || (before.fields.validTo ?? '') > row.fields.validFrom
      if (overlaps) faults.push(overlap(before, row), overlap(row, before))
    }
  }
  return faults
}

function overlap(row: RegisterRow, other: RegisterRow): Fault {
  return {
    line: row.line,
    column: 'validFrom',
    value: row.fields.validFrom,
    reason: reason('row.overlap', { other: other.line }),
  }
}

function keyFaults(source: string, rows: readonly RegisterRow[]): Fault[] {
  const faults: Fault[] = []
  const names = (row: RegisterRow) =>
    row.otherKeys.filter((other) => other.source !== source).map((other) => `${other.source} ${folded(other.key)}`)
  for (const [name, sharing] of groups(rows, names)) {
    const key = name.slice(name.indexOf(' ') + 1)
    for (const row of sharing) {
      const other = sharing.find((candidate) => folded(candidate.key) !== folded(row.key))
      if (other) faults.push({ line: row.line, value: key, reason: reason('row.same-key', { key, other: other.line }) })
    }
  }
  return faults
}

function groups(rows: readonly RegisterRow[], namesOf: (row: RegisterRow) => string[]): Map<string, RegisterRow[]> {
  const found = new Map<string, RegisterRow[]>()
  for (const row of rows) {
    for (const name of namesOf(row)) found.set(name, [...(found.get(name) ?? []), row])
  }
  return found
}
