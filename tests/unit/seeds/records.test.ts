import { expect, test } from 'vitest'
import type { CountryPlan } from '../../../seeds/synthetic/country.ts'
import { demonstrationPlan } from '../../../seeds/synthetic/demonstration-files.ts'
import { facilities } from '../../../seeds/synthetic/facilities.ts'
import { writeNational } from '../../../seeds/synthetic/records/national.ts'
import { recordGroups } from '../../../seeds/synthetic/records/periods.ts'
import { derivationOf } from '../../../server/domain/kernels/index.ts'
import { measures } from '../../../server/domain/measures/index.ts'
import { fieldsOf, findRecord, type RecordId, records } from '../../../server/domain/records/index.ts'
import { forbiddenFieldNames } from '../../../server/domain/records/personal-data.ts'
import { drawnApart } from '../../support/drawn-apart.ts'
import { compare, tellAll } from '../../support/records-against-returns.ts'

/** The demonstration's facilities that keep records, for its last nine months. */
const plan: CountryPlan = {
  ...demonstrationPlan,
  facilities: facilities.filter(({ key }) => demonstrationPlan.recorded!.has(key)),
  first: '2025-06',
  recordedFrom: '2025-06',
}
const told = tellAll(plan)
const rowsOf = (recordId: RecordId) => told.rows.filter((one) => one.recordId === recordId)

test('what a return says is what the kernels count of the records, but where a scenario parts them', () => {
  const { compared, differences } = compare(plan, told)
  const unexplained = differences.filter(({ facility, month, cell }) => {
    const isCopied = told.copied.has(`${facility} ${month}`)
    // The clock is set back across a transfer: neither return says so.
    const isReset = facility.startsWith('OST-0') && cell.startsWith('sol_')
    // Whoever complains without a name is of neither sex.
    return !isCopied && !isReset && !cell.startsWith('complaints_received@')
  })
  const measureIds = new Set(unexplained.map(({ cell }) => cell.split('@')[0]!))
  expect([...measureIds].sort()).toEqual(Object.keys(drawnApart).sort())
  const both = measures.filter(({ id, origin, place }) => origin === 'both' && place === 'facility' && derivationOf(id))
  // They look back for a year or two, and training is on record for one.
  const tooLong = ['staff_refresher_12m', 'staff_hired_24m', 'staff_induction_ok']
  expect(both.filter(({ id }) => !compared.has(id)).map(({ id }) => id)).toEqual(tooLong)
})

test('a transfer does not stop the clock: more than fifteen days that no return counts', () => {
  const { differences } = compare({ ...plan, recorded: new Set(['OST-01', 'OST-02']) }, told)
  const over = differences.filter(({ cell }) => cell === 'sol_over15')
  expect(over.length).toBeGreaterThan(5)
  for (const { said, counted } of over) expect(counted).toBeGreaterThan(said)
})

test('every type of record occurs that has no file of another kind', () => {
  const national: RecordId[] = []
  writeNational(7, { from: () => 0, take: (_facility, recordId) => national.push(recordId) })
  const known = new Set([...told.rows.map(({ recordId }) => recordId), ...national])
  const others = ['facility', 'capacity_certificate', 'monthly_return', 'return_line']
  expect(records.map(({ id }) => id).filter((id) => !known.has(id) && !others.includes(id))).toEqual([])
})

test('references hold, within a facility', () => {
  const named = new Map<string, Set<unknown>>()
  const keysOf = (facility: string, path: string) => {
    const keys = named.get(`${facility} ${path}`) ?? new Set()
    named.set(`${facility} ${path}`, keys)
    return keys
  }
  const referred = new Set(records.flatMap(({ fields }) => Object.values(fields).map(({ references }) => references)))
  for (const { facility, recordId, row } of told.rows)
    for (const name in row) {
      const path = `${recordId}.${name}`
      if (referred.has(path)) keysOf(facility, path).add(row[name])
    }
  const broken = told.rows.flatMap(({ facility, recordId, row }) =>
    Object.entries(findRecord(recordId)!.fields).flatMap(([name, { references }]) => {
      if (!references || row[name] === undefined) return []
      return keysOf(facility, references).has(row[name]) ? [] : [`${facility} ${recordId}.${name}`]
    }),
  )
  expect([...new Set(broken)]).toEqual([])
})

test('a file comes after those to whose rows it refers', () => {
  const order = recordGroups.flatMap(({ name, types }) => types.map((id) => ({ id, name })))
  const place = (id: string) => recordGroups.findIndex(({ types }) => types.includes(id as RecordId))
  for (const { id } of order)
    for (const { references } of Object.values(findRecord(id)!.fields)) {
      const other = references?.split('.')[0]
      if (other && place(other) >= 0) expect(place(other), `${other} for ${id}`).toBeLessThanOrEqual(place(id))
    }
})

test('every file has rows of every facility, so that what is not in it did not happen', () => {
  for (const { name, types, isWithoutMonths } of recordGroups) {
    const facilities = new Set(told.rows.filter(({ recordId }) => types.includes(recordId)).map((row) => row.facility))
    if (!isWithoutMonths) expect([name, facilities.size]).toEqual([name, demonstrationPlan.recorded!.size])
  }
})

test('nothing but the fields of the definitions is written, and none that is never collected', () => {
  const written = new Set(
    told.rows.flatMap(({ recordId, row }) => Object.keys(row).map((name) => `${recordId} ${name}`)),
  )
  for (const [recordId, name] of [...written].map((path) => path.split(' ') as [RecordId, string])) {
    expect(name in fieldsOf(findRecord(recordId)!), `${recordId}.${name}`).toBe(true)
    expect(forbiddenFieldNames.test(name)).toBe(false)
  }
})

test('a key of its own stands once', () => {
  const repeated = records.flatMap(({ id, unique }) => {
    if (unique.length === 0) return []
    const keys = rowsOf(id).map(({ facility, row }) => [facility, ...unique.map((name) => row[name])].join(' '))
    return new Set(keys).size === keys.length ? [] : [id]
  })
  expect(repeated).toEqual([])
})

test('placements of one place stand just under the limits, and records of another come late', () => {
  const ofPlace = (facility: string, recordId: RecordId) => rowsOf(recordId).filter((one) => one.facility === facility)
  const heaped = ofPlace('QUE-02', 'restrictive_placement').filter(({ row }) => row.hours_in_cell_planned === 21.5)
  expect(heaped.length).toBeGreaterThan(15)
  const isLate = (on: unknown, at: unknown) => Date.parse(String(at)) - Date.parse(String(on)) > 7 * 86_400_000
  const share = (facility: string) => {
    const rows = ofPlace(facility, 'incident').filter(({ row }) => String(row.happened_at) > '2025-09')
    return rows.filter(({ row }) => isLate(row.happened_at, row.recorded_at)).length / rows.length
  }
  expect(share('TIR-03')).toBeGreaterThan(0.15)
  expect(share('KEL-01')).toBeLessThan(0.1)
})

test('visits are on the days on which visits are held', () => {
  const weekdays = rowsOf('contact_event')
    .filter(({ row }) => row.kind === 'visit' && row.with_group !== 'legal' && row.happened_on)
    .map(({ row }) => new Date(`${row.happened_on}T00:00:00Z`).getUTCDay())
  expect(new Set(weekdays)).toEqual(new Set([0, 3, 6]))
})

test('the same number gives the same rows', () => {
  const short = { ...plan, first: '2025-12', recordedFrom: '2025-12', recorded: new Set(['KEL-03']) } as const
  expect(tellAll(short).rows).toEqual(tellAll(short).rows)
})
