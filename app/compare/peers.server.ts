import type { Api } from '../../server/caller.server.ts'
import {
  countedGroups,
  fewestPeers,
  findPeerGroup,
  type PeerFamily,
  type PeerGroupId,
} from '../../server/domain/peers/peer-groups.ts'
import { type PageScope, placeName, refusal } from '../page-scope.server.ts'
import type { Reader } from '../reader.server.ts'

/** Which facilities are held against each other, of how many, and which other groups could be. */
export interface ComparedPeers {
  /** The chosen group; undefined for all facilities together. */
  group: PeerGroupId | undefined
  total: number
  count: number
  /** The groups that a facility of the place is in. */
  groups: { id: PeerGroupId; family: PeerFamily; count: number }[]
}

/** The parameter of the address that names the group (`?peers=remand`). */
export const peersParameter = 'peers'

/**
 * The facilities of the group that the address names, in the order given. Throws a Response of 404 for a group that there
 * is not; one that nobody is in is empty, which the page says.
 */
export function peersChosen<Row extends { facility: { id: string } }>(
  request: Request,
  found: readonly Row[],
  kinds: Awaited<ReturnType<Api['peers']['list']>>,
): { facilities: Row[]; peers: ComparedPeers } {
  const asked = new URL(request.url).searchParams.get(peersParameter) || undefined
  const group = asked === undefined ? undefined : findPeerGroup(asked)
  if (asked !== undefined && !group) throw refusal(404, 'peers.none', asked)
  const groupsOf = new Map(kinds.map(({ id, groups }) => [id, groups]))
  const of = ({ facility }: Row) => groupsOf.get(facility.id) ?? []
  const facilities = group ? found.filter((row) => of(row).includes(group.id)) : [...found]
  const groups = countedGroups(found.map((row) => ({ groups: of(row) })))
  return { facilities, peers: { group: group?.id, total: found.length, count: facilities.length, groups } }
}

/** Whether the chosen group is too small for anybody to be held against it. */
export function isNoGroup({ group, count }: ComparedPeers): boolean {
  return group !== undefined && count < fewestPeers
}

/** The place with the chosen group, as titles name it. */
export function comparedPlace(scope: PageScope, { group }: ComparedPeers, { intl }: Reader): string {
  const place = placeName(scope)
  if (group === undefined) return place
  return intl.formatMessage({ id: 'peers.place' }, { place, group: intl.formatMessage({ id: `peers.group.${group}` }) })
}
