import type { CellId } from '../../../server/domain/measures/index.ts'
import { blockOf, findBlock, readTogether } from '../../../server/domain/suppression/blocks.ts'
import { cellsOfBlocks, memberOf, withheldBlocks } from '../../../server/domain/suppression/facility-month.ts'
import {
  type Decision,
  releaseMonth,
  type WithholdingFacility,
} from '../../../server/domain/suppression/month-release.ts'

/** A facility's counts of one month, and the places that hold it. */
export interface CountedFacility {
  id: string
  placeIds: readonly string[]
  counts: ReadonlyMap<CellId, number>
}

/** A facility's counts with those of several groups together, each under its block's id. */
export function withTogether(counts: CountedFacility['counts']): CountedFacility['counts'] {
  const together = Object.values(readTogether).flatMap(({ id, cells }): [CellId, number][] => {
    const there = cells.filter((cell) => counts.has(cell))
    const sum = there.reduce((all, cell) => all + counts.get(cell)!, 0)
    return there.length > 0 ? [[id as CellId, sum]] : []
  })
  return new Map([...counts, ...together])
}

/** What an audience is shown of one month at one time. */
export interface Published {
  facilities: readonly (CountedFacility & { withheld: ReadonlySet<string> })[]
  /** Sums of one cell over the facilities of a place that counted it. */
  sums: readonly { placeId: string; cell: CellId; facilityIds: readonly string[]; total: number }[]
}

/** What is remembered from one release to the next. */
export interface Memory {
  withheld: ReadonlyMap<string, ReadonlySet<string>>
  /** By facility and block: the month was shown. */
  shown: ReadonlySet<string>
  decided: ReadonlyMap<string, Decision>
}

export const blank: Memory = { withheld: new Map(), shown: new Set(), decided: new Map() }

/** Parts of the protection that a test takes away, to see the attack succeed. */
export interface Weakness {
  /** Sums are shown whatever they give back. */
  everySum?: boolean
  /** What was shown before is not held against what is shown now. */
  forgetsReleases?: boolean
  /** Only the small count is withheld, and not the block in which it stands. */
  cellsAlone?: boolean
}

export function publish(
  facilities: readonly CountedFacility[],
  memory: Memory,
  weak: Weakness = {},
): { published: Published; memory: Memory } {
  const wasShown = (facilityId: string, block: string) =>
    !weak.forgetsReleases && memory.shown.has(`${facilityId} ${block}`)
  const judged = facilities.map((facility) => {
    const cells = cellsOfBlocks(facility.counts.keys())
    const countOf = (cell: CellId) => facility.counts.get(cell)
    const thisMonth = memory.withheld.get(facility.id) ?? new Set<string>()
    const withheld = withheldBlocks(cells, countOf, { thisMonth, monthBefore: new Set() })
    const members = new Map(
      [...withheld].map((id) => [
        id,
        memberOf(facility.id, findBlock(id)!, cells.get(id)!, countOf, wasShown(facility.id, id)),
      ]),
    )
    const counts = withTogether(facility.counts)
    return {
      facility: { ...facility, counts, withheld },
      joins: { id: facility.id, placeIds: facility.placeIds, members },
    }
  })
  const joins: WithholdingFacility[] = judged.map((one) => one.joins)
  const before = weak.forgetsReleases ? new Map<string, Decision>() : memory.decided
  const decided = new Map([...before, ...releaseMonth(joins, before)])
  const placeIds = [...new Set(facilities.flatMap((one) => one.placeIds))]
  const sums = placeIds.flatMap((placeId) => {
    const own = judged.map((one) => one.facility).filter((one) => one.placeIds.includes(placeId))
    const cells = [...new Set(own.flatMap((one) => [...one.counts.keys()]))]
    return cells.flatMap((cell) => {
      const state = decided.get(blockOf(cell)?.id ?? '')?.places.get(placeId)
      if (state && !state.isShown && !weak.everySum) return []
      const counting = own.filter((one) => one.counts.has(cell))
      const total = counting.reduce((sum, one) => sum + one.counts.get(cell)!, 0)
      return [{ placeId, cell, facilityIds: counting.map((one) => one.id), total }]
    })
  })
  return {
    published: { facilities: judged.map((one) => one.facility), sums },
    memory: {
      withheld: new Map(judged.map(({ facility }) => [facility.id, facility.withheld])),
      shown: new Set([...memory.shown, ...judged.flatMap(({ facility }) => shownBlocks(facility))]),
      decided,
    },
  }
}

function shownBlocks({ id, counts, withheld }: Published['facilities'][number]): string[] {
  return [...cellsOfBlocks(counts.keys()).keys()]
    .filter((block) => !withheld.has(block))
    .map((block) => `${id} ${block}`)
}
