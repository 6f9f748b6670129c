import type { Tx } from '../../db/client.ts'
import { countryId, loadFacilityPlaces, loadRegionTree } from '../../db/queries/places.ts'
import { cellOf, listMeasureSeries } from '../../db/queries/series.ts'
import { listDecisions, listWithheldBlocks, saveDecisions } from '../../db/queries/withheld.ts'
import { regionsOf } from '../domain/engine/region-tree.ts'
import { type CellId, cellParts } from '../domain/measures/index.ts'
import type { MonthSpan } from '../domain/period.ts'
import { monthAt } from '../domain/period.ts'
import type { MeasureSeries } from '../domain/series.ts'
import { cellsRead, findBlock } from '../domain/suppression/blocks.ts'
import { countIn } from '../domain/suppression/count-in.ts'
import { cellsOfBlocks, type Member, memberOf } from '../domain/suppression/facility-month.ts'
import {
  type Decision,
  heldBy,
  isSameMembers,
  othersIn,
  releaseMonth,
  type WithholdingFacility,
} from '../domain/suppression/month-release.ts'
import { codeIn, type WithheldMonths, withheldCode } from '../domain/suppression/withheld-months.ts'

/** What is withheld of all facilities, by facility and then by block. */
type Withheld = ReadonlyMap<string, ReadonlyMap<string, WithheldMonths>>

/**
 * Decides anew which sums of some blocks' withheld counts may be shown in some months, and keeps the decisions that are
 * others now. What was decided of other blocks and months stands. Where one facility alone changed (`one`), the others are
 * taken from what was decided before, and a month in which it withholds what it did is left as it is. Gives of which blocks and
 * in which months it is another set of places, or of facilities in them, than it was.
 */
export async function releaseSums(
  tx: Tx,
  months: MonthSpan,
  blocks: ReadonlySet<string>,
  one?: string,
): Promise<Moved[]> {
  const before = await listDecisions(tx, months, [...new Set([...blocks].flatMap(withCoarser))])
  const beside = one === undefined ? undefined : await besidesOthers(tx, months, blocks, one, before)
  const everywhere = beside ? undefined : await allJoining(tx, months, blocks)
  const changed = new Map<number, Map<string, Decision>>()
  for (let month = months.first; month <= months.last; month++) {
    const joining = beside ? beside.get(month) : (everywhere?.get(month) ?? [])
    if (!joining) continue
    const decided = releaseMonth(joining, before.get(month) ?? new Map(), (id) => blocks.has(id))
    if (decided.size > 0) changed.set(month, decided)
  }
  await saveDecisions(tx, changed, before)
  return [...changed].flatMap(([month, decided]) =>
    [...decided].flatMap(([block, { places }]) =>
      places === before.get(month)?.get(block)?.places ? [] : [{ block, month }],
    ),
  )
}

/** A block of which in some month other places are decided on than before. */
export interface Moved {
  block: string
  month: number
}

async function allJoining(tx: Tx, months: MonthSpan, blocks: ReadonlySet<string>) {
  const withheld = await listWithheldBlocks(tx, { blocks: [...blocks] })
  return joiningFacilities(tx, months, byFacility(withheld, months))
}

/**
 * One facility as it is now beside the others as they were decided of, in the months in which it does not withhold what it did;
 * undefined where the others are not known of every decision.
 */
async function besidesOthers(
  tx: Tx,
  months: MonthSpan,
  blocks: ReadonlySet<string>,
  one: string,
  before: Awaited<ReturnType<typeof listDecisions>>,
): Promise<Map<number, WithholdingFacility[]> | undefined> {
  const rows = await listWithheldBlocks(tx, { facilityIds: [one], blocks: [...blocks] })
  const own = await joiningFacilities(tx, months, byFacility(rows, months))
  const found = new Map<number, WithholdingFacility[]>()
  for (let month = months.first; month <= months.last; month++) {
    const decisions = before.get(month) ?? new Map<string, Decision>()
    const others = othersIn(decisions, blocks, one)
    if (!others) return undefined
    const now = own.get(month) ?? []
    const held = [...blocks].flatMap((id) => now.flatMap(({ members }) => members.get(id) ?? []))
    if (isSameMembers(heldBy(decisions, blocks, one), held)) continue
    found.set(
      month,
      [...others, ...now].sort((a, b) => (a.id < b.id ? -1 : 1)),
    )
  }
  return found
}

function withCoarser(id: string): string[] {
  return [id, ...(findBlock(id)?.coarser ?? []).flatMap(withCoarser)]
}

function byFacility(rows: Awaited<ReturnType<typeof listWithheldBlocks>>, { first, last }: MonthSpan): Withheld {
  const found = new Map<string, Map<string, WithheldMonths>>()
  for (const { facilityId, block, ...months } of rows) {
    if (months.startMonth > last || months.startMonth + months.months.length - 1 < first) continue
    const known = found.get(facilityId) ?? new Map<string, WithheldMonths>()
    found.set(facilityId, known.set(block, months))
  }
  return found
}

/** How many facilities' measures are in memory at once. */
const facilitiesAtOnce = 200

/** The facilities that withhold something, month by month, with what goes into sums; always in one order. */
async function joiningFacilities(
  tx: Tx,
  window: MonthSpan,
  withheld: Withheld,
): Promise<Map<number, WithholdingFacility[]>> {
  const ids = [...withheld.keys()].sort()
  const found = new Map<number, WithholdingFacility[]>()
  if (ids.length === 0) return found
  const [places, tree] = await Promise.all([loadFacilityPlaces(tx, ids), loadRegionTree(tx)])
  const measureIds = measuresOf(new Set([...withheld.values()].flatMap((own) => [...own.keys()])))
  for (let start = 0; start < ids.length; start += facilitiesAtOnce) {
    const some = ids.slice(start, start + facilitiesAtOnce)
    const measures = new Map(some.map((id) => [id, new Map<CellId, MeasureSeries>()]))
    for (const row of await listMeasureSeries(tx, some, window, measureIds))
      measures.get(row.facilityId)!.set(cellOf(row), row.series)
    for (const id of some) {
      const cells = cellsOfBlocks(measures.get(id)!.keys())
      for (let month = window.first; month <= window.last; month++) {
        const members = membersOf(id, withheld.get(id)!, cells, measures.get(id)!, month)
        if (members.size === 0) continue
        const placeIds = [countryId, ...regionsOf(places.get(id) ?? [], tree, monthAt(month))]
        const joining = found.get(month) ?? []
        joining.push({ id, placeIds, members })
        found.set(month, joining)
      }
    }
  }
  return found
}

/** The measures whose counts go into a block, with those that are known beside it. */
function measuresOf(blocks: ReadonlySet<string>): string[] {
  const cells = [...blocks].flatMap((id) => {
    const block = findBlock(id)
    return block ? cellsRead(block) : []
  })
  return [...new Set(cells.map((cell) => cellParts(cell).measureId))]
}

function membersOf(
  facilityId: string,
  withheld: ReadonlyMap<string, WithheldMonths>,
  cells: ReturnType<typeof cellsOfBlocks>,
  measures: ReadonlyMap<CellId, MeasureSeries>,
  month: number,
): Map<string, Member> {
  const countOf = countIn(measures, month)
  const members = new Map<string, Member>()
  for (const [id, months] of withheld) {
    const code = codeIn(months, month)
    const block = findBlock(id)
    const own = cells.get(id)?.filter((cell) => countOf(cell) !== undefined) ?? []
    if (code === 0 || !block || own.length === 0) continue
    members.set(id, memberOf(facilityId, block, own, countOf, code === withheldCode.afterShown))
  }
  return members
}
