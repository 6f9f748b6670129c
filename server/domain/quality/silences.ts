import type { MeasureId } from '../measures/index.ts'
import { zeroRuns } from '../quiet/returns.ts'
import type { Cells, UsualRate } from '../records/check.ts'
import { type Exposure, recurringEvents, usualRate } from '../records/zero-run.ts'
import { type MeasureSeries, valueAt } from '../series.ts'
import type { QualityNote } from './note.ts'
import { notesOfLook } from './return-notes.ts'

/** What silences are looked for in: events that recur, and the days of those who were there. */
export const watchedMeasures: readonly MeasureId[] = [...recurringEvents, 'person_days']

/** A facility's series of the watched measures. */
export type Watched = ReadonlyMap<string, MeasureSeries>

export type UsualRates = Readonly<Record<string, UsualRate>>

/** How often each event occurs over the facilities, and how much they differ. */
export function usualRatesOf(facilities: readonly Watched[]): UsualRates {
  return Object.fromEntries(
    recurringEvents.flatMap((event) => {
      const rate = usualRate(facilities.map((one) => exposureOf(event, one)))
      return rate ? [[event, rate]] : []
    }),
  )
}

/** What a facility had of an event in the months of which both it and the person-days are known. */
function exposureOf(event: MeasureId, facility: Watched): Exposure {
  const [events, days] = [facility.get(event), facility.get('person_days')]
  const exposure = { events: 0, personDays: 0 }
  if (!events || !days) return exposure
  for (let month = events.startMonth; month < events.startMonth + events.states.length; month++) {
    const [had, of] = [amountAt(events, month), amountAt(days, month)]
    if (had === undefined || of === undefined) continue
    exposure.events += had
    exposure.personDays += of
  }
  return exposure
}

/** A count of a month, a confirmed nought included; undefined where none is known. */
export function amountAt(series: MeasureSeries | undefined, month: number): number | undefined {
  const value = valueAt(series, month)
  return value.state === 'counted' ? value.value : value.state === 'nothing-to-report' ? 0 : undefined
}

/** The silences of a facility in the months from `from` on; a month without a return ends a run. */
export function silenceNotes(facility: Watched, usualRates: UsualRates, from: number, asked: number): QualityNote[] {
  const all = [...facility.values()]
  const first = Math.min(...all.map((one) => one.startMonth))
  const last = Math.max(...all.map((one) => one.startMonth + one.states.length - 1))
  const notes: QualityNote[] = []
  for (let month = Math.max(first, from); month <= last; month++) {
    if (!recurringEvents.some((event) => isSilentFor(facility.get(event), month, 6))) continue
    const returns = Array.from({ length: month - first + 1 }, (_, back) => cellsAt(facility, month - back))
    notes.push(...notesOfLook(month, 'zero-run', zeroRuns({ returns, usualRates, asked })))
  }
  return notes
}

function isSilentFor(series: MeasureSeries | undefined, month: number, months: number): boolean {
  return Array.from({ length: months }, (_, back) => amountAt(series, month - back)).every((amount) => amount === 0)
}

function cellsAt(facility: Watched, month: number): Cells | undefined {
  const cells: Record<string, number> = {}
  for (const [id, series] of facility) {
    const amount = amountAt(series, month)
    if (amount !== undefined) cells[id] = amount
  }
  return Object.keys(cells).length > 0 ? cells : undefined
}
