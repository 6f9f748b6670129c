import { changedCells, type MeasureChange, spanOf } from '../engine/measure-change.ts'
import type { MonthSpan } from '../period.ts'
import { countIn } from './count-in.ts'
import { cellsOfBlocks, withheldBlocks } from './facility-month.ts'
import { guardedFormulas, readsWithheld } from './formula-blocks.ts'
import { isWithheldIn, type WithheldMonths, withheldCode, withheldMonths } from './withheld-months.ts'

/** The withheld blocks of a facility, each with its months. */
export type WithheldBlocks = ReadonlyMap<string, WithheldMonths>

type Measures = MeasureChange['after']

/**
 * What of a facility is withheld once its measures have changed; what was withheld before (`old`) stays so. Unless all is judged
 * anew (`isWhole`), only months are in which a count changed, the one after them, and on for as long as more is found: a month is
 * judged by its own counts and by what of the month before is withheld.
 */
export function facilityWithheld(
  { before, after }: MeasureChange,
  old: WithheldBlocks,
  { isWhole }: { isWhole: boolean },
): WithheldBlocks {
  const changed = isWhole ? monthsOf(after) : monthsChanged({ before, after })
  if (!changed) return old
  const cells = cellsOfBlocks(after.keys())
  const codes = new Map([...old].map(([block, months]) => [block, codesOf(months)]))
  const { first, last } = monthsOf(after)
  let monthBefore: ReadonlySet<string> = new Set()
  let goesOn = true
  for (let month = Math.max(first, changed.first - 1); month <= last && goesOn; month++) {
    const thisMonth = new Set([...old].flatMap(([block, months]) => (isWithheldIn(months, month) ? [block] : [])))
    monthBefore = withheldBlocks(cells, countIn(after, month), { thisMonth, monthBefore })
    const found = [...monthBefore].filter((block) => !codes.get(block)?.has(month))
    for (const block of found) {
      const wasShown = cells.get(block)?.some((cell) => countIn(before, month)(cell) !== undefined) ?? false
      const known = codes.get(block) ?? new Map<number, number>()
      codes.set(block, known.set(month, wasShown ? withheldCode.afterShown : withheldCode.fromFirst))
    }
    goesOn = month <= changed.last || found.length > 0
  }
  return new Map([...codes].map(([block, months]) => [block, withheldMonths(months)]))
}

/** The figures of a facility that read a withheld count, each with the months in which it does. */
export function figuresWithheld(
  after: Measures,
  withheld: WithheldBlocks,
): (WithheldMonths & { indicatorId: string; breakdown: string })[] {
  const { first, last } = monthsOf(after)
  const isWithheld = (block: string, month: number) => isWithheldIn(withheld.get(block), month)
  return guardedFormulas.flatMap(({ formula: { definition, breakdown }, needs }) => {
    if (!needs.some(({ block }) => withheld.has(block))) return []
    const months = new Map<number, number>()
    for (let month = first; month <= last; month++)
      if (readsWithheld(needs, month, isWithheld)) months.set(month, withheldCode.fromFirst)
    return months.size === 0 ? [] : [{ indicatorId: definition.id, breakdown, ...withheldMonths(months) }]
  })
}

function codesOf({ startMonth, months }: WithheldMonths): Map<number, number> {
  return new Map(months.flatMap((code, place) => (code > 0 ? [[startMonth + place, code] as const] : [])))
}

function monthsOf(measures: Measures): MonthSpan {
  const spans = [...measures.values()].map(({ startMonth: first, states }) => ({
    first,
    last: first + states.length - 1,
  }))
  return spanOf(spans)
}

/** From the first month in which a count changed to the last; undefined where none did. */
function monthsChanged(change: MeasureChange): MonthSpan | undefined {
  const spans = [...changedCells(change).values()]
  return spans.length > 0 ? spanOf(spans) : undefined
}
