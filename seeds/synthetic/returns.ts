import type { Month } from '../../server/domain/period.ts'
import { type Column, returnColumns } from './columns.ts'
import { type CountryPlan, type FacilityMonth, liveThrough } from './country.ts'
import type { Filing } from './scenarios.ts'
import { filingOf } from './scenarios.ts'
import { fillIn } from './sections/index.ts'
import type { Answer } from './sheet.ts'

/**
 * The parts of the return: 'core' every month; 'extended' every quarter until facilities were ready, then every month;
 * 'groups' (age, status, nationality) with the quarter.
 */
export const parts = ['core', 'extended', 'groups'] as const
export type Part = (typeof parts)[number]

/** One row of a file: what a facility reported for a month, one answer a column of the part. */
export interface ReturnRow {
  facilityKey: string
  month: Month
  answers: (Answer | undefined)[]
}

/** From this month on all facilities send the extended part every month. */
const extendedMonthlyFrom: Month = '2025-02'

/** Quarters end with the service's year, in February. */
function endsQuarter(month: Month): boolean {
  return Number(month.slice(5, 7)) % 3 === 2
}

/** Whether a part of the return is asked for in a month. */
export function isDue(part: Part, month: Month): boolean {
  if (part === 'core' || endsQuarter(month)) return true
  return part === 'extended' && month >= extendedMonthlyFrom
}

const stocks = ['pop_closing', 'pop_opening']

/** The columns of one part. Who is held is always asked for in full. */
export function columnsOfPart(part: Part): Column[] {
  return returnColumns('all').filter(({ measure, dimension }) => {
    const isGroup = dimension !== undefined && dimension !== 'sex' && !stocks.includes(measure.id)
    return part === (isGroup ? 'groups' : measure.tier)
  })
}

/** A return as it was drawn up, and how it is filed. */
export interface DrawnReturn {
  at: FacilityMonth
  filing: Filing | undefined
  answer: (column: Column) => Answer | undefined
}

/** Every return of the plan, month by month; copied ones say what an earlier one said. */
export function* drawReturns(plan: CountryPlan): Generator<DrawnReturn> {
  const copied = new Map<string, DrawnReturn['answer']>()
  for (const at of liveThrough(plan)) {
    const filing = filingOf(at.facility.key, at.month)
    const before = filing === 'copied' ? copied.get(at.facility.key) : undefined
    const answer = before ?? fillIn(at).answer
    copied.set(at.facility.key, answer)
    yield { at, filing, answer }
  }
}

/** The row of one part of a return. */
export function rowOf({ at, answer }: DrawnReturn, columns: readonly Column[]): ReturnRow {
  return { facilityKey: at.facility.key, month: at.month, answers: columns.map(answer) }
}
