import type { Tx } from '../../db/client.ts'
import { countryId } from '../../db/queries/places.ts'
import {
  type DecidedPlaces,
  listDecidedPlaces,
  listFigureStates,
  listWithheldBlocks,
  listWithheldSums,
  saveWithheldSums,
  type WithheldSumRow,
} from '../../db/queries/withheld.ts'
import { formulasFedBy } from '../domain/engine/formulas.ts'
import { spanOf } from '../domain/engine/measure-change.ts'
import type { CellId } from '../domain/measures/index.ts'
import type { MonthSpan } from '../domain/period.ts'
import { stateCode } from '../domain/series.ts'
import { blocks as allBlocks } from '../domain/suppression/blocks.ts'
import {
  type GuardedFormula,
  guardedFormulas,
  isSumWithheld,
  sumTellsOwn,
} from '../domain/suppression/formula-blocks.ts'
import { touchedBlocks } from '../domain/suppression/touched-blocks.ts'
import {
  isSameWithheld,
  isWithheldIn,
  type WithheldMonths,
  withheldCode,
  withheldMonths,
} from '../domain/suppression/withheld-months.ts'
import { type Moved, releaseSums } from './release-sums.ts'

/** One facility's change, where no other facility's counts changed. */
export interface OneFacility {
  facilityId: string
  /** The cells that do not read as they did. */
  cells: readonly CellId[]
  /** Whether some figure of its came to be counted, or is counted no more. */
  comesOrGoes: boolean
}

/**
 * Decides anew which sums of regions and the country may be shown in some months and in those whose windows reach them,
 * in the transaction in which the sums themselves change; the caller holds the turn. Where one facility alone changed, only
 * what its counts can touch is read and decided.
 */
export async function withholdSums(tx: Tx, months: MonthSpan, one?: OneFacility): Promise<void> {
  // What a month ends with is what the next one begins with: the two are withheld together.
  const decided = { first: months.first, last: months.last + 1 }
  const { blocks, formulas } = one ? await touchedBy(tx, decided, one) : everything
  const moved = blocks.size > 0 ? await releaseSums(tx, decided, blocks, one?.facilityId) : []
  // A sum is shown or withheld by what was decided of its blocks and by whose figures go into it.
  if (!one || one.comesOrGoes) await saveSums(tx, decided, formulas)
  else await saveMoved(tx, moved, formulas)
}

/** The sums that other decisions reach: most corrections of a count bring none about. */
async function saveMoved(tx: Tx, moved: readonly Moved[], formulas: readonly GuardedFormula[]): Promise<void> {
  if (moved.length === 0) return
  const blocks = new Set(moved.map(({ block }) => block))
  const reached = formulas.filter(({ needs }) => needs.some(({ block }) => blocks.has(block)))
  await saveSums(tx, spanOf(moved.map(({ month }) => ({ first: month, last: month }))), reached)
}

/** The blocks of which something has to be decided, and the formulas of which a sum may have to be withheld or shown again. */
interface Touched {
  blocks: ReadonlySet<string>
  formulas: readonly GuardedFormula[]
}

const everything: Touched = { blocks: new Set(allBlocks.map((block) => block.id)), formulas: guardedFormulas }

async function touchedBy(tx: Tx, months: MonthSpan, { facilityId, cells }: OneFacility): Promise<Touched> {
  const rows = await listWithheldBlocks(tx, { facilityIds: [facilityId] })
  const withheld = new Set(rows.filter((row) => isWithheldWithin(row, months)).map((row) => row.block))
  const blocks = touchedBlocks(cells, withheld)
  const fed = new Set(formulasFedBy(cells))
  const formulas = guardedFormulas.filter(({ formula, needs }) =>
    needs.some(({ block }) => blocks.has(block) || (fed.has(formula) && withheld.has(block))),
  )
  return { blocks, formulas }
}

