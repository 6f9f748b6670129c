import type { CellId } from '../../../server/domain/measures/index.ts'
import { cellParts } from '../../../server/domain/measures/index.ts'
import { blockOf } from '../../../server/domain/suppression/blocks.ts'
import { fewBelow, isFew } from '../../../server/domain/suppression/sensitive.ts'
import type { Published, Weakness } from './published.ts'
import { canBe, eliminate, type Knowledge, learnBounds, learnSum, nothingKnown } from './system.ts'

/** A small count that the attacker came to know better than that it is small. */
export interface Found {
  facilityId: string
  cell: CellId
  release: number
  how: 'by elimination' | `cannot be ${number}`
}

/** A fact that holds in every facility: the counts, each with its sign, add up to nought. */
export type Identity = readonly (readonly [CellId, 1 | -1])[]

/** How far the attacker goes: only to what equations determine, or on to which values a count can still have. */
export type Effort = 'elimination' | 'every value'

/**
 * Puts together all that one reader was shown, release after release: the counts of facilities, the sums of places, what
 * always holds among counts, and the rule by which counts are withheld. Gives every small count that this narrows down.
 */
export function attack(
  releases: readonly Published[],
  identities: readonly Identity[],
  weak: Weakness = {},
  effort: Effort = 'every value',
): { found: Found[]; tried: number } {
  const known = nothingKnown()
  const secrets: { facilityId: string; cell: CellId; release: number; name: string; row: number }[] = []
  const versions = versionsOf(releases)
  const shownEver = new Set<string>()
  for (const [release, { facilities }] of releases.entries())
    for (const facility of facilities)
      for (const cell of facility.counts.keys())
        if (!isHidden(facility, cell, weak)) shownEver.add(versions(release, facility.id, cell))
  for (const [release, { facilities, sums }] of releases.entries()) {
    const byId = new Map(facilities.map((one) => [one.id, one]))
    const term = (facilityId: string, cell: CellId): { name?: string; count: number } => {
      const count = byId.get(facilityId)!.counts.get(cell)!
      const name = versions(release, facilityId, cell)
      return shownEver.has(name) ? { count } : { name, count }
    }
    const learn = (parts: readonly (readonly [string, CellId, number])[], total: number) => {
      const terms: [string, number][] = []
      let rest = total
      for (const [facilityId, cell, factor] of parts) {
        const { name, count } = term(facilityId, cell)
        if (name) terms.push([name, factor])
        else rest -= factor * count
      }
      learnSum(known, terms, rest)
    }
    for (const { cell, facilityIds, total } of sums)
      learn(
        facilityIds.map((id) => [id, cell, 1]),
        total,
      )
    for (const facility of facilities) {
      for (const identity of identities) {
        const there = identity.filter(([cell]) => facility.counts.has(cell))
        if (there.length > 1)
          learn(
            there.map(([cell, sign]) => [facility.id, cell, sign]),
            0,
          )
      }
      for (const [cell, count] of facility.counts) {
        const { name } = term(facility.id, cell)
        if (!name) continue
        learnRule(known, facility, cell, name, release, releases)
        if (!isFew(count) || isToldAlone(cell)) continue
        secrets.push({ facilityId: facility.id, cell, release, name, row: rowOf(facility, cell) })
      }
    }
  }
  const { told, rows } = eliminate(known)
  // What follows from several sums together narrows more than each of them.
  known.equations.push(...rows.filter(({ terms }) => terms.size <= 12))
  const found = [...new Map(secrets.map((secret) => [secret.name, secret])).values()].flatMap(
    ({ name, row, ...secret }): Found[] => {
      if (told.has(name)) return [{ ...secret, how: 'by elimination' }]
      if (effort === 'elimination') return []
      const highest = Math.min(fewBelow - 1, row)
      const missing = [1, highest].find((value) => !canBe(known, name, value))
      return missing === undefined ? [] : [{ ...secret, how: `cannot be ${missing}` }]
    },
  )
  return { found, tried: new Set(secrets.map((secret) => secret.name)).size }
}

/** Whether a group is what a count that is shown by itself leaves of the whole: the nationals, where the foreign nationals are told. */
export function isToldAlone(cell: CellId): boolean {
  const block = blockOf(cell)
  return (block?.subtotals ?? []).some(({ of }) => {
    const left = block?.cells.filter((one) => !of.includes(one)) ?? []
    return left.length === 1 && left[0] === cell
  })
}

/** The smallest count that is shown by itself and that a cell is a part of: that the cell is no larger is told with it. */
export function rowOf({ counts }: { counts: ReadonlyMap<CellId, number> }, cell: CellId): number {
  const block = blockOf(cell)
  const all = (block?.whole && counts.get(block.whole)) ?? Number.POSITIVE_INFINITY
  const whole = all - ((block?.wholeWithout && counts.get(block.wholeWithout)) ?? 0)
  const code = cell.slice(cell.lastIndexOf(':') + 1)
  const ofStatus = code.includes('_x_') ? (`pop_closing@legal_status:${code.split('_x_')[1]}` as CellId) : cell
  const { subtotals = [] } = blockOf(ofStatus) ?? {}
  const rows = subtotals.map((one) => {
    const shown = counts.get(one.cell) ?? 0
    return one.of.includes(ofStatus) ? shown : whole - shown
  })
  return Math.min(whole, ...rows)
}

/** Withheld for the first time, a count with no whole to compare it with is from 1 to 4; a part is no larger than its whole. */
function learnRule(
  known: Knowledge,
  facility: Published['facilities'][number],
  cell: CellId,
  name: string,
  release: number,
  releases: readonly Published[],
): void {
  const block = blockOf(cell)
  const isOld = releases.slice(0, release).some(({ facilities }) => {
    return facilities.find((one) => one.id === facility.id)?.withheld.has(block?.id ?? '')
  })
  const whole = block?.whole && facility.counts.get(block.whole)
  const isWholeShown = block?.whole !== undefined && !facility.withheld.has(blockOf(block.whole)?.id ?? '')
  if (whole !== undefined && isWholeShown) learnBounds(known, name, 0, whole)
  else learnBounds(known, name, 0)
  if (block?.kind === 'count' && whole === undefined && !isOld) learnBounds(known, name, 1, fewBelow - 1)
}

function isHidden(facility: Published['facilities'][number], cell: CellId, weak: Weakness): boolean {
  const block = blockOf(cell)
  if (!block || !facility.withheld.has(block.id)) return false
  return !weak.cellsAlone || isFew(facility.counts.get(cell)!)
}

/** A name for each count that a cell ever had: as long as a facility's counts stay what they were, it is one unknown. */
function versionsOf(releases: readonly Published[]): (release: number, facilityId: string, cell: CellId) => string {
  const seen: string[] = []
  const version = releases.map(({ facilities }) => {
    return new Map(
      facilities.map(({ id, counts }) => {
        const all = `${id} ${JSON.stringify([...counts])}`
        if (!seen.includes(all)) seen.push(all)
        return [id, seen.indexOf(all)]
      }),
    )
  })
  return (release, facilityId, cell) => `${cell} of ${facilityId}, version ${version[release]!.get(facilityId)}`
}

/** The groups of a measure add up to it. */
export function addUp(whole: CellId, groups: readonly CellId[]): Identity {
  return [[whole, 1], ...groups.map((cell) => [cell, -1] as const)]
}

export function groupsOf(cell: CellId, cells: Iterable<CellId>, dimension: string): CellId[] {
  const { measureId } = cellParts(cell)
  return [...cells].filter((one) => one.startsWith(`${measureId}@${dimension}:`))
}
