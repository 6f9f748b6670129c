import type { Tx } from '../../db/client.ts'
import {
  listWithheldBlocks,
  listWithheldFigures,
  saveWithheldBlocks,
  saveWithheldFigures,
  type WithheldBlockRow,
  type WithheldFigureRow,
} from '../../db/queries/withheld.ts'
import { changedCells, spanOf } from '../domain/engine/measure-change.ts'
import type { MonthSpan } from '../domain/period.ts'
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
 * before it was judged. Unless all is judged anew (`isWhole`), months are judged in which counts changed.
 */
export async function withholdFacilities(
  tx: Tx,
  facilities: readonly FacilityChange[],
  isWhole: boolean,
): Promise<void> {
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
    const withheld = blocksOf(facility, old, isWhole)
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
  isWhole: boolean,
): Map<string, WithheldMonths> {
  const changed = isWhole ? allMonthsOf(measures) : monthsChanged({ before, after: measures })
  if (!changed) return new Map(old)
  const cells = cellsOfBlocks(measures.keys())
  const codes = new Map([...old].map(([block, months]) => [block, codesOf(months)]))
  const { first, last } = allMonthsOf(measures)
  let monthBefore: ReadonlySet<string> = new Set()
  // A month is judged by what of the one before is withheld: the judging begins there, and goes on as long as it finds more.
  let goesOn = true
  for (let month = Math.max(first, changed.first - 1); month <= last && (month <= changed.last || goesOn); month++) {
    goesOn = month <= changed.last
    const thisMonth = new Set([...old].flatMap(([block, months]) => (isWithheldIn(months, month) ? [block] : [])))
    monthBefore = withheldBlocks(cells, countIn(measures, month), { thisMonth, monthBefore })
    for (const block of monthBefore) {
      const known = codes.get(block) ?? new Map<number, number>()
      const wasShown = cells.get(block)?.some((cell) => countIn(before, month)(cell) !== undefined) ?? false
      if (known.has(month)) continue
      codes.set(block, known.set(month, wasShown ? withheldCode.afterShown : withheldCode.fromFirst))
      goesOn = true
    }
  }
  return new Map([...codes].map(([block, months]) => [block, withheldMonths(months)]))
}

function codesOf({ startMonth, months }: WithheldMonths): Map<number, number> {
  return new Map(months.flatMap((code, place) => (code > 0 ? [[startMonth + place, code] as const] : [])))
}

function allMonthsOf(measures: Measures): MonthSpan {
  return spanOf(
    [...measures.values()].map(({ startMonth, states }) => ({
      first: startMonth,
      last: startMonth + states.length - 1,
    })),
  )
}

/** From the first month in which a count changed to the last; undefined where none did. */
function monthsChanged(change: Pick<FacilityChange, 'before' | 'after'>): MonthSpan | undefined {
  const spans = [...changedCells(change).values()]
  return spans.length > 0 ? spanOf(spans) : undefined
}

function figuresOf(
  { facilityId, after: measures }: FacilityChange,
  withheld: ReadonlyMap<string, WithheldMonths>,
): WithheldFigureRow[] {
  const { first, last } = allMonthsOf(measures)
  const isWithheld = (block: string, month: number) => isWithheldIn(withheld.get(block), month)
  return guardedFormulas.flatMap(({ formula: { definition, breakdown }, needs }) => {
    if (!needs.some(({ block }) => withheld.has(block))) return []
    const months = new Map<number, number>()
    for (let month = first; month <= last; month++)
      if (readsWithheld(needs, month, isWithheld)) months.set(month, withheldCode.fromFirst)
    return months.size === 0 ? [] : [{ facilityId, indicatorId: definition.id, breakdown, ...withheldMonths(months) }]
  })
}
