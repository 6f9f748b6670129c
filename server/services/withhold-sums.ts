import type { Tx } from '../../db/client.ts'
import { countryId, listFacilityIds, loadFacilityPlaces, loadRegionTree } from '../../db/queries/places.ts'
import { cellOf, listMeasureSeries } from '../../db/queries/series.ts'
import {
  listFigureStates,
  listReleases,
  listWithheldBlocks,
  listWithheldSums,
  saveReleases,
  saveWithheldSums,
  type WithheldSumRow,
} from '../../db/queries/withheld.ts'
import { regionsOf } from '../domain/engine/region-tree.ts'
import { type CellId, cellParts } from '../domain/measures/index.ts'
import { monthAt } from '../domain/period.ts'
import { type MeasureSeries, stateCode } from '../domain/series.ts'
import { findBlock } from '../domain/suppression/blocks.ts'
import { countIn } from '../domain/suppression/count-in.ts'
import { cellsOfBlocks, type Member, memberOf } from '../domain/suppression/facility-month.ts'
import {
  type GuardedFormula,
  guardedFormulas,
  isSumWithheld,
  longestWindow,
} from '../domain/suppression/formula-blocks.ts'
import { type MonthRelease, releaseMonth, type WithholdingFacility } from '../domain/suppression/month-release.ts'
import type { Release } from '../domain/suppression/release.ts'
import {
  codeIn,
  isSameWithheld,
  type WithheldMonths,
  withheldCode,
  withheldMonths,
} from '../domain/suppression/withheld-months.ts'

interface Window {
  first: number
  last: number
}

/** What is withheld of all facilities, by facility and then by block. */
type Withheld = ReadonlyMap<string, ReadonlyMap<string, WithheldMonths>>

/**
 * Decides anew which sums of regions and the country may be shown in some months and in those whose windows reach them,
 * in the transaction in which the sums themselves change; the caller holds the turn. Of `facilityIds` alone where no other
 * facility changed.
 */
export async function withholdSums(tx: Tx, months: Window, facilityIds?: readonly string[]): Promise<void> {
  const formulas = await touchedFormulas(tx, facilityIds)
  if (formulas.length === 0) return
  const blocks = [...new Set(formulas.flatMap(({ needs }) => needs.flatMap(({ block }) => withCoarser(block))))]
  const withheld = byFacility(await listWithheldBlocks(tx, { blocks }))
  const reached = { first: months.first - longestWindow + 1, last: months.last + longestWindow - 1 }
  const releases = await releaseMonths(tx, reached, withheld, blocks)
  await saveSums(tx, { first: months.first, last: reached.last }, formulas, withheld, releases)
}

/** The formulas of which a sum may have to be withheld, or shown again. */
async function touchedFormulas(tx: Tx, facilityIds: readonly string[] | undefined): Promise<GuardedFormula[]> {
  if (!facilityIds) return [...guardedFormulas]
  const touched = new Set((await listWithheldBlocks(tx, { facilityIds })).map((row) => row.block))
  return guardedFormulas.filter(({ needs }) => needs.some(({ block }) => touched.has(block)))
}

function withCoarser(id: string): string[] {
  return [id, ...(findBlock(id)?.coarser ?? []).flatMap(withCoarser)]
}

function byFacility(rows: Awaited<ReturnType<typeof listWithheldBlocks>>): Withheld {
  const found = new Map<string, Map<string, WithheldMonths>>()
  for (const { facilityId, block, ...months } of rows) {
    const known = found.get(facilityId) ?? new Map<string, WithheldMonths>()
    found.set(facilityId, known.set(block, months))
  }
  return found
}

async function releaseMonths(
  tx: Tx,
  window: Window,
  withheld: Withheld,
  blocks: readonly string[],
): Promise<Map<number, MonthRelease>> {
  const facilities = await joiningFacilities(tx, window, withheld)
  const before = await listReleases(tx, window, blocks)
  const found = new Map<number, MonthRelease>()
  const changed: { block: string; month: number; release: Release }[] = []
  for (const [month, joining] of facilities) {
    const { places, after } = releaseMonth(joining, before.get(month) ?? new Map())
    found.set(month, places)
    changed.push(...[...after].map(([block, release]) => ({ block, month, release })))
  }
  await saveReleases(tx, changed)
  return found
}

