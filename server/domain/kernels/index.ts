import type { Durations } from '../durations.ts'
import type { Dimension } from '../measures/define.ts'
import { type CellId, findMeasure, type MeasureId } from '../measures/index.ts'
import type { RecordId } from '../records/index.ts'
import type { MissingReason } from '../value.ts'
import { caseDerivations } from './case.ts'
import { type FacilityRecords, monthOfDay, monthStart } from './columns.ts'
import { complaintDerivations } from './complaints.ts'
import { conditionsDerivations } from './conditions.ts'
import { contactDerivations } from './contact.ts'
import { type Coverage, stretchAt } from './coverage.ts'
import type { Derivation } from './define.ts'
import { disciplineDerivations } from './discipline.ts'
import { durationDerivations } from './durations.ts'
import { type Facility, facilityOf, type MonthWindow } from './facility.ts'
import { groupings } from './groups.ts'
import { healthDerivations } from './health.ts'
import { justiceDerivations } from './justice.ts'
import { lockdownDerivations } from './lockdown.ts'
import { mixingDerivations } from './mixing.ts'
import { oversightDerivations } from './oversight.ts'
import { populationDerivations } from './population.ts'
import { programmesDerivations } from './programmes.ts'
import { releaseDerivations } from './release.ts'
import { safetyDerivations } from './safety.ts'
import { selfHarmDerivations } from './self-harm.ts'
import { separationDerivations } from './separation.ts'
import { separationDaysDerivations } from './separation-days.ts'
import type { KernelSettings } from './settings.ts'
import { staffDerivations } from './staff.ts'
import { counterOf } from './tally.ts'
import { womenDerivations } from './women.ts'

/** How measures derive from records: one entry a measure, family by family. */
export const derivations: readonly Derivation[] = [
  ...populationDerivations,
  ...separationDerivations,
  ...separationDaysDerivations,
  ...durationDerivations,
  ...mixingDerivations,
  ...contactDerivations,
  ...healthDerivations,
  ...safetyDerivations,
  ...disciplineDerivations,
  ...complaintDerivations,
  ...conditionsDerivations,
  ...justiceDerivations,
  ...releaseDerivations,
  ...womenDerivations,
  ...programmesDerivations,
  ...caseDerivations,
  ...staffDerivations,
  ...oversightDerivations,
  ...lockdownDerivations,
  ...selfHarmDerivations,
]

/** One measure or group of one over the months of a window: the amount, NaN where it is missing, and then why. */
export interface DerivedCell {
  amounts: Float64Array
  /** The durations of each month, where the measure is their middle. */
  durations?: readonly Durations[]
  reasons: readonly (MissingReason | undefined)[]
}

/**
 * Every measure that the records of a facility can feed, over the months of `window`. A group in which there was nobody
 * in any of these months is left out: where the whole is counted, it is nought. Any order of rows gives the same bytes,
 * and so does any window around a month.
 */
export function deriveMeasures(
  records: FacilityRecords,
  coverage: Coverage,
  window: MonthWindow,
  settings: KernelSettings,
  asOf: number,
  list: readonly Derivation[] = derivations,
): Map<CellId, DerivedCell> {
  const facility = facilityOf(records, window, settings, asOf)
  const made = new Map<CellId, DerivedCell>()
  for (const derivation of list)
    for (const [cell, derived] of deriveOne(derivation, facility, coverage)) made.set(cell, derived)
  return made
}

function deriveOne(derivation: Derivation, facility: Facility, coverage: Coverage): [CellId, DerivedCell][] {
  const measure = findMeasure(derivation.measure)!
  const whole = reasonsFor(derivation.needs, derivation.lookBackDays, coverage, facility)
  // Nothing is counted of what was never sent.
  if (whole.every((reason) => reason !== undefined))
    return [[derivation.measure, masked(new Float64Array(whole.length), whole)]]
  const isKnown = (dimension: Dimension) =>
    needsFor(derivation, dimension).every((need) => coverage[need] !== undefined)
  const counted = counterOf(measure, facility, measure.breakdowns.filter(isKnown))
  derivation.count(facility, counted.counter)
  return [...counted.cells()].map(([cell, amounts]) => {
    const dimension = cell.split('@')[1]?.split(':')[0] as Dimension | undefined
    const durations = counted.durations()
    if (!dimension) return [cell, { ...masked(amounts, whole), ...(durations && { durations }) }]
    return [
      cell,
      masked(amounts, reasonsFor(needsFor(derivation, dimension), derivation.lookBackDays, coverage, facility)),
    ]
  })
}

/** What a measure needs in the groups of a dimension: what tells people apart, unless its own records say it. */
export function needsFor(derivation: Derivation, dimension: Dimension): readonly RecordId[] {
  return derivation.groups === 'own' ? derivation.needs : [...derivation.needs, ...groupings[dimension].needs]
}

function masked(amounts: Float64Array, reasons: readonly (MissingReason | undefined)[]): DerivedCell {
  const known = amounts.map((amount, place) => (reasons[place] ? Number.NaN : amount))
  // A figure that could not be made although the records are there has nothing to be made of.
  return {
    amounts: known,
    reasons: reasons.map((reason, place) => reason ?? (Number.isNaN(known[place]) ? 'no-base' : undefined)),
  }
}

/** Why each month of the window has no figure; undefined where all that it needs was sent, as far back as it looks. */
export function reasonsFor(
  needs: readonly RecordId[],
  lookBackDays: number,
  coverage: Coverage,
  { window, days, asOf }: Pick<Facility, 'window' | 'days' | 'asOf'>,
): (MissingReason | undefined)[] {
  return Array.from({ length: window.months }, (_, place) => {
    const month = window.first + place
    const end = monthStart(month + 1)
    if (days.startOf(end) > asOf) return 'late'
    const back = Math.min(month, monthOfDay(end - 1 - lookBackDays))
    const sent = needs.map((need) => stretchAt(coverage, need, month))
    if (sent.some((one) => one === undefined)) return 'records-not-sent'
    return sent.some((one) => back < one!.from) ? 'records-too-short' : undefined
  })
}

const byMeasure = new Map(derivations.map((entry) => [entry.measure, entry]))

/** The derivation of a measure; undefined for one that records do not feed. */
export function derivationOf(measure: MeasureId): Derivation | undefined {
  return byMeasure.get(measure)
}

/** How far before a month any derivation looks, in days. */
export const longestLookBack = Math.max(...derivations.map(({ lookBackDays }) => lookBackDays))
