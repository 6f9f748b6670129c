import { lengthDimensions } from '../measures/define.ts'
import { type CellId, cellParts } from '../measures/index.ts'
import { lastDay, type Month, monthAt } from '../period.ts'
import { asFarAsWhole } from '../retention/frozen.ts'
import { grades, type MeasureSeries, stateCode } from '../series.ts'
import { missingReasons, valueStates } from '../value.ts'
import { type Covered, type DerivedSeries, nobodyIn } from './derived-series.ts'
import { cellsOf } from './formula-versions.ts'
import { formulas } from './formulas.ts'
import { covers, type DayWindow, isOpen } from './open-window.ts'

/** The current return lines of one facility and one cell: parallel arrays, one place a reported month. */
export interface ReportedCell {
  cell: CellId
  months: readonly number[]
  states: readonly number[]
  amounts: readonly (number | null)[]
}

/** A certificate of capacity, in force on the days [from, until). */
export interface Certificate extends DayWindow {
  places: number
  /** Floor for each place in shared cells, in square metres, where the certificate says it. */
  squareMetres?: number | null
}

/** What the engine needs of one facility to make its measures. */
export interface FacilityReturns {
  cells: readonly ReportedCell[]
  certificates: readonly Certificate[]
  open: readonly DayWindow[]
  /** What its records give, beside what it returned; absent where it sends none. */
  records?: FacilityDerived
}

/** The measures that the records of a facility give, and what they cover. */
export interface FacilityDerived {
  covered: Covered
  cells: ReadonlyMap<CellId, DerivedSeries>
}

const notApplicable = stateCode('not-applicable')
const missing = stateCode('missing')
const counted = stateCode('counted')
const notReported = missingReasons.indexOf('not-reported')
const fromEvents = grades.indexOf('events')
const fromReturn = grades.indexOf('return')
const fromCertificate = grades.indexOf('certificate')

/**
 * The measures of one facility, month by month, from its first to its last reported month. What records give counts before
 * what a return says, wherever they cover all that the measure needs; everywhere else the return counts.
 * A month without a line is missing while the facility is open, and not applicable while it is not.
 * A certificate in force on the last day of a month counts before the places that a return states.
 */
export function measureSeries(facility: FacilityReturns): Map<CellId, MeasureSeries> {
  const derived = facility.records && withGroups(facility.records, facility.cells)
  const range = facility.records?.covered.range
  const months = [...extremes(facility.cells, 0), ...extremes(facility.cells, -1)]
  const all = range && derived?.size ? [...months, range.first, range.last] : months
  if (all.length === 0) return new Map()
  const blank = blankSeries(facility.open, Math.min(...all), Math.max(...all))
  const made = new Map(facility.cells.map((cell) => [cell.cell, filled(blank, cell)]))
  for (const [cell, series] of derived ?? []) made.set(cell, withRecords(made.get(cell) ?? copy(blank), series))
  if (facility.certificates.length > 0) {
    made.set('capacity_certified', certified(made.get('capacity_certified') ?? copy(blank), facility.certificates))
  }
  return made
}

/** First (place 0) or last (place -1) reported month of each cell; the months of a cell are in order. */
function extremes(cells: readonly ReportedCell[], place: 0 | -1): number[] {
  return cells.map((cell) => cell.months.at(place)).filter((month) => month !== undefined)
}

function blankSeries(open: readonly DayWindow[], first: number, last: number): MeasureSeries {
  const isOpenAt = Array.from({ length: last - first + 1 }, (_, place) => isOpen(open, monthAt(first + place)))
  return {
    startMonth: first,
    amounts: isOpenAt.map(() => null),
    states: isOpenAt.map((openThen) => (openThen ? missing : notApplicable)),
    reasons: isOpenAt.map((openThen) => (openThen ? notReported : -1)),
    grades: isOpenAt.map(() => 0),
  }
}

function copy(series: MeasureSeries): MeasureSeries {
  return {
    startMonth: series.startMonth,
    amounts: series.amounts.slice(),
    states: series.states.slice(),
    reasons: series.reasons.slice(),
    grades: series.grades.slice(),
  }
}

function filled(blank: MeasureSeries, cell: ReportedCell): MeasureSeries {
  const series = copy(blank)
  cell.months.forEach((month, line) => {
    const place = month - series.startMonth
    const state = cell.states[line] ?? missing
    series.states[place] = state
    series.amounts[place] = cell.amounts[line] ?? null
    series.reasons[place] = valueStates[state] === 'missing' ? notReported : -1
    series.grades[place] = fromReturn
  })
  return series
}

/** Cells that some formula reads: of these a group in which nobody was found is kept as nought. */
const read = new Set(formulas.flatMap(cellsOf))

/** Those that a figure of the whole reads: how many are held on civil law, where nobody ever was. */
const readOfWhole = new Set(formulas.filter(({ breakdown }) => breakdown === '').flatMap(cellsOf))

/**
 * What records give, with nought for the groups in which a measure found nobody: those that figures of the whole read, those
 * that figures of a group read that the facility holds, and those that it returned.
 */
function withGroups(
  { covered, cells }: FacilityDerived,
  returned: readonly ReportedCell[],
): Map<CellId, DerivedSeries> {
  const held = new Set([...cells.keys()].map((cell) => cellParts(cell).breakdown).filter((group) => group !== ''))
  const given = new Set(returned.map(({ cell }) => cell))
  const all = new Map(cells)
  for (const cell of new Set([...read, ...given])) {
    const { measureId, breakdown } = cellParts(cell)
    const isRead = readOfWhole.has(cell) || held.has(breakdown) || given.has(cell) || isOfLength(breakdown)
    const whole = cells.get(measureId as CellId)
    if (breakdown !== '' && isRead && !all.has(cell) && whole)
      all.set(cell, asFarAsWhole(nobodyIn(cell, covered), whole))
  }
  return all
}

/** A stretch of time in which no spell ended or runs is nought wherever spells are counted: every facility has all stretches. */
function isOfLength(breakdown: string): boolean {
  return lengthDimensions.some((dimension) => breakdown.startsWith(`${dimension}:`))
}

/**
 * Lays what records give over a series. Where they give nothing the return stays; where there is no return either, they say
 * why. A facility that is not open is asked for nothing, and its noughts are none.
 */
function withRecords(series: MeasureSeries, { startMonth, amounts, reasons }: DerivedSeries): MeasureSeries {
  amounts.forEach((amount, at) => {
    const place = startMonth + at - series.startMonth
    const isClosed = series.states[place] === notApplicable && series.grades[place] === 0
    if (amount === null) {
      const isSilent = series.states[place] === missing && series.grades[place] === 0
      if (isSilent) series.reasons[place] = reasons[at] ?? notReported
    } else if (!(isClosed && amount === 0)) {
      series.states[place] = counted
      series.amounts[place] = amount
      series.reasons[place] = -1
      series.grades[place] = fromEvents
    }
  })
  return series
}

function certified(series: MeasureSeries, certificates: readonly Certificate[]): MeasureSeries {
  for (let place = 0; place < series.states.length; place++) {
    const certificate = inForceAt(certificates, monthAt(series.startMonth + place))
    if (!certificate || series.states[place] === notApplicable) continue
    series.states[place] = counted
    series.amounts[place] = certificate.places
    series.reasons[place] = -1
    series.grades[place] = fromCertificate
  }
  return series
}

/** The certificate in force on the last day of `month`. */
export function inForceAt(certificates: readonly Certificate[], month: Month): Certificate | undefined {
  const day = lastDay(month)
  return certificates.find((one) => covers(one, day))
}
