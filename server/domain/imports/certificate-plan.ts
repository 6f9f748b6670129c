import type { CertificateFields, CertificateRow } from './certificate-row.ts'
import { type Fault, reason } from './faults.ts'

/** A certificate that is known and counts. */
export interface KnownCertificate {
  id: string
  facilityId: string
  fields: CertificateRow['fields']
}

/** What a file of certificates changes: decided here, written by the service. */
export interface CertificatePlan {
  added: CertificateRow[]
  /** Known ones that say something else for the same first day. */
  superseded: string[]
  /** Known ones without an end, which end where a new one begins. */
  endings: { id: string; on: string }[]
  duplicates: number
  unchanged: number
  faults: Fault[]
}

const compared = [
  'certifiedPlaces',
  'spaceStandardM2Multi',
  'spaceStandardM2Single',
  'countsSpecialPlaces',
  'issuedBy',
  'issuedOn',
  'validFrom',
  'evidenceRef',
] as const

/** Whether two certificates say the same; one that names no end is taken to leave the known end as it is. */
function isSame(a: Partial<CertificateFields>, b: Partial<CertificateFields>): boolean {
  const sameEnd = a.validTo === undefined || b.validTo === undefined || a.validTo === b.validTo
  return sameEnd && compared.every((name) => (a[name] ?? null) === (b[name] ?? null))
}

/** Decides which certificates are new, which correct a known one and which contradict each other within the file. */
export function planCertificates(rows: readonly CertificateRow[], known: readonly KnownCertificate[]): CertificatePlan {
  const plan: CertificatePlan = { added: [], superseded: [], endings: [], duplicates: 0, unchanged: 0, faults: [] }
  const standing = standingRows(rows, plan)
  for (const row of standing)
    planRow(
      row,
      known.filter((entry) => entry.facilityId === row.facilityId),
      plan,
    )
  return { ...plan, added: endedByNext(plan.added) }
}

/** Rows of the file that neither repeat nor overlap another, in the order of their first days. */
function standingRows(rows: readonly CertificateRow[], plan: CertificatePlan): CertificateRow[] {
  const sorted = [...rows].sort((a, b) => (a.fields.validFrom < b.fields.validFrom ? -1 : 1))
  const last = new Map<string, CertificateRow>()
  const kept: CertificateRow[] = []
  for (const row of sorted) {
    const before = last.get(row.facilityId)
    if (before && before.fields.validFrom === row.fields.validFrom && isSame(before.fields, row.fields)) {
      plan.duplicates++
      continue
    }
    if (
      before &&
      ((before.fields.validTo ?? '') > row.fields.validFrom || before.fields.validFrom === row.fields.validFrom)
    ) {
      plan.faults.push(overlap(row, before), overlap(before, row))
    }
    last.set(row.facilityId, row)
    kept.push(row)
  }
  const refused = new Set(plan.faults.map((fault) => fault.line))
  return kept.filter((row) => !refused.has(row.line))
}

function overlap(row: CertificateRow, other: CertificateRow): Fault {
  const why = reason('certificate.overlap', { other: other.line })
  return { line: row.line, column: 'validFrom', value: row.fields.validFrom, reason: why }
}

function planRow(row: CertificateRow, known: readonly KnownCertificate[], plan: CertificatePlan): void {
  const start = row.fields.validFrom
  const same = known.find((entry) => entry.fields.validFrom === start)
  if (same && isSame(same.fields, row.fields)) {
    plan.unchanged++
    return
  }
  if (same) plan.superseded.push(same.id)
  const covering = known.find((entry) => entry.fields.validFrom < start && (entry.fields.validTo ?? '9999') > start)
  if (covering) plan.endings.push({ id: covering.id, on: start })
  const next = known
    .map((entry) => entry.fields.validFrom)
    .filter((day) => day > start)
    .sort()[0]
  plan.added.push({ ...row, fields: { ...row.fields, ...(row.fields.validTo || !next ? {} : { validTo: next }) } })
}

/** A certificate without an end ends where the next one of the file begins. */
function endedByNext(added: readonly CertificateRow[]): CertificateRow[] {
  return added.map((row) => {
    const next = added.find(
      (other) => other.facilityId === row.facilityId && other.fields.validFrom > row.fields.validFrom,
    )
    if (!next || (row.fields.validTo && row.fields.validTo <= next.fields.validFrom)) return row
    return { ...row, fields: { ...row.fields, validTo: next.fields.validFrom } }
  })
}