function isWithheldWithin(row: WithheldMonths, { first, last }: MonthSpan): boolean {
  for (let month = first; month <= last; month++) if (isWithheldIn(row, month)) return true
  return false
}

async function saveSums(tx: Tx, decided: MonthSpan, formulas: readonly GuardedFormula[]): Promise<void> {
  if (formulas.length === 0) return
  const reach = Math.max(...formulas.map(({ formula }) => formula.definition.months ?? 1)) - 1
  const window = { first: decided.first, last: decided.last + reach }
  const read = { first: decided.first - reach, last: window.last }
  const blocks = [...new Set(formulas.flatMap(({ needs }) => needs.map(({ block }) => block)))]
  const indicatorIds = [...new Set(formulas.map(({ formula }) => formula.definition.id))]
  const [decisions, old] = await Promise.all([listDecidedPlaces(tx, read, blocks), listWithheldSums(tx, indicatorIds)])
  const goesIn = await countsIn(tx, shownFacilities(decisions), indicatorIds, window)
  const stateOf = (block: string, placeId: string, month: number) =>
    decisions.get(month)?.get(block)?.places.get(placeId)
  const ofCountry = (block: string, month: number) => stateOf(block, countryId, month)
  const known = new Map(old.map((row) => [sumKey(row), row]))
  const changed: WithheldSumRow[] = []
  const gone: WithheldSumRow[] = []
  const placeIds = new Set([...placesIn(decisions), ...old.map((row) => row.placeId)])
  for (const guarded of formulas) {
    const { definition, breakdown } = guarded.formula
    const name = { indicatorId: definition.id, breakdown }
    for (const placeId of placeIds) {
      const placeKind = placeId === countryId ? ('country' as const) : ('region' as const)
      const before = known.get(sumKey({ placeId, ...name }))
      const codes = keptOutside(before, window)
      for (let month = window.first; month <= window.last; month++) {
        const joins = (facilityId: string) => goesIn(facilityId, name, month)
        if (isSumWithheld(guarded, placeId, month, stateOf, joins)) codes.set(month, withheldCode.fromFirst)
        else if (placeId === countryId && sumTellsOwn(guarded, month, ofCountry))
          codes.set(month, withheldCode.besideOwn)
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

const allDecisions = (decisions: DecidedPlaces) => [...decisions.values()].flatMap((of) => [...of.values()])

function placesIn(decisions: DecidedPlaces): Set<string> {
  return new Set(allDecisions(decisions).flatMap(({ places }) => [...places.keys()]))
}

/** The facilities that withhold a count of which some place shows the sum. */
function shownFacilities(decisions: DecidedPlaces): string[] {
  const shown = allDecisions(decisions).flatMap(({ places }) => [...places.values()].filter((place) => place.isShown))
  return [...new Set(shown.flatMap((place) => place.facilityIds))]
}

function keptOutside(row: WithheldMonths | undefined, { first, last }: MonthSpan): Map<number, number> {
  const codes = new Map<number, number>()
  for (const [place, code] of (row?.months ?? []).entries()) {
    const month = row!.startMonth + place
    if (code > 0 && (month < first || month > last)) codes.set(month, code)
  }
  return codes
}

/** Whether a facility's counts go into a formula's sum in a month of the window. */
async function countsIn(tx: Tx, facilityIds: readonly string[], indicatorIds: readonly string[], window: MonthSpan) {
  const rows = facilityIds.length > 0 ? await listFigureStates(tx, facilityIds, indicatorIds, window) : []
  const counted = stateCode('counted')
  const series = new Map(rows.map((row) => [`${row.facilityId} ${row.indicatorId}@${row.breakdown}`, row]))
  return (facilityId: string, name: { indicatorId: string; breakdown: string }, month: number) => {
    const row = series.get(`${facilityId} ${name.indicatorId}@${name.breakdown}`)
    return row?.states[month - row.startMonth] === counted
  }
}
