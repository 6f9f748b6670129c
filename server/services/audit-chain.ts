import { createHash } from 'node:crypto'
import type { Database, Tx } from '../../db/client.ts'
import {
  dropFromQueue,
  findTail,
  isQueueEmpty,
  listLinks,
  listNeverSealed,
  listQueued,
  saveSeals,
  takeAuditTurn,
} from '../../db/queries/audit.ts'
import { listDropped } from '../../db/queries/audit-drops.ts'
import { listBodies } from '../../db/queries/people.ts'
import { systemActor } from '../domain/access.ts'
import {
  type Break,
  beginning,
  breakAgainst,
  breakOf,
  chainOf,
  type Digest,
  type Head,
  headText,
  installationChain,
  sealEntries,
  type Tail,
  tailBehind,
} from '../domain/audit/chain.ts'
import { DomainError } from '../domain/errors.ts'
import { recordAudit } from './audit.ts'
import { openSigningKeys, rotateSigningKey, type SigningKeys } from './keys.ts'

/** Entries sealed in one transaction: on the embedded engine a piece should stay short. */
const entriesARound = 500
const linksAPage = 2000

const sha256: Digest = (text) => createHash('sha256').update(text).digest('hex')

/** The key that signs a body's chain, by the body's key; `installation` signs the chain of no body. */
export function auditKeys(directory: string, body: string): SigningKeys {
  return openSigningKeys(directory, `audit-${body}`)
}

/** Puts the entries that wait into their chains, in turn with every other process. Gives how many were sealed. */
export async function sealAudit(db: Database, keysDirectory: string, now: Date): Promise<number> {
  let sealed = 0
  for (;;) {
    const count = await db.asSystem((tx) => sealRound(tx, keysDirectory, now))
    sealed += count
    if (count < entriesARound) return sealed
  }
}

async function sealRound(tx: Tx, keysDirectory: string, now: Date): Promise<number> {
  if (await isQueueEmpty(tx)) return 0
  await takeAuditTurn(tx, now)
  const entries = await listQueued(tx, entriesARound)
  const names = await chainNames(tx)
  for (const chainId of new Set(entries.map(chainOf))) {
    const own = entries.filter((entry) => chainOf(entry) === chainId)
    const keys = auditKeys(keysDirectory, names.get(chainId) ?? 'installation')
    const tail = (await findTail(tx, chainId)) ?? beginning
    await saveSeals(tx, chainId, sealEntries(chainId, tail, own, { ...keys, sealedAt: now }, sha256))
  }
  await dropFromQueue(
    tx,
    entries.map((entry) => entry.id),
  )
  return entries.length
}

/** The keys of the bodies by the ids of their chains. */
export async function chainNames(tx: Tx): Promise<Map<string, string>> {
  const bodies = await listBodies(tx)
  return new Map([[installationChain, 'installation'], ...bodies.map(({ id, key }) => [id, key] as const)])
}

/** What a check of one chain found: how far it holds, and the first link that is broken. */
export interface Verdict {
  body: string
  /** The last link that was read. */
  links: number
  /** The first one, where those before were dropped after their term. */
  begins?: number
  /** The head lies in what was dropped: it could be held against nothing. */
  isHeadDropped?: true
  broken?: { sequence: number; entryId: string | null; reason: Break }
}

/** Reads a body's whole chain, or every chain, and names the first broken link of each. */
export async function verifyAudit(
  db: Database,
  keysDirectory: string,
  wanted: { body?: string; head?: Head },
): Promise<Verdict[]> {
  const names = await db.asSystem(chainNames)
  const chosen = [...names].filter(([id, key]) => {
    if (wanted.head) return id === wanted.head.chainId
    return wanted.body === undefined || key === wanted.body
  })
  if (chosen.length === 0) throw new DomainError('NOT_FOUND', 'body.none')
  const verdicts: Verdict[] = []
  for (const [chainId, body] of chosen) {
    verdicts.push(await verifyChain(db, { chainId, body, keys: auditKeys(keysDirectory, body), head: wanted.head }))
  }
  return verdicts
}

