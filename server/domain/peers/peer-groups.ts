import { codeLists } from '../records/codes.ts'

/** What a facility's peers are chosen by: what the register and the certificate say of it, and how many there await trial. */
export interface PeerFacts {
  securityLevel: string | null
  regime: string | null
  holdsSex: string | null
  /** Certified places; null without a certificate. */
  places: number | null
  /** Per cent of the people held, of the last month that says it; null where none does. */
  unsentencedShare: number | null
}

export const peerFamilies = ['kind', 'holds', 'security', 'size'] as const
export type PeerFamily = (typeof peerFamilies)[number]

/** Facilities that may be held against each other. Its words stand under its id in the message catalogue (`peers.group.…`). */
export interface PeerGroup {
  id: string
  family: PeerFamily
  /** Whether a facility of these facts, and of this kind by them, is among them. */
  has: (facts: PeerFacts, kind: PeerKind | undefined) => boolean
}

/** From this share of people awaiting trial on a place is a remand prison, whatever its name (our own line; no rule says one). */
export const remandFrom = 50

/** Kinds are told one after the other: the first that fits is the facility's, so that nobody is of two kinds. */
const kinds = {
  women: ({ holdsSex }) => holdsSex === 'women',
  open: ({ regime }) => regime === 'open',
  'semi-open': ({ regime }) => regime === 'semi_open',
  remand: ({ unsentencedShare }) => unsentencedShare !== null && unsentencedShare >= remandFrom,
  // Without the share nobody knows whether they are remand prisons.
  high: ({ securityLevel, unsentencedShare }) =>
    unsentencedShare !== null && (securityLevel === 'high' || securityLevel === 'maximum'),
  closed: ({ regime, unsentencedShare }) => unsentencedShare !== null && regime === 'closed',
  mixed: ({ regime, unsentencedShare }) => unsentencedShare !== null && regime === 'mixed',
} satisfies Record<string, (facts: PeerFacts) => boolean>
export type PeerKind = keyof typeof kinds
export const peerKinds = Object.keys(kinds) as PeerKind[]

/** The kind of a facility; undefined where the register does not say enough. */
export function kindOf(facts: PeerFacts): PeerKind | undefined {
  return peerKinds.find((kind) => kinds[kind](facts))
}

const sized = (from: number, until: number) => (facts: PeerFacts) =>
  facts.places !== null && facts.places >= from && facts.places < until

/** All groups, in the order in which they are offered; one more is one more entry here and its words. */
export const peerGroups = [
  ...peerKinds.map((kind) => ({
    id: kind,
    family: 'kind' as const,
    has: (_facts: PeerFacts, own: PeerKind | undefined) => own === kind,
  })),
  { id: 'holds-women', family: 'holds', has: ({ holdsSex }) => holdsSex === 'women' || holdsSex === 'both_separated' },
  ...codeLists.security_level
    .filter((level) => level !== 'unclassified')
    .map((level) => ({
      id: `security-${level}` as const,
      family: 'security' as const,
      has: ({ securityLevel }: PeerFacts) => securityLevel === level,
    })),
  // Our own cuts: under a hundred places everybody is known, from three hundred on nobody is.
  { id: 'size-under-100', family: 'size', has: sized(0, 100) },
  { id: 'size-100-to-299', family: 'size', has: sized(100, 300) },
  { id: 'size-from-300', family: 'size', has: sized(300, Number.POSITIVE_INFINITY) },
] as const satisfies readonly PeerGroup[]
export type PeerGroupId = (typeof peerGroups)[number]['id']

/** Under this many a group is none: a facility held against one other is a pair. */
export const fewestPeers = 3

/** The group of that id; undefined where there is none. */
export function findPeerGroup(id: string): (PeerGroup & { id: PeerGroupId }) | undefined {
  return peerGroups.find((group) => group.id === id)
}

/** The groups that a facility is in; its kind by these facts may be known already. */
export function groupsOf(facts: PeerFacts, kind = kindOf(facts)): PeerGroupId[] {
  return peerGroups.filter((group) => group.has(facts, kind)).map(({ id }) => id)
}

/** The groups that any of these facilities is in, each with how many are, in the order in which groups are offered. */
export function countedGroups(facilities: readonly { groups: readonly PeerGroupId[] }[]) {
  const counts = new Map<PeerGroupId, number>()
  for (const { groups } of facilities) for (const id of groups) counts.set(id, (counts.get(id) ?? 0) + 1)
  return peerGroups.flatMap(({ id, family }) => {
    const count = counts.get(id)
    return count === undefined ? [] : [{ id, family, count }]
  })
}
