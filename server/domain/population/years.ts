import { daysIn, type Month, monthAt, monthIndex } from '../period.ts'
import type { Figure } from '../value.ts'
import type { TwelveMonths } from './change.ts'

/** The indicators that a population's change is read from. */
export const readForChange = ['stay-in-facility', 'stay-in-custody', 'occupancy-rate'] as const
export type FigureOf = (indicator: (typeof readForChange)[number]) => Figure

/**
 * Twelve months of a facility from its figures of their last month. Of a country only those count who came from liberty, as a
 * transfer brings nobody in; of a region or facility whoever arrives. Null where the months are not known wholly.
 */
export function twelveMonthsOf(figureOf: FigureOf, { withTransfers }: { withTransfers: boolean }): TwelveMonths | null {
  const [inFacility, inCustody, occupancy] = readForChange.map(figureOf)
  if (inFacility?.state !== 'counted' || inFacility.denominator === null) return null
  const arrivals = withTransfers ? inFacility.denominator : admittedIn(inCustody)
  if (arrivals === null) return null
  const stock = occupancy?.state === 'counted' ? occupancy : null
  return {
    personDays: inFacility.numerator,
    arrivals,
    held: stock?.numerator ?? null,
    places: stock?.denominator ?? null,
  }
}

/** Whoever came from liberty; a facility to which people come by transfer alone has no base for its time in custody. */
function admittedIn(inCustody: Figure | undefined): number | null {
  if (inCustody?.state === 'counted') return inCustody.denominator
  return inCustody?.state === 'missing' && inCustody.reason === 'no-base' ? 0 : null
}

/** The days of the twelve months that end with a month. */
export function daysOfYearTo(month: Month): number {
  const last = monthIndex(month)
  return Array.from({ length: 12 }, (_, back) => daysIn(monthAt(last - back))).reduce((sum, days) => sum + days, 0)
}
