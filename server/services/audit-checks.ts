import type { Database } from '../../db/client.ts'
import {
  findSigningKey,
  listCheckedChains,
  listWantedChecks,
  saveAuditCheck,
  wantAuditCheck,
} from '../../db/queries/audit-reading.ts'
import { type Body, listBodies } from '../../db/queries/people.ts'
import { verifyAudit } from './audit-chain.ts'

/** Reads the chains of the bodies that were never read, and those that somebody wants to have read again. Gives how many. */
export async function checkWantedAudits(db: Database, keysDirectory: string, now: Date): Promise<number> {
  const due = await db.asSystem(async (tx) => {
    const bodies = await listBodies(tx)
    const [checked, wanted] = [await listCheckedChains(tx), await listWantedChecks(tx)]
    return bodies.filter(({ id }) => !checked.includes(id) || wanted.includes(id))
  })
  for (const body of due) await checkAudit(db, keysDirectory, body, now)
  return due.length
}

/** Reads a body's whole chain and keeps what was found, for its auditor. */
async function checkAudit(db: Database, keysDirectory: string, { id, key }: Body, now: Date): Promise<void> {
  const [verdict] = await verifyAudit(db, keysDirectory, { body: key })
  const { links, broken } = verdict!
  await db.asSystem(async (tx) => {
    const signing = await findSigningKey(tx, id)
    await saveAuditCheck(tx, {
      chainId: id,
      checkedAt: now,
      links,
      brokenSequence: broken?.sequence ?? null,
      brokenEntryId: broken?.entryId ?? null,
      brokenReason: broken?.reason ?? null,
      keyId: signing?.keyId ?? null,
      keySince: signing?.since ?? null,
    })
  })
}

/** Has every chain read again at the next occasion. */
export function wantAuditChecks(db: Database, now: Date): Promise<void> {
  return db.asSystem((tx) => wantAuditCheck(tx, now))
}
