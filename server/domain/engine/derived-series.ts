import { localDays } from '../clocks/local-days.ts'
import {
  type DurationSeries,
  type Durations,
  durationSeries,
  durationsIn,
  type FacilityDurations,
} from '../durations.ts'
import { monthStart } from '../kernels/columns.ts'
import { type Coverage, coverageOf, coveredRange, type Declared } from '../kernels/coverage.ts'
import { type DerivedCell, derivationOf, needsFor, reasonsFor } from '../kernels/index.ts'
import type { Dimension } from '../measures/define.ts'
import { type CellId, cellParts, type MeasureId } from '../measures/index.ts'
import type { RecordId } from '../records/index.ts'
import { type Frozen, isFrozen, layFrozen } from '../retention/frozen.ts'
import { missingReasons } from '../value.ts'

/** A measure or a group of one as the records of a facility give it, month by month from `startMonth` on. */
export interface DerivedSeries {
  startMonth: number
  amounts: (number | null)[]
  /** Place in `missingReasons`; -1 where there is an amount. */
  reasons: number[]
}

/** A stretch of months, both ends included, as `monthIndex`. */
export interface Months {
  first: number
  last: number
}

/** What the records of a facility cover, in which time zone its days are. */
export interface Covered {
  coverage: Coverage
  range: Months
  timeZone: string
}

/** What some declarations cover; undefined when there are none. The register and its certificates are on record whole, and cover every month. */
export function coveredBy(declared: readonly Declared[], timeZone: string): Covered | undefined {
  const coverage = coverageOf(declared)
  const range = coveredRange(coverage)
  if (!range) return undefined
  const always = [{ from: 0, until: range.last }]
  return { coverage: { ...coverage, capacity_certificate: always, facility: always }, range, timeZone }
}

const notSent = missingReasons.indexOf('records-not-sent')

/** The present of a facility's records: the end of the last month that they cover, so that no clock is asked. */
export function presentOf({ range, timeZone }: Covered): number {
  return localDays(timeZone).startOf(monthStart(range.last + 1))
}

/**
 * The derived series with the months of `window` as they were just made, and all other months as they were before. A group
 * in which there was never anybody is left out, and so is what was never sent: the same series come of all months at once.
 * What is `frozen`, as the records behind it are gone, stands whatever was made.
 */
export function mergeDerived(
  before: ReadonlyMap<CellId, DerivedSeries>,
  window: Months,
  fresh: ReadonlyMap<CellId, DerivedCell>,
  covered: Covered,
  frozen?: Frozen,
): Map<CellId, DerivedSeries> {
  const merged = new Map<CellId, DerivedSeries>()
  for (const cell of new Set([...before.keys(), ...fresh.keys(), ...(frozen?.cells.keys() ?? [])])) {
    const series = nobodyIn(cell, covered)
    lay(series, before.get(cell), covered.range)
    layFresh(series, window, fresh.get(cell), nobodyIn(cell, covered))
    if (frozen) layFrozen(cell, series, frozen)
    if (says(cell, series)) merged.set(cell, series)
  }
  return merged
}

/** A cell in which nobody was ever found: nought where all that it needs was sent, else missing with the reason. */
export function nobodyIn(cell: CellId, covered: Covered): DerivedSeries {
  const reasons = reasonsOf(cell, covered).slice()
  return { startMonth: covered.range.first, amounts: reasons.map((reason) => (reason < 0 ? 0 : null)), reasons }
}

/** Reasons that were found for a facility: hundreds of cells need the same record types. */
const found = new WeakMap<Covered, Map<string, number[]>>()

function reasonsOf(cell: CellId, covered: Covered): number[] {
  const { measureId, breakdown } = cellParts(cell)
  const derivation = derivationOf(measureId as MeasureId)
  const dimension = breakdown.split(':')[0] as Dimension | ''
  const needs = derivation ? (dimension ? needsFor(derivation, dimension) : derivation.needs) : []
  const key = `${derivation ? derivation.lookBackDays : 'none'} ${needs.join()}`
  const known = found.get(covered) ?? new Map<string, number[]>()
  found.set(covered, known)
  const reasons = known.get(key) ?? findReasons(needs, derivation?.lookBackDays, covered)
  known.set(key, reasons)
  return reasons
}

function findReasons(needs: readonly RecordId[], lookBackDays: number | undefined, covered: Covered): number[] {
  const { coverage, range, timeZone } = covered
  const window = { first: range.first, months: range.last - range.first + 1 }
  if (lookBackDays === undefined) return new Array<number>(window.months).fill(notSent)
  const present = { window, days: localDays(timeZone), asOf: Number.POSITIVE_INFINITY }
  return reasonsFor(needs, lookBackDays, coverage, present).map((reason) =>
    reason === undefined ? -1 : missingReasons.indexOf(reason),
  )
}

/**
 * The durations behind medians with the months of `window` as they were just made, and all others as they were before. Months of
 * which the median is not known, because records are missing, have none. What is `frozen` stands.
 */
export function mergeDurations(
  before: FacilityDurations,
  window: Months,
  fresh: ReadonlyMap<CellId, DerivedCell>,
  { range }: Covered,
  frozen?: Frozen,
): Map<MeasureId, DurationSeries> {
  const merged = new Map<MeasureId, DurationSeries>()
  const made = [...fresh].filter(([, cell]) => cell.durations).map(([id]) => id as MeasureId)
  for (const id of new Set([...before.keys(), ...made, ...(frozen?.durations.keys() ?? [])])) {
    const series = durationSeries(range.first, range.last, (month) => {
      if (frozen && isFrozen(id, month, frozen)) return durationsIn(frozen.durations.get(id), month)
      if (month < window.first || month > window.last) return durationsIn(before.get(id), month)
      return knownDurations(fresh.get(id), month - window.first)
    })
    if (series.lengths.length > 0) merged.set(id, series)
  }
  return merged
}

function knownDurations(cell: DerivedCell | undefined, place: number): Durations {
  const reason = cell?.reasons[place]
  const isKnown = reason === undefined || reason === 'no-base'
  return (isKnown && cell?.durations?.[place]) || { ended: [], running: [] }
}

function lay(series: DerivedSeries, kept: DerivedSeries | undefined, range: Months): void {
  kept?.amounts.forEach((amount, place) => {
    const month = kept.startMonth + place
    if (month < range.first || month > range.last) return
    series.amounts[month - range.first] = amount
    series.reasons[month - range.first] = kept.reasons[place] ?? notSent
  })
}

function layFresh(series: DerivedSeries, window: Months, fresh: DerivedCell | undefined, nobody: DerivedSeries): void {
  for (let month = window.first; month <= window.last; month++) {
    const place = month - series.startMonth
    const reason = fresh?.reasons[month - window.first]
    const amount = fresh?.amounts[month - window.first]
    if (!fresh) {
      series.amounts[place] = nobody.amounts[place] ?? null
      series.reasons[place] = nobody.reasons[place] ?? notSent
      continue
    }
    series.amounts[place] = reason === undefined ? (amount ?? null) : null
    series.reasons[place] = reason === undefined ? -1 : missingReasons.indexOf(reason)
  }
}

function says(cell: CellId, { amounts, reasons }: DerivedSeries): boolean {
  if (cell.includes('@')) return amounts.some((amount) => amount !== null && amount !== 0)
  return reasons.some((reason) => reason !== notSent)
}
