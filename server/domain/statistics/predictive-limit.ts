import { negativeBinomial, quantileOf } from './distribution.ts'
import { facilitiesForOverDispersion } from './over-dispersion.ts'

/** One facility's months before the judged one: events over a base in any unit (person-days). */
export type History = readonly { events: number; base: number }[]

/** Fewer earlier months than this predict nothing (catalogue: own 12-month mean). */
export const monthsToPredict = 12
/** Fewer events than this raise no alert, whatever was expected (corrections to the catalogue, statistics). */
export const fewestAlertEvents = 5

/**
 * How much more the months of a facility differ than a Poisson count: Pearson's chi-square over its degrees of freedom,
 * pooled over facilities; never under 1, and null (not estimated) from fewer than 20 facilities.
 * Source: McCullagh and Nelder 1989, Generalized Linear Models, section 4.5.
 */
export function monthlyDispersion(histories: readonly History[]): number | null {
  const usable = histories.map(withBase).filter((months) => months.length > 1 && meanRate(months) > 0)
  if (usable.length < facilitiesForOverDispersion) return null
  let [chi, freedom] = [0, 0]
  for (const months of usable) {
    const rate = meanRate(months)
    for (const { events, base } of months) chi += (events - rate * base) ** 2 / (rate * base)
    freedom += months.length - 1
  }
  return Math.max(1, chi / freedom)
}

/**
 * The most events that a month of this base is to be expected to have: the upper one of the 99.8 % negative-binomial limits
 * (passed once in 1,000 months). Its variance is `dispersion` times the mean, and wider because the mean is known from these
 * months only. Null under twelve months with a base, or without a base now.
 * Source: corrections to the catalogue, statistics; prediction as Hahn and Meeker 1991, Statistical Intervals.
 */
export function predictiveLimit(months: History, base: number, dispersion: number): number | null {
  const known = months.reduce((sum, month) => sum + month.base, 0)
  if (withBase(months).length < monthsToPredict || base <= 0) return null
  const mean = meanRate(months) * base
  const variance = mean * dispersion * (1 + base / known)
  return quantileOf(negativeBinomial(mean, variance), 0.999)
}

/** Whether a month's events are an alert: above the limit, and at least five. */
export function isBeyondPrediction(events: number, limit: number | null): boolean {
  return limit !== null && events > limit && events >= fewestAlertEvents
}

/** A month without anybody in it says nothing of the rate. */
function withBase(months: History): History {
  return months.filter(({ base }) => base > 0)
}

function meanRate(months: History): number {
  const base = months.reduce((sum, month) => sum + month.base, 0)
  return base > 0 ? months.reduce((sum, month) => sum + month.events, 0) / base : 0
}
