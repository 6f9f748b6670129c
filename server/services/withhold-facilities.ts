import type { Tx } from '../../db/client.ts'
import {
  listWithheldBlocks,
  listWithheldFigures,
  saveWithheldBlocks,
  saveWithheldFigures,
  type WithheldBlockRow,
  type WithheldFigureRow,
} from '../../db/queries/withheld.ts'
import { countIn } from '../domain/suppression/count-in.ts'
import { cellsOfBlocks, withheldBlocks } from '../domain/suppression/facility-month.ts'
import { guardedFormulas, readsWithheld } from '../domain/suppression/formula-blocks.ts'
import {
  isSameWithheld,
  isWithheldIn,
  type WithheldMonths,
  withheldCode,
  withheldMonths,
} from '../domain/suppression/withheld-months.ts'
import type { FacilityChange } from './shift-places.ts'

type Measures = FacilityChange['after']

/**
 * Notes what of some facilities is withheld, in the transaction in which their series change: no reader sees a count
 * before it was judged.
 */
export async function withholdFacilities(tx: Tx, facilities: readonly FacilityChange[]): Promise<void> {
  const ids = facilities.map((one) => one.facilityId)
  const [blockRows, figureRows] = await Promise.all([
    listWithheldBlocks(tx, { facilityIds: ids }),
    listWithheldFigures(tx, ids),
  ])
  const oldFigures = new Map(figureRows.map((row) => [figureKey(row), row]))
  const blocks: WithheldBlockRow[] = []
  const figures: WithheldFigureRow[] = []
  for (const facility of facilities) {
    const { facilityId } = facility
    const own = blockRows.filter((row) => row.facilityId === facilityId)
    const old = new Map(own.map((row) => [row.block, row]))
    const withheld = blocksOf(facility, old)
    for (const [block, months] of withheld) {
      if (!isSameWithheld(old.get(block), months)) blocks.push({ facilityId, block, ...months })
    }
    for (const row of figuresOf(facility, withheld)) {
      const known = oldFigures.get(figureKey(row))
      oldFigures.delete(figureKey(row))
      if (!isSameWithheld(known, row)) figures.push(row)
    }
  }
  await saveWithheldBlocks(tx, blocks)
  await saveWithheldFigures(tx, figures, [...oldFigures.values()])
}

function figureKey(row: { facilityId: string; indicatorId: string; breakdown: string }): string {
  return `${row.facilityId} ${row.indicatorId}@${row.breakdown}`
}

/** The withheld blocks of a facility with their months; what was withheld before stays so. */
function blocksOf(
  { after: measures, before }: FacilityChange,
  old: ReadonlyMap<string, WithheldMonths>,
): Map<string, WithheldMonths> {
  const cells = cellsOfBlocks(measures.keys())
  const codes = new Map([...old].map(([block, months]) => [block, codesOf(months)]))
  const { first, last } = spanOf(measures)
  let monthBefore: ReadonlySet<string> = new Set()
  for (let month = first; month <= last; month++) {
    const thisMonth = new Set([...old].flatMap(([block, months]) => (isWithheldIn(months, month) ? [block] : [])))
    monthBefore = withheldBlocks(cells, countIn(measures, month), { thisMonth, monthBefore })
    for (const block of monthBefore) {
      const known = codes.get(block) ?? new Map<number, number>()
      const wasShown = cells.get(block)?.some((cell) => countIn(before, month)(cell) !== undefined) ?? false
      if (!known.has(month)) known.set(month, wasShown ? withheldCode.afterShown : withheldCode.fromFirst)
      codes.set(block, known)
    }
  }
  return new Map([...codes].map(([block, months]) => [block, withheldMonths(months)]))
}

function codesOf({ startMonth, months }: WithheldMonths): Map<number, number> {
  return new Map(months.flatMap((code, place) => (code > 0 ? [[startMonth + place, code] as const] : [])))
}

function spanOf(measures: Measures): { first: number; last: number } {
  const all = [...measures.values()]
  return {
    first: Math.min(...all.map((one) => one.startMonth)),
    last: Math.max(...all.map((one) => one.startMonth + one.states.length - 1)),
  }
}

function figuresOf(
  { facilityId, after: measures }: FacilityChange,
  withheld: ReadonlyMap<string, WithheldMonths>,
): WithheldFigureRow[] {
  const { first, last } = spanOf(measures)
  const isWithheld = (block: string, month: number) => isWithheldIn(withheld.get(block), month)
  return guardedFormulas.flatMap(({ formula: { definition, breakdown }, needs }) => {
    if (!needs.some(({ block }) => withheld.has(block))) return []
    const months = new Map<number, number>()
    for (let month = first; month <= last; month++)
      if (readsWithheld(needs, month, isWithheld)) months.set(month, withheldCode.fromFirst)
    return months.size === 0 ? [] : [{ facilityId, indicatorId: definition.id, breakdown, ...withheldMonths(months) }]
  })
}
