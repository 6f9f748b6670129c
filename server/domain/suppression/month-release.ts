import { countryId } from '../country-id.ts'
import { type Block, blocks } from './blocks.ts'
import type { Member } from './facility-month.ts'
import { keyOf, nothingReleased, type PlaceMembers, type Release, release } from './release.ts'

/** A facility with withheld blocks in a month: where it lies, and each block as it goes into sums. */
export interface WithholdingFacility {
  id: string
  /** The country and the regions that hold it. */
  placeIds: readonly string[]
  /** By block. */
  members: ReadonlyMap<string, Member>
}

/** What stands in one place for a block in a month: whose counts are withheld, and whether their sum is shown all the same. */
export interface PlaceBlock {
  facilityIds: readonly string[]
  isShown: boolean
  /**
   * True where the country's sum has told, or would tell, whoever knows one facility's counts those of another: by what it moved
   * since it was shown last. It stays so: a later sum would tell what this one did.
   */
  tellsOwn?: true
}

/** What is decided of one block in one month, and what was ever shown of it then. */
export interface Decision {
  places: ReadonlyMap<string, PlaceBlock>
  release: Release
  /**
   * The facilities that withhold the block then, in the order of their ids; undefined where a decision was kept before they
   * were kept with it.
   */
  members: readonly Member[] | undefined
}

/**
 * Decides for one month which sums of some blocks may be shown, after what was decided of them `before`; gives the decisions
 * that are others now, of which every part that is as it was is the very same. What was decided of coarser blocks, which are not decided now, stands in `before`, too.
 */
export function releaseMonth(
  facilities: readonly WithholdingFacility[],
  before: ReadonlyMap<string, Decision>,
  isDecided: (blockId: string) => boolean = () => true,
): Map<string, Decision> {
  const changed = new Map<string, Decision>()
  const placesOf = (id: string) => (changed.get(id) ?? before.get(id))?.places
  for (const block of blocks) {
    if (!isDecided(block.id)) continue
    const held = membersByPlace(block, facilities)
    const earlier = before.get(block.id) ?? nothingDecided
    const allowed = held.filter((place) => followsCoarser(block, place, placesOf))
    const { shown, tellsOwn, after } = release(block, earlier.release, allowed)
    const tells =
      tellsOwn.has(countryId) ||
      [block.id, ...block.coarser].some(
        (id) => (id === block.id ? earlier.places : placesOf(id))?.get(countryId)?.tellsOwn,
      )
    const places = new Map(held.map((place) => [place.placeId, stateOf(place, shown, tells)]))
    const members = facilities.flatMap((facility) => facility.members.get(block.id) ?? [])
    const decision = {
      places: isSamePlaces(earlier.places, places) ? earlier.places : places,
      release: after.classes === earlier.release.classes ? earlier.release : after,
      members: earlier.members && isSameMembers(earlier.members, members) ? earlier.members : members,
    }
    if (parts.some((part) => decision[part] !== earlier[part])) changed.set(block.id, decision)
  }
  return changed
}

const parts = ['places', 'release', 'members'] as const satisfies (keyof Decision)[]

const nothingDecided: Decision = { places: new Map(), release: nothingReleased, members: [] }

/** Whether the same facilities withhold the same counts. */
export function isSameMembers(one: readonly Member[] | undefined, other: readonly Member[]): boolean {
  return one?.length === other.length && other.every((member, at) => isSameMember(one[at]!, member))
}

function isSameMember(one: Member, other: Member): boolean {
  return one === other || (one.wasShown === other.wasShown && keyOf(one) === keyOf(other))
}

function isSamePlaces(one: Decision['places'], other: Decision['places']): boolean {
  if (one.size !== other.size) return false
  return [...other].every(([placeId, { facilityIds, isShown, tellsOwn }]) => {
    const known = one.get(placeId)
    return known?.isShown === isShown && known.tellsOwn === tellsOwn && known.facilityIds.join() === facilityIds.join()
  })
}

function stateOf({ placeId, members }: PlaceMembers, shown: ReadonlySet<string>, tellsOwn: boolean): PlaceBlock {
  const place = { facilityIds: members.map((member) => member.facilityId), isShown: shown.has(placeId) }
  return tellsOwn && placeId === countryId ? { ...place, tellsOwn } : place
}

function membersByPlace(block: Block, facilities: readonly WithholdingFacility[]): PlaceMembers[] {
  const found = new Map<string, Member[]>()
  for (const { placeIds, members } of facilities) {
    const member = members.get(block.id)
    if (!member) continue
    for (const id of placeIds) {
      const known = found.get(id)
      if (known) known.push(member)
      else found.set(id, [member])
    }
  }
  return [...found].map(([placeId, members]) => ({ placeId, members }))
}

/**
 * The facilities that withhold one of some blocks, as the decisions of a month hold them, without one of them. Undefined where
 * a decision does not know them.
 */
export function othersIn(
  decisions: ReadonlyMap<string, Decision>,
  blockIds: Iterable<string>,
  without: string,
): WithholdingFacility[] | undefined {
  const found = new Map<string, { id: string; placeIds: Set<string>; members: Map<string, Member> }>()
  for (const blockId of blockIds) {
    const decision = decisions.get(blockId)
    if (!decision) continue
    if (!decision.members) return undefined
    for (const member of decision.members) {
      const id = member.facilityId
      if (id === without) continue
      const known = found.get(id) ?? { id, placeIds: new Set<string>(), members: new Map<string, Member>() }
      found.set(id, known)
      known.members.set(blockId, member)
    }
    for (const [placeId, { facilityIds }] of decision.places)
      for (const id of facilityIds) found.get(id)?.placeIds.add(placeId)
  }
  return [...found.values()].map(({ placeIds, ...facility }) => ({ ...facility, placeIds: [...placeIds] }))
}

/** What one facility withholds of some blocks, as the decisions of a month hold it. */
export function heldBy(
  decisions: ReadonlyMap<string, Decision>,
  blockIds: Iterable<string>,
  facilityId: string,
): Member[] {
  return [...blockIds].flatMap(
    (blockId) => decisions.get(blockId)?.members?.filter((member) => member.facilityId === facilityId) ?? [],
  )
}

/**
 * The groups of a place add up to its whole: they may be shown where the whole is, and where all facilities that withhold
 * the whole are among those that withhold the groups. Otherwise the groups would give a part of them that no whole shows.
 */
function followsCoarser(
  block: Block,
  { placeId, members }: PlaceMembers,
  placesOf: (blockId: string) => ReadonlyMap<string, PlaceBlock> | undefined,
): boolean {
  const own = new Set(members.map((member) => member.facilityId))
  return block.coarser.every((id) => {
    const coarse = placesOf(id)?.get(placeId)
    if (!coarse) return true
    const inside = coarse.facilityIds.filter((facilityId) => own.has(facilityId))
    return inside.length === 0 || (coarse.isShown && inside.length === coarse.facilityIds.length)
  })
}
