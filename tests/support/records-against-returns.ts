import { returnColumns } from '../../seeds/synthetic/columns.ts'
import type { CountryPlan } from '../../seeds/synthetic/country.ts'
import type { Row } from '../../seeds/synthetic/records/book.ts'
import { keptSince, periodsSince } from '../../seeds/synthetic/records/periods.ts'
import { drawReturns } from '../../seeds/synthetic/returns.ts'
import { columnsBuilder } from '../../server/domain/kernels/columns.ts'
import type { Coverage } from '../../server/domain/kernels/coverage.ts'
import { type DerivedCell, derivations, deriveMeasures } from '../../server/domain/kernels/index.ts'
import { usualSettings } from '../../server/domain/kernels/settings.ts'
import { type CellId, groupCell } from '../../server/domain/measures/index.ts'
import { addMonths, firstDay, type Month, monthIndex } from '../../server/domain/period.ts'
import { type RecordId, records } from '../../server/domain/records/index.ts'

/** Everything that a generated country says: what its returns answer, and the rows of its records. */
export interface Told {
  rows: { facility: string; recordId: RecordId; row: Row }[]
  /** Numbers of the returns by 'KEL-01 2025-04' and cell: the whole, and men and women. */
  answers: Map<string, Map<string, number>>
  /** Returns that repeat another month's. */
  copied: Set<string>
}

const columns = returnColumns('all').filter(({ dimension }) => dimension === undefined || dimension === 'sex')

/** Draws a plan with its records. */
export function tellAll(plan: CountryPlan): Told {
  const rows: Told['rows'] = []
  const told: Told = { rows, answers: new Map(), copied: new Set() }
  const take = (facility: string, recordId: RecordId, row: Row) => rows.push({ facility, recordId, row })
  for (const { at, filing, answer } of drawReturns(plan, { from: periodsSince(plan.first), take })) {
    if (!at.custody) continue
    const name = `${at.facility.key} ${at.month}`
    if (filing?.filing === 'copied') told.copied.add(name)
    const numbers = columns.map((column) => [column.name, answer(column)] as const)
    told.answers.set(name, new Map(numbers.filter((entry): entry is [string, number] => typeof entry[1] === 'number')))
  }
  return told
}

/** Of people who were also held elsewhere, these are read from there too: clocks on people run on. */
const acrossFacilities: readonly RecordId[] = ['stay', 'legal_status_spell', 'restrictive_placement', 'contact_event']

/** What the kernels count of the records of one facility over the months of a plan. */
export function derivedOf(plan: CountryPlan, { rows }: Told, key: string): Map<CellId, DerivedCell> {
  const facility = plan.facilities.find((one) => one.key === key)!
  const personOf = new Map<unknown, unknown>()
  const own = new Set<unknown>()
  for (const { facility: place, recordId, row } of rows) {
    if (recordId !== 'stay') continue
    personOf.set(row.stay_key, row.person_key)
    if (place === key) own.add(row.person_key)
  }
  const builder = columnsBuilder(key, 'UTC')
  for (const { facility: place, recordId, row } of rows) {
    const isOther = place !== key && acrossFacilities.includes(recordId) && own.has(personOf.get(row.stay_key))
    if (place === key || isOther) builder.add(recordId, { facility_id: place, ...row })
  }
  for (const { from, places } of facility.certificates)
    builder.add('capacity_certificate', {
      facility_id: key,
      certificate_id: from,
      certified_places: places,
      valid_from: from,
    })
  const first = monthIndex(plan.first)
  const months = monthIndex(plan.last) - first + 1
  const asOf = Date.parse(`${firstDay(addMonths(plan.last, 1))}T00:00:00Z`)
  return deriveMeasures(builder.done(), coverageOf(plan), { first, months }, usualSettings, asOf)
}

function coverageOf(plan: CountryPlan): Coverage {
  const start = plan.recordedFrom ?? plan.first
  const from = (recordId: RecordId) => [keptSince(recordId), start].sort().at(-1) as Month
  const coverage = Object.fromEntries(records.map(({ id }) => [id, [{ from: monthIndex(from(id)) }]]))
  return { ...coverage, capacity_certificate: [{ from: 0 }] }
}

/** One figure of a return that its records do not bear out. */
export interface Difference {
  facility: string
  month: Month
  cell: string
  said: number
  counted: number
}

/** Compares every figure that both say; how many were compared, by measure, and those that differ. */
export function compare(plan: CountryPlan, told: Told): { compared: Map<string, number>; differences: Difference[] } {
  const compared = new Map<string, number>()
  const differences: Difference[] = []
  for (const key of plan.recorded!) {
    const derived = derivedOf(plan, told, key)
    for (const [name, answers] of told.answers) {
      if (!name.startsWith(key)) continue
      const month = name.slice(-7) as Month
      const place = monthIndex(month) - monthIndex(plan.first)
      for (const { measure } of derivations) {
        const whole = derived.get(measure)
        if (!whole || whole.reasons[place]) continue
        for (const cell of [measure, groupCell(measure, 'sex', 'female'), groupCell(measure, 'sex', 'male')]) {
          const said = answers.get(cell)
          if (said === undefined) continue
          compared.set(measure, (compared.get(measure) ?? 0) + 1)
          const counted = derived.get(cell)?.amounts[place] ?? 0
          if (Math.abs(counted - said) > 0.011) differences.push({ facility: key, month, cell, said, counted })
        }
      }
    }
  }
  return { compared, differences }
}
