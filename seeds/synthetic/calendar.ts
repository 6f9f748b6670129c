import { daysIn, type Month } from '../../server/domain/period.ts'
import type { Cells } from './counts.ts'

/** The days of one month as prisons live them: courts and offices work on weekdays, families come at weekends. */
export interface MonthDays {
  count: number
  /** Day of the month → how much of the month's arrivals and departures it takes. */
  traffic: Cells
  /** Days of the month (from 0) that are Saturdays or Sundays. */
  weekend: number[]
  /** Days on which visits are held: Wednesdays, Saturdays and Sundays. */
  visiting: number
}

const weight = [0.1, 1, 1, 1, 1, 1.2, 0.3]

export function monthDays(month: Month): MonthDays {
  const days = known.get(month) ?? daysOf(month)
  known.set(month, days)
  return days
}

const known = new Map<Month, MonthDays>()

function daysOf(month: Month): MonthDays {
  const count = daysIn(month)
  const first = new Date(`${month}-01T00:00:00Z`).getUTCDay()
  const weekdays = Array.from({ length: count }, (_, day) => (first + day) % 7)
  return {
    count,
    traffic: Object.fromEntries(weekdays.map((weekday, day) => [`d${day}`, weight[weekday]!])),
    weekend: weekdays.flatMap((weekday, day) => (weekday === 0 || weekday === 6 ? [day] : [])),
    visiting: weekdays.filter((weekday) => weekday === 0 || weekday === 3 || weekday === 6).length,
  }
}

/** How much busier than usual the courts are: least in August, most in late autumn. */
export function season(month: Month): number {
  return 1 + 0.06 * Math.cos((2 * Math.PI * (Number(month.slice(5, 7)) - 10.5)) / 12)
}
