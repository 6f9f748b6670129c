import { countryId } from '../country-id.ts'
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

/** What may be shown now. */
export interface Released {
  /** The places that may show their sums. */
  shown: Set<string>
  /** Of these, the ones whose sum tells whoever knows the count of one facility that of another. */
  tellsOwn: Set<string>
  after: Release
}

/**
 * Which places may show their sums now, after all that was shown before, and what has been shown then. A place whose sum
 * would set one facility apart, from the country, from another region or from an earlier sum, does not show it; a count
 * that was corrected since is another count. The largest place comes first: the country rather than a region.
 *
 * Whoever knows one facility's counts keeps sums, too: what a sum has moved by since the last one, with the own count taken
 * off, must not be another's.
 */
export function release(block: Block, before: Release, places: readonly PlaceMembers[]): Released {
  const inOrder = places.toSorted((a, b) => b.members.length - a.members.length || (a.placeId < b.placeId ? -1 : 1))
  const [shown, tellsOwn] = [new Set<string>(), new Set<string>()]
  let classes = before.classes
  for (const { placeId, members } of inOrder) {
    const next = withSum(block, classes, members)
    if (!next) continue
    shown.add(placeId)
    // Whoever sees the counts of some facilities sees, beside them, the country's sums alone.
    if (placeId === countryId && next.moved.some((one) => !isSafeSum(block, one, 'own'))) tellsOwn.add(placeId)
    classes = next.classes
  }
  return { shown, tellsOwn, after: { classes } }
}

type Classes = readonly (readonly Member[])[]

/** The classes when this sum is shown too, and what left it and came to it; undefined where one of them would not be safe. */
function withSum(
  block: Block,
  classes: Classes,
  members: readonly Member[],
): { classes: Classes; moved: Classes } | undefined {
  const fresh = new Map(members.map((member) => [keyOf(member), member]))
  const next: (readonly Member[])[] = []
  const left: (readonly Member[])[] = []
  for (const one of classes) {
    const inside = one.filter((member) => fresh.delete(keyOf(member)))
    if (inside.length === 0 || inside.length === one.length) {
      next.push(one)
      continue
    }
    const outside = one.filter((member) => !inside.includes(member))
    if (!isSafeSum(block, inside) || !isSafeSum(block, outside)) return undefined
    next.push(inside, outside)
    left.push(outside)
  }
  if (fresh.size === 0) return { classes: next.length === classes.length ? classes : next, moved: left }
  const added = [...fresh.values()]
  return isSafeSum(block, added) ? { classes: [...next, added], moved: [...left, added] } : undefined
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
