import type { Tx } from '../../db/client.ts'
import { saveAuditEntry } from '../../db/queries/audit.ts'
import { type Deed, entryOf } from '../domain/audit/entry.ts'

const recorded = new WeakMap<Tx, number>()

/** Writes down a deed in the transaction in which it is done: undone together, kept together. */
export async function recordAudit(tx: Tx, deed: Deed): Promise<void> {
  await saveAuditEntry(tx, entryOf(deed))
  recorded.set(tx, deedsRecorded(tx) + 1)
}

/** How many deeds were written down in this transaction so far. */
export function deedsRecorded(tx: Tx): number {
  return recorded.get(tx) ?? 0
}
