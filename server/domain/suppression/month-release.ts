import { type Block, blocks } from './blocks.ts'
import type { Member } from './facility-month.ts'
import { nothingReleased, type PlaceMembers, type Release, release } from './release.ts'

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
}

/** By block, then by place. A place that is not named has nothing withheld. */
export type MonthRelease = ReadonlyMap<string, ReadonlyMap<string, PlaceBlock>>

/** Decides for one month which sums may be shown, block by block; `before` and `after` say what was ever shown. */
export function releaseMonth(
  facilities: readonly WithholdingFacility[],
  before: ReadonlyMap<string, Release>,
): { places: MonthRelease; after: Map<string, Release> } {
  const places = new Map<string, Map<string, PlaceBlock>>()
  const after = new Map<string, Release>()
  for (const block of blocks) {
    const held = membersByPlace(block, facilities)
    if (held.length === 0) continue
    const allowed = held.filter((place) => followsCoarser(block, place, places))
    const earlier = before.get(block.id) ?? nothingReleased
    const done = release(block, earlier, allowed)
    if (done.after.classes !== earlier.classes) after.set(block.id, done.after)
    places.set(block.id, new Map(held.map((place) => [place.placeId, stateOf(place, done.shown)])))
  }
  return { places, after }
}

function stateOf({ placeId, members }: PlaceMembers, shown: ReadonlySet<string>): PlaceBlock {
  return { facilityIds: members.map((member) => member.facilityId), isShown: shown.has(placeId) }
}

function membersByPlace(block: Block, facilities: readonly WithholdingFacility[]): PlaceMembers[] {
  const found = new Map<string, Member[]>()
  for (const { placeIds, members } of facilities) {
    const member = members.get(block.id)
    if (!member) continue
    for (const id of placeIds) found.set(id, [...(found.get(id) ?? []), member])
  }
  return [...found].map(([placeId, members]) => ({ placeId, members }))
}

/**
 * The groups of a place add up to its whole: they may be shown where the whole is, and where all facilities that withhold
 * the whole are among those that withhold the groups. Otherwise the groups would give a part of them that no whole shows.
 */
function followsCoarser(
  block: Block,
  { placeId, members }: PlaceMembers,
  places: ReadonlyMap<string, ReadonlyMap<string, PlaceBlock>>,
): boolean {
  const own = new Set(members.map((member) => member.facilityId))
  return block.coarser.every((id) => {
    const coarse = places.get(id)?.get(placeId)
    if (!coarse) return true
    const inside = coarse.facilityIds.filter((facilityId) => own.has(facilityId))
    return inside.length === 0 || (coarse.isShown && inside.length === coarse.facilityIds.length)
  })
}
