import { measures } from '../../server/domain/measures/index.ts'
import type { Month } from '../../server/domain/period.ts'
import { chance } from './chance.ts'
import { type Column, returnColumns } from './columns.ts'
import type { CountryPlan, FacilityMonth } from './country.ts'
import type { Sink } from './records/book.ts'
import { closeRecords, keptCustodies } from './records/closing.ts'
import { liveWithPersons } from './records/custody.ts'
import type { Scenario } from './scenarios.ts'
import { filingOf } from './scenarios.ts'
import { fillIn } from './sections/index.ts'
import type { Answer } from './sheet.ts'

/**
 * The parts of the return. 'core': every month. 'extended': every quarter from 2024, every month when facilities were
 * ready. 'groups' (the same by sex, age, status): every half-year since then.
 */
export const parts = ['core', 'extended', 'groups'] as const
export type Part = (typeof parts)[number]

const extendedFrom: Month = '2024-03'
const readyFrom: Month = '2025-03'

/** Quarters end with the service's year, in February. */
function endsQuarter(month: Month): boolean {
  return Number(month.slice(5, 7)) % 3 === 2
}

/** Whether a part of the return is asked for in a month. */
export function isDue(part: Part, month: Month): boolean {
  if (part === 'core') return true
  if (part === 'groups') return month >= readyFrom && (month.endsWith('-08') || month.endsWith('-02'))
  return month >= readyFrom || (month >= extendedFrom && endsQuarter(month))
}

/** The columns of one part. */
export function columnsOfPart(part: Part): Column[] {
  return returnColumns('all').filter((column) => partOfColumn(column) === part)
}

/** Whose people are held is asked every month by sex and legal status; most other divisions can wait. */
function partOfColumn({ measure, dimension }: Column): Part {
  if (dimension === undefined) return measure.tier
  if (measure.section === 'population' && dimension === 'sex') return 'core'
  if (measure.id !== 'pop_closing') return 'groups'
  return dimension === 'legal_status' ? 'core' : 'extended'
}

/** A return as it was drawn up, and how it is filed. */
export interface DrawnReturn {
  at: FacilityMonth
  /** The scenario that makes it come late, never, copied or wrong at first. */
  filing: Scenario | undefined
  answer: (column: Column) => Answer | undefined
}

/** Every return of the plan, month by month; copied ones say what an earlier one said. */
export function* drawReturns(plan: CountryPlan, sink?: Sink): Generator<DrawnReturn> {
  const copied = new Map<string, DrawnReturn['answer']>()
  const known = new Map<string, ReadonlySet<string>>()
  const newest = new Map<string, FacilityMonth>()
  for (const at of liveWithPersons(plan, plan.recorded ?? new Set(), sink)) {
    newest.set(at.facility.key, at)
    const filing = filingOf(at.facility.key, at.month)
    // Records are kept of every month, whatever the return says of it.
    const drawn = answersOf(at, known)
    const before = filing?.filing === 'copied' ? copied.get(at.facility.key) : undefined
    const answer = before ?? drawn
    copied.set(at.facility.key, answer)
    yield { at, filing, answer }
  }
  const ends = [...newest.values()].filter(({ custody }) => custody !== undefined)
  const custodies = keptCustodies(ends)
  for (const at of ends) closeRecords(at, custodies)
}

function answersOf(at: FacilityMonth, known: Map<string, ReadonlySet<string>>): DrawnReturn['answer'] {
  const silent = known.get(at.facility.key) ?? silentAbout(at.seed, at.facility.key)
  known.set(at.facility.key, silent)
  const sheet = fillIn(at)
  return (column) => (silent.has(column.measure.id) ? '' : sheet.answer(column))
}

/** What one facility leaves open in every return: a few extended measures that nobody there keeps. */
function silentAbout(seed: number, facilityKey: string): ReadonlySet<string> {
  const draw = chance(seed, facilityKey, 'silent')
  const silent = measures.filter((measure) => draw.next() < 0.04 && measure.tier === 'extended')
  return new Set(silent.map((measure) => measure.id))
}