/** How many facilities' measures are in memory at once. */
const facilitiesAtOnce = 200

/** The facilities that withhold something, month by month, with what goes into sums. */
async function joiningFacilities(
  tx: Tx,
  window: Window,
  withheld: Withheld,
): Promise<Map<number, WithholdingFacility[]>> {
  const [places, tree] = await Promise.all([loadFacilityPlaces(tx), loadRegionTree(tx)])
  const ids = (await listFacilityIds(tx)).filter((id) => withheld.has(id))
  const measureIds = measuresOf(new Set([...withheld.values()].flatMap((own) => [...own.keys()])))
  const found = new Map<number, WithholdingFacility[]>()
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
    if (!block) return []
    return [...block.cells, ...(block.whole ? [block.whole] : []), ...block.subtotals.map((one) => one.cell)]
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

async function saveSums(
  tx: Tx,
  window: Window,
  formulas: readonly GuardedFormula[],
  withheld: Withheld,
  releases: ReadonlyMap<number, MonthRelease>,
): Promise<void> {
  const indicatorIds = [...new Set(formulas.map(({ formula }) => formula.definition.id))]
  const [old, counts] = await Promise.all([
    listWithheldSums(tx, indicatorIds),
    countsIn(tx, [...withheld.keys()], indicatorIds),
  ])
  const known = new Map(old.map((row) => [sumKey(row), row]))
  const placeIds = new Set([...releases.values()].flatMap((one) => [...one.values()].flatMap((of) => [...of.keys()])))
  const changed: WithheldSumRow[] = []
  const gone: WithheldSumRow[] = []
  for (const guarded of formulas) {
    const { definition, breakdown } = guarded.formula
    const name = { indicatorId: definition.id, breakdown }
    for (const placeId of new Set([...placeIds, ...old.map((row) => row.placeId)])) {
      const placeKind = placeId === countryId ? ('country' as const) : ('region' as const)
      const before = known.get(sumKey({ placeId, ...name }))
      const codes = keptOutside(before, window)
      for (let month = window.first; month <= window.last; month++) {
        const joins = (facilityId: string) => counts(facilityId, name, month)
        if (isSumWithheld(guarded, placeId, month, releases, joins)) codes.set(month, withheldCode.fromFirst)
      }
      if (codes.size === 0) {
        if (before) gone.push(before)
        continue
      }
      const row = { placeKind, placeId, ...name, ...withheldMonths(codes) }
      if (!isSameWithheld(before, row)) changed.push(row)
    }
  }
  await saveWithheldSums(tx, changed, gone)
}

function sumKey(row: { placeId: string; indicatorId: string; breakdown: string }): string {
  return `${row.placeId} ${row.indicatorId}@${row.breakdown}`
}

function keptOutside(row: WithheldMonths | undefined, { first, last }: Window): Map<number, number> {
  const codes = new Map<number, number>()
  for (const [place, code] of (row?.months ?? []).entries()) {
    const month = row!.startMonth + place
    if (code > 0 && (month < first || month > last)) codes.set(month, code)
  }
  return codes
}

/** Whether a facility's counts go into a formula's sum in a month. */
async function countsIn(tx: Tx, facilityIds: readonly string[], indicatorIds: readonly string[]) {
  const rows = await listFigureStates(tx, facilityIds, indicatorIds)
  const counted = stateCode('counted')
  const series = new Map(rows.map((row) => [`${row.facilityId} ${row.indicatorId}@${row.breakdown}`, row]))
  return (facilityId: string, name: { indicatorId: string; breakdown: string }, month: number) => {
    const row = series.get(`${facilityId} ${name.indicatorId}@${name.breakdown}`)
    return row?.states[month - row.startMonth] === counted
  }
}