interface Chain {
  chainId: string
  body: string
  keys: SigningKeys
  head: Head | undefined
}

async function verifyChain(db: Database, chain: Chain): Promise<Verdict> {
  const { chainId, body, keys, head } = chain
  if (head && !keys.verify(head.keyId, headText(chainId, head), head.signature)) {
    throw new DomainError('INVALID', 'audit.head-forged')
  }
  const dropped = await db.asSystem((tx) => listDropped(tx, chainId))
  const start = tailBehind(chainId, dropped, keys.verify)
  if (start.forgedAt !== undefined) return broken(body, start.tail, 'dropped-forged', null)
  let tail = start.tail
  let isSigned = true
  let hashAtHead = dropped.find((one) => one.toSequence === head?.sequence)?.hash
  for (;;) {
    const page = await db.asSystem((tx) => listLinks(tx, chainId, tail.sequence, linksAPage))
    for (const link of page) {
      const reason = breakOf(chainId, tail, link, sha256, keys.verify)
      if (reason) return broken(body, tail, reason, link.seal.entryId)
      tail = { sequence: link.seal.sequence, hash: link.seal.hash }
      isSigned = link.seal.signature !== null
      if (tail.sequence === head?.sequence) hashAtHead = tail.hash
    }
    if (page.length < linksAPage) break
  }
  if (!isSigned) return broken(body, tail, 'tail-unsigned', null)
  const isHeadDropped = head !== undefined && head.sequence < start.tail.sequence && hashAtHead === undefined
  const reason = head && !isHeadDropped ? breakAgainst(head, tail, hashAtHead) : undefined
  if (head && reason)
    return broken(body, reason === 'cut' ? tail : { ...head, sequence: head.sequence - 1 }, reason, null)
  const [stray] = await db.asSystem((tx) => listNeverSealed(tx, chainId, 1))
  if (stray) return broken(body, tail, 'never-sealed', stray.id)
  const told = {
    ...(dropped.length > 0 && { begins: start.tail.sequence + 1 }),
    ...(isHeadDropped && { isHeadDropped }),
  }
  return { body, links: tail.sequence, ...told }
}

/** The link behind `tail` does not hold. */
function broken(body: string, tail: Tail, reason: Break, entryId: string | null): Verdict {
  return { body, links: tail.sequence, broken: { sequence: tail.sequence + 1, entryId, reason } }
}

/** The signed head of a body's chain as it is now: to be printed, or given to another body. */
export async function exportHead(db: Database, keysDirectory: string, body: string, now: Date): Promise<Head> {
  await sealAudit(db, keysDirectory, now)
  const names = await db.asSystem(chainNames)
  const chainId = [...names].find(([, key]) => key === body)?.[0]
  if (!chainId) throw new DomainError('NOT_FOUND', 'body.none')
  const { sequence, hash } = (await db.asSystem((tx) => findTail(tx, chainId))) ?? beginning
  const keys = auditKeys(keysDirectory, body)
  const signature = keys.sign(headText(chainId, { sequence, hash }))
  return { body, chainId, sequence, hash, keyId: keys.keyId, signature }
}

/** Signs what stands with the key that goes, writes the change down, and lets the next key sign it. Gives its id. */
export async function rotateAuditKey(db: Database, keysDirectory: string, body: string, now: Date): Promise<string> {
  const { chainId, keyId: before } = await exportHead(db, keysDirectory, body, now)
  const after = rotateSigningKey(keysDirectory, `audit-${body}`)
  const by = { ...systemActor, bodyId: chainId === installationChain ? null : chainId }
  await db.asSystem((tx) =>
    recordAudit(tx, { by, action: 'audit.rotate-key', subject: { before, after }, at: now, requestId: null }),
  )
  await sealAudit(db, keysDirectory, now)
  return after
}
