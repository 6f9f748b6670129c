import type { Block } from './blocks.ts'
import type { Member } from './facility-month.ts'
import { isSafeSum } from './safe-sum.ts'

/**
 * What was ever shown of a block's withheld counts in a month, in sums. Facilities that have always gone into the same sums
 * are one class: whoever holds all that was ever shown knows the sum of a class at most. Every class is safe.
 */
export interface Release {
  classes: readonly (readonly Member[])[]
}

export const nothingReleased: Release = { classes: [] }

/** The withheld facilities of one place; the country's are those of all its regions. */
export interface PlaceMembers {
  placeId: string
  members: readonly Member[]
}

/**
 * Which places may show their sums now, after all that was shown before, and what has been shown then. A place whose sum
 * would set one facility apart, from the country, from another region or from an earlier sum, does not show it; a count
 * that was corrected since is another count. The largest place comes first: the country rather than a region.
 */
export function release(
  block: Block,
  before: Release,
  places: readonly PlaceMembers[],
): { shown: Set<string>; after: Release } {
  const inOrder = places.toSorted((a, b) => b.members.length - a.members.length || (a.placeId < b.placeId ? -1 : 1))
  const shown = new Set<string>()
  let classes = before.classes
  for (const { placeId, members } of inOrder) {
    const next = withSum(block, classes, members)
    if (!next) continue
    shown.add(placeId)
    classes = next
  }
  return { shown, after: { classes } }
}

/** The classes when this sum is shown too; undefined where one of them would not be safe. */
function withSum(
  block: Block,
  classes: readonly (readonly Member[])[],
  members: readonly Member[],
): readonly (readonly Member[])[] | undefined {
  const fresh = new Map(members.map((member) => [keyOf(member), member]))
  const next: (readonly Member[])[] = []
  for (const one of classes) {
    const inside = one.filter((member) => fresh.delete(keyOf(member)))
    if (inside.length === 0 || inside.length === one.length) {
      next.push(one)
      continue
    }
    const outside = one.filter((member) => !inside.includes(member))
    if (!isSafeSum(block, inside) || !isSafeSum(block, outside)) return undefined
    next.push(inside, outside)
  }
  if (fresh.size === 0) return next.length === classes.length ? classes : next
  const added = [...fresh.values()]
  return isSafeSum(block, added) ? [...next, added] : undefined
}

/** A facility with its counts: corrected, it is another member. Every place asks for it again, so it is written once. */
export function keyOf(member: Member): string {
  const known = keys.get(member)
  if (known !== undefined) return known
  let key = member.facilityId
  for (const cell of Object.keys(member.counts).sort()) key += ` ${cell} ${member.counts[cell]}`
  keys.set(member, key)
  return key
}

const keys = new WeakMap<Member, string>()
