import type { Member } from './facility-month.ts'
import type { Release } from './release.ts'

/** A member as it is kept: its facility, 1 where it was shown before, and its counts in the order of the cells (null: none). */
type PackedMember = readonly [facilityId: string, wasShown: 0 | 1, ...counts: (number | null)[]]

/** Lists of members of one block as they are kept: the long names of cells once, and not with every facility. */
export interface PackedMembers {
  cells: readonly string[]
  lists: readonly (readonly PackedMember[])[]
}

export function packMembers(lists: readonly (readonly Member[])[]): PackedMembers {
  const cells = [...new Set(lists.flat().flatMap(({ counts }) => Object.keys(counts)))].sort()
  const pack = ({ facilityId, wasShown, counts }: Member): PackedMember => [
    facilityId,
    wasShown ? 1 : 0,
    ...cells.map((cell) => counts[cell] ?? null),
  ]
  return { cells, lists: lists.map((members) => members.map(pack)) }
}

export function unpackMembers({ cells, lists }: PackedMembers): Member[][] {
  return lists.map((members) =>
    members.map(([facilityId, wasShown, ...kept]) => {
      const counts: Record<string, number> = {}
      for (const [at, cell] of cells.entries()) if (typeof kept[at] === 'number') counts[cell] = kept[at]
      return { facilityId, counts, wasShown: wasShown === 1 }
    }),
  )
}

/** What was ever shown, as it is kept: packed, or as an earlier version of Daylight wrote it. */
export function unpackRelease(kept: PackedMembers | Release): Release {
  return 'cells' in kept ? { classes: unpackMembers(kept) } : kept
}
