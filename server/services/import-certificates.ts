import { v7 } from 'uuid'
import type { Database, Tx } from '../../db/client.ts'
import {
  addCertificate,
  type Certificate,
  endCertificate,
  loadCertificates,
  supersedeCertificate,
} from '../../db/queries/certificates.ts'
import { loadKnownFacilities } from '../../db/queries/register.ts'
import { type CertificatePlan, type KnownCertificate, planCertificates } from '../domain/imports/certificate-plan.ts'
import { type CertificateRow, certificateReader } from '../domain/imports/certificate-row.ts'
import { facilityLookup } from '../domain/imports/facility-lookup.ts'
import type { CertificatesMapping } from '../domain/imports/mapping.ts'
import { type Day, monthIndex, monthOf } from '../domain/period.ts'
import type { Acceptance, AcceptedImport } from './import-acceptance.ts'
import { dataRows, type Reading, refuseRow } from './import-reading.ts'

/** Takes in capacity certificates. They are few (some a facility): their rows are judged together, in memory. */
export async function importCertificates(
  db: Database,
  reading: Reading,
  acceptance: Acceptance,
): Promise<AcceptedImport> {
  const known = await db.asSystem(loadKnownFacilities)
  const read = certificateReader(reading.mapping as CertificatesMapping, reading.table.header, facilityLookup(known))
  const rows: CertificateRow[] = []
  const texts = new Map<number, readonly (string | number)[]>()
  for await (const piece of dataRows(reading)) {
    for (const { line, cells, given } of piece) {
      const row = read(cells, line)
      if (Array.isArray(row)) {
        refuseRow(reading, row, given)
        continue
      }
      rows.push(row)
      texts.set(line, given)
    }
  }
  return acceptance.inOneTransaction(db, async (tx) => {
    const ids = [...new Set(rows.map((row) => row.facilityId))]
    const known = (await loadCertificates(tx, ids)).map(asKnown)
    const plan = planCertificates(rows, known)
    reading.counts.duplicates += plan.duplicates
    for (const line of new Set(plan.faults.map((fault) => fault.line))) {
      refuseRow(
        reading,
        plan.faults.filter((fault) => fault.line === line),
        texts.get(line) ?? [],
      )
    }
    const values = {
      added: plan.added.length - plan.superseded.length,
      superseded: plan.superseded.length,
      unchanged: plan.unchanged,
    }
    const importId = await acceptance.saveImport(tx, reading.counts, {
      ...values,
      changesNothing: plan.added.length === 0,
    })
    if (importId) await saveCertificates(tx, plan, importId, acceptance.now)
    return { importId, values, touched: touchedBy(plan, known, acceptance.now) }
  })
}

function asKnown(certificate: Certificate): KnownCertificate {
  const { id, facilityId, spaceStandardM2Multi, spaceStandardM2Single, countsSpecialPlaces, validTo, ...rest } =
    certificate
  const given = Object.entries({ spaceStandardM2Multi, spaceStandardM2Single, countsSpecialPlaces, validTo })
  const fields = { ...rest, ...Object.fromEntries(given.filter(([, value]) => value !== null)) }
  return { id, facilityId, fields: fields as unknown as KnownCertificate['fields'] }
}

async function saveCertificates(tx: Tx, plan: CertificatePlan, importId: string, now: Date): Promise<void> {
  for (const id of plan.superseded) await supersedeCertificate(tx, id, now)
  for (const { id, on } of plan.endings) await endCertificate(tx, id, on)
  for (const { facilityId, line, fields } of plan.added) {
    await addCertificate(tx, {
      id: v7({ msecs: now.getTime() }),
      facilityId,
      ...fields,
      importId,
      line,
      recordedAt: now,
    })
  }
}

/** A certificate that is taken back or ended changes months before the new one begins. */
function touchedBy(plan: CertificatePlan, known: readonly KnownCertificate[], now: Date): AcceptedImport['touched'] {
  const facilityIds = [...new Set(plan.added.map((row) => row.facilityId))]
  const first = [...plan.added, ...known].map((row) => row.fields.validFrom).sort()[0]
  if (!first || facilityIds.length === 0) return undefined
  const [from, to] = [monthOf(first as Day), monthOf(now.toISOString().slice(0, 10) as Day)]
  const months = { first: monthIndex(from), last: monthIndex(to) }
  return { facilityIds, from, to, derive: facilityIds.map((id) => [id, months]) }
}
