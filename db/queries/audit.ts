import { v7 } from 'uuid'
import type { AuditEntry } from '../../server/domain/audit/entry.ts'
import type { Tx } from '../client.ts'
import { auditEntries, auditQueue } from '../schema/index.ts'

/** Adds one entry and puts it in line to be sealed. */
export async function saveAuditEntry(tx: Tx, entry: Omit<AuditEntry, 'id'>): Promise<void> {
  const id = v7()
  await tx.insert(auditEntries).values({ ...entry, id, placeKind: entry.placeKind as 'country' | null })
  await tx.insert(auditQueue).values({ entryId: id })
}
