import type { Database, Tx } from '../../db/client.ts'
import { countOlderLinks, dropLinks, findDropEnd, listDropped } from '../../db/queries/audit-drops.ts'
import { systemActor } from '../domain/access.ts'
import {
  type Dropped,
  droppedText,
  installationChain,
  leastAuditMonths,
  type Tail,
  tailBehind,
} from '../domain/audit/chain.ts'
import { DomainError } from '../domain/errors.ts'
import { monthsLater } from '../domain/retention/term.ts'
import { recordAudit } from './audit.ts'
import { auditKeys, chainNames, verifyAudit } from './audit-chain.ts'
import type { SigningKeys } from './keys.ts'

/** Links that are dropped in one transaction, at most. */
const linksAPiece = 2000

/** Which links of which body's chain go: those that were sealed before a moment. */
export interface DropRequest {
  body: string
  before: Date
  now: Date
}

/**
 * How many links were sealed before the moment: the dry run. What is dropped are whole rounds, never the last of the chain.
 *
 * @throws DomainError as `dropAudit` does.
 */
export async function countDroppable(db: Database, keysDirectory: string, request: DropRequest): Promise<number> {
  const chainId = await chainToDrop(db, keysDirectory, request)
  return db.asSystem((tx) => countOlderLinks(tx, chainId, request.before))
}

/**
 * Drops whole rounds of a chain from its beginning: their entries and links go, a signed hash of each stretch stays, and the
 * rest is bound to it. In pieces of one transaction each; after a stop the same call goes on. Gives how many links went.
 *
 * @throws DomainError NOT_FOUND for a body of which there is none, INVALID `audit.drop-young` within the least term,
 *   NOT_POSSIBLE_NOW `audit.drop-broken` when the chain does not hold: what shows it must not go.
 */
export async function dropAudit(db: Database, keysDirectory: string, request: DropRequest): Promise<number> {
  const chainId = await chainToDrop(db, keysDirectory, request)
  const keys = auditKeys(keysDirectory, request.body)
  let dropped = 0
  for (;;) {
    const count = await db.asSystem((tx) => dropPiece(tx, chainId, keys, request))
    if (count === 0) return dropped
    dropped += count
  }
}

async function chainToDrop(db: Database, keysDirectory: string, { body, before, now }: DropRequest): Promise<string> {
  const day = (moment: Date) => moment.toISOString().slice(0, 10)
  if (monthsLater(day(before), leastAuditMonths) > day(now)) {
    throw new DomainError('INVALID', 'audit.drop-young', { months: leastAuditMonths })
  }
  const [verdict] = await verifyAudit(db, keysDirectory, { body })
  if (verdict?.broken) throw new DomainError('NOT_POSSIBLE_NOW', 'audit.drop-broken', { body })
  const names = await db.asSystem(chainNames)
  return [...names].find(([, key]) => key === body)![0]
}

async function dropPiece(tx: Tx, chainId: string, keys: SigningKeys, request: DropRequest): Promise<number> {
  const { tail } = tailBehind(chainId, await listDropped(tx, chainId), keys.verify)
  const end = await findDropEnd(tx, chainId, request.before, linksAPiece)
  if (!end) return 0
  const stretch = signed(chainId, tail, end, keys, request.now)
  const links = stretch.toSequence - stretch.fromSequence + 1
  const gone = await dropLinks(tx, chainId, stretch)
  if (gone !== links) throw new Error(`${gone} links went where ${links} were to be dropped`)
  const { fromSequence, toSequence, hash } = stretch
  const by = { ...systemActor, bodyId: chainId === installationChain ? null : chainId }
  const subject = { fromSequence, toSequence, hash }
  await recordAudit(tx, { by, action: 'audit.drop', subject, at: request.now, requestId: null })
  return links
}

function signed(chainId: string, tail: Tail, end: Tail, keys: SigningKeys, droppedAt: Date): Dropped {
  const { hash, sequence: toSequence } = end
  const stretch = {
    fromSequence: tail.sequence + 1,
    toSequence,
    previousHash: tail.hash,
    hash,
    droppedAt,
    keyId: keys.keyId,
  }
  return { ...stretch, signature: keys.sign(droppedText(chainId, stretch)) }
}
