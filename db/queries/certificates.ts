import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { capacityCertificates } from '../schema/index.ts'

export type Certificate = typeof capacityCertificates.$inferSelect
export type NewCertificate = typeof capacityCertificates.$inferInsert

/** The certificates of the named facilities that count, oldest first. */
export async function loadCertificates(tx: Tx, facilityIds: string[]): Promise<Certificate[]> {
  if (facilityIds.length === 0) return []
  return tx
    .select()
    .from(capacityCertificates)
    .where(and(isNull(capacityCertificates.supersededAt), inArray(capacityCertificates.facilityId, facilityIds)))
    .orderBy(capacityCertificates.validFrom)
}

export async function supersedeCertificate(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.update(capacityCertificates).set({ supersededAt: now }).where(eq(capacityCertificates.id, id))
}

export async function endCertificate(tx: Tx, id: string, on: string): Promise<void> {
  await tx.update(capacityCertificates).set({ validTo: on }).where(eq(capacityCertificates.id, id))
}

export async function addCertificate(tx: Tx, row: NewCertificate): Promise<void> {
  await tx.insert(capacityCertificates).values(row)
}
