import type { AuditEntry } from './entry.ts'

/** A hash over a text, as hexadecimal: SHA-256 in the product. */
export type Digest = (text: string) => string

/** One link of a chain: the place of an entry in it, bound to everything before by its hash. */
export interface Seal {
  sequence: number
  entryId: string
  previousHash: string
  hash: string
  sealedAt: Date
  /** The key that signed this link, and its signature over `headText`; the last link of each round is signed. */
  keyId: string | null
  signature: string | null
}

/** Where a chain has come to. */
export interface Tail {
  sequence: number
  hash: string
}

/** The chain of the installation itself: deeds of no body's people. */
export const installationChain = '00000000-0000-0000-0000-000000000000'

/** Before the first link. */
export const beginning: Tail = { sequence: 0, hash: '0'.repeat(64) }

/** The chain in which an entry belongs. */
export function chainOf(entry: Pick<AuditEntry, 'bodyId'>): string {
  return entry.bodyId ?? installationChain
}

/** What is hashed of a link: every field of the entry and of the link itself, in one order, unmistakably apart. */
function linkText(chainId: string, link: Omit<Seal, 'hash' | 'signature'>, entry: AuditEntry): string {
  return JSON.stringify([
    ...['daylight-audit-1', chainId, link.sequence, link.previousHash, link.sealedAt.getTime(), link.keyId],
    ...[entry.id, entry.bodyId, entry.at.getTime(), entry.personId, entry.role, entry.assignmentId],
    ...[entry.placeKind, entry.placeId, entry.action, entry.outcome, entry.subject, entry.reason, entry.requestId],
  ])
}

/** What is signed: that the chain had come to this link with this hash. */
export function headText(chainId: string, tail: Tail): string {
  return JSON.stringify(['daylight-audit-head-1', chainId, tail.sequence, tail.hash])
}

/** The links that put `entries` behind `tail`, in the order in which they are given; the last one carries the key's id. */
export function sealEntries(
  chainId: string,
  tail: Tail,
  entries: readonly AuditEntry[],
  round: { sealedAt: Date; keyId: string; sign: (text: string) => string },
  digest: Digest,
): Seal[] {
  let last = tail
  return entries.map((entry, place) => {
    const keyId = place === entries.length - 1 ? round.keyId : null
    const { sealedAt } = round
    const link = { sequence: last.sequence + 1, entryId: entry.id, previousHash: last.hash, sealedAt, keyId }
    last = { sequence: link.sequence, hash: digest(linkText(chainId, link, entry)) }
    return { ...link, hash: last.hash, signature: keyId && round.sign(headText(chainId, last)) }
  })
}

/** What is kept of links at the beginning of a chain whose entries were dropped after their term: whole rounds, signed. */
export interface Dropped {
  fromSequence: number
  toSequence: number
  /** The hash before the first of them, and that of the last. */
  previousHash: string
  hash: string
  droppedAt: Date
  keyId: string
  signature: string
}

/** Entries are kept for so many months at least, whoever wants them gone; a choice of this product. db/policies.ts holds it too. */
export const leastAuditMonths = 24

/** What is signed of links that are dropped. */
export function droppedText(chainId: string, dropped: Omit<Dropped, 'signature'>): string {
  const { fromSequence, toSequence, previousHash, hash, droppedAt, keyId } = dropped
  const fields = [chainId, fromSequence, toSequence, previousHash, hash, droppedAt.getTime(), keyId]
  return JSON.stringify(['daylight-audit-dropped-1', ...fields])
}

/**
 * Where what is left of a chain goes on behind what was dropped, which is given in order. `forgedAt` is the first link of a
 * stretch that does not go on from the one before, or that nobody signed.
 */
export function tailBehind(
  chainId: string,
  dropped: readonly Dropped[],
  verify: Verify,
): { tail: Tail; forgedAt?: number } {
  let tail = beginning
  for (const one of dropped) {
    const goesOn = one.fromSequence === tail.sequence + 1 && one.previousHash === tail.hash
    const isWhole = goesOn && one.toSequence >= one.fromSequence
    if (!isWhole || !verify(one.keyId, droppedText(chainId, one), one.signature)) {
      return { tail, forgedAt: tail.sequence + 1 }
    }
    tail = { sequence: one.toSequence, hash: one.hash }
  }
  return { tail }
}

/** What is wrong at the first link that does not hold. */
export const breaks = [
  'dropped-forged',
  'link-missing',
  'link-moved',
  'entry-missing',
  'altered',
  'signature',
  'tail-unsigned',
  'never-sealed',
  'cut',
  'rewritten',
] as const
export type Break = (typeof breaks)[number]

/** Tells whether a signature over a text was made by the key of that id. */
export type Verify = (keyId: string, text: string, signature: string) => boolean

/** The first thing that is wrong with a link behind `tail`; undefined when it holds. */
export function breakOf(
  chainId: string,
  tail: Tail,
  { seal, entry }: { seal: Seal; entry: AuditEntry | undefined },
  digest: Digest,
  verify: Verify,
): Break | undefined {
  if (seal.sequence !== tail.sequence + 1) return 'link-missing'
  if (seal.previousHash !== tail.hash) return 'link-moved'
  if (!entry) return 'entry-missing'
  if (chainOf(entry) !== chainId || entry.id !== seal.entryId) return 'altered'
  if (digest(linkText(chainId, seal, entry)) !== seal.hash) return 'altered'
  if ((seal.keyId === null) !== (seal.signature === null)) return 'signature'
  if (seal.keyId === null || seal.signature === null) return undefined
  return verify(seal.keyId, headText(chainId, seal), seal.signature) ? undefined : 'signature'
}

/** A head that was carried out of the installation: what the chain must still hold. */
export interface Head extends Tail {
  chainId: string
  body: string
  keyId: string
  signature: string
}

/** What a chain that comes to `tail`, with `hashAt` as its hash at the head's link, does against a head. */
export function breakAgainst(head: Head, tail: Tail, hashAt: string | undefined): Break | undefined {
  if (tail.sequence < head.sequence) return 'cut'
  return hashAt === head.hash ? undefined : 'rewritten'
}
