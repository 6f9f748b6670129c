import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mappingSchema } from '../../server/domain/imports/mapping.ts'
import { importFile } from '../../server/services/imports.ts'
import { recomputeAll } from '../../server/services/recompute.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'daylight-derived-'))
afterAll(() => rmSync(folder, { recursive: true }))
const now = new Date('2024-01-15T12:00:00Z')

let files = 0
async function take(mapping: unknown, lines: readonly string[]) {
  const path = join(folder, `${++files}.csv`)
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''))
  const read = mappingSchema.parse(mapping)
  const report = await importFile(db, {
    path,
    mapping: read,
    by: 'tester',
    now,
    rejectsDir: folder,
    recordKey: 'secret',
  })
  expect(report.faults).toEqual([])
  return report
}

const common = { version: 1, source: 'service' }
const facility = { by: 'key', key: 'facility' }
const register = {
  ...common,
  kind: 'facility-register',
  key: 'key',
  fields: {
    name: 'name',
    region: 'region',
    validFrom: { constant: '2015-01-01' },
    timezone: { constant: 'Europe/Rome' },
  },
}
const monthly = {
  ...common,
  kind: 'monthly-measures',
  facility,
  period: { column: 'month' },
  measures: [
    { measure: 'pop_closing', column: 'pop_closing' },
    { measure: 'sol_over15', column: 'sol_over15' },
    { measure: 'pop_closing@sex:female', column: 'women' },
  ],
}

/** A mapping of records whose keys are hashed; `covers` as a mapping declares it. */
function records(record: string, fields: Record<string, unknown>, lacks: string[], covers?: object) {
  return {
    ...common,
    kind: 'records',
    facility,
    times: { zone: 'Europe/Rome', withoutTime: 'midnight' },
    ...(covers ? { covers } : {}),
    records: [{ record, fields, lacks }],
  }
}

const hash = (column: string) => ({ hash: [column] })
const stays = (covers?: object) =>
  records(
    'stay',
    {
      stay_key: { hash: ['person', 'stay'] },
      custody_key: hash('person'),
      person_key: hash('person'),
      admitted_at: 'from',
      admission_kind: 'admission',
      released_at: 'to',
      release_kind: 'release',
    },
    ['commitment_order_seen'],
    covers,
  )
const placements = (covers?: object) =>
  records(
    'restrictive_placement',
    {
      placement_id: hash('placement'),
      stay_key: { hash: ['person', 'stay'] },
      kind: { constant: 'disciplinary_solitary' },
      start_at: 'from',
      end_at: 'to',
      hours_in_cell_planned: { constant: '23' },
      meaningful_contact_hours_planned: { constant: '0' },
      reason_code: { constant: 'discipline' },
    },
    ['cell_id'],
    covers,
  )
const people = (covers?: object) =>
  records(
    'person',
    {
      person_key: hash('person'),
      sex: 'sex',
      birth_year_month: 'born',
      nationality_group: { constant: 'national' },
    },
    [],
    covers,
  )
const days = (covers?: object) =>
  records(
    'placement_day',
    { placement_id: hash('placement'), day: 'day', out_of_cell_minutes: 'out', meaningful_contact_minutes: 'contact' },
    [],
    covers,
  )

const stayLine = 'facility,person,stay,from,to,admission,release'
const placementLine = 'facility,placement,person,stay,from,to'

const cached = ['measure_series', 'derived_series', 'indicator_series', 'place_series']

async function kept(): Promise<string[]> {
  const rows = await db.asSystem((tx) =>
    Promise.all(
      cached.map((table) =>
        tx.execute<{ row: string }>(sql`select t::text as row from ${sql.identifier(table)} t order by 1`),
      ),
    ),
  )
  return rows.flatMap((some, table) => [...some].map(({ row }) => `${cached[table]} ${row}`))
}

async function forget(): Promise<void> {
  await db.asSystem((tx) => Promise.all(cached.map((table) => tx.execute(sql`delete from ${sql.identifier(table)}`))))
}

type Month = { state: number; amount: number | null; grade: number; reason: number }
async function months(key: string, measure: string, breakdown = ''): Promise<Record<string, Month>> {
  const rows = await db.asSystem((tx) =>
    tx.execute<{
      start: number
      states: number[]
      amounts: (number | null)[]
      grades: number[]
      reasons: number[]
    }>(sql`
      select start_month as start, states, amounts, grades, reasons from measure_series s join facilities f on f.id = s.facility_id
      where f.key = ${key} and measure_id = ${measure} and breakdown = ${breakdown}`),
  )
  const row = rows[0]
  if (!row) return {}
  return Object.fromEntries(
    row.states.map((state, at) => {
      const month = row.start + at
      const name = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
      return [name, { state, amount: row.amounts[at]!, grade: row.grades[at]!, reason: row.reasons[at]! }]
    }),
  )
}

beforeAll(async () => {
  await take(register, ['key,name,region', 'A,Aron,North', 'B,Bele,North', 'C,Cora,South'])
})

describe('what records give', () => {
  const covers = { from: '2023-01', facilities: 'all' }

  test('counts where it is covered and before the return; without coverage nothing is nought', async () => {
    await take(monthly, [
      'facility,month,pop_closing,sol_over15,women',
      'A,2022-12,4,0,1',
      'A,2023-03,3,0,',
      'C,2023-03,9,0,2',
    ])
    await take(stays(), [
      stayLine,
      'A,p1,s1,2022-05-01,2023-04-10,new_from_liberty,end_of_sentence',
      'A,p2,s1,2023-02-03,,new_from_liberty,',
    ])
    expect((await months('a', 'pop_closing'))['2023-03']).toEqual({ state: 1, amount: 3, grade: 3, reason: -1 })
    expect((await months('a', 'pop_closing'))['2023-02']).toMatchObject({ state: 0, amount: null })
    await take(stays(covers), [stayLine, 'A,p1,s1,2022-05-01,2023-04-10,new_from_liberty,end_of_sentence'])
    const held = await months('a', 'pop_closing')
    expect(held['2022-12']).toEqual({ state: 1, amount: 4, grade: 3, reason: -1 })
    expect([held['2023-01'], held['2023-03'], held['2023-04']].map((month) => [month?.amount, month?.grade])).toEqual([
      [1, 1],
      [2, 1],
      [1, 1],
    ])
    // The month of the import is not over.
    expect(held['2024-01']).toBeUndefined()
    // C is covered, and nobody is there: a count of nought, and its return is no longer what counts.
    expect((await months('c', 'pop_closing'))['2023-03']).toEqual({ state: 1, amount: 0, grade: 1, reason: -1 })
    // Nobody says who is a woman: the return still does.
    expect((await months('c', 'pop_closing', 'sex:female'))['2023-03']).toMatchObject({ amount: 2, grade: 3 })
    expect((await months('a', 'sol_over15'))['2023-03']).toMatchObject({ amount: 0, grade: 3 })
  })

  test('a transfer at day 12 does not reset the clock, and the receiving director’s facility carries the whole episode', async () => {
    await take(stays(), [
      stayLine,
      'A,t,s1,2023-05-01,2023-06-13 10:00,new_from_liberty,transfer_out',
      'B,t,s2,2023-06-13 15:00,,transfer_in,',
    ])
    await take(placements(covers), [placementLine, 'A,x1,t,s1,2023-06-01 10:00,2023-06-13 10:00'])
    await take(days(covers), ['facility,placement,day,out,contact', 'A,x1,2023-06-02,30,0'])
    expect((await months('a', 'sol_longest_days'))['2023-06']).toMatchObject({ amount: 12, grade: 1 })
    expect((await months('b', 'sol_over15'))['2023-06']).toMatchObject({ amount: 0, grade: 1 })
    // What B brings later changes A's count too: the same person, the same episode.
    await take(placements(), [placementLine, 'B,x2,t,s2,2023-06-13 15:00,2023-06-20 15:00'])
    expect((await months('b', 'sol_over15'))['2023-06']).toMatchObject({ amount: 1, grade: 1 })
    expect((await months('b', 'sol_transfer_in'))['2023-06']).toMatchObject({ amount: 1, grade: 1 })
  })
})

test('what came before its stay counts from its own day when the stay comes', async () => {
  const all = { from: '2023-01', facilities: 'all' }
  await take(stays(all), [stayLine, 'A,late,s1,2023-01-05,,new_from_liberty,'])
  await take(placements(all), [placementLine, 'B,z1,late,s2,2023-02-03 10:00,2023-03-04 10:00'])
  expect((await months('a', 'sol_over15'))['2023-03']).toMatchObject({ amount: 0, grade: 1 })
  await take(stays(), [stayLine, 'B,late,s2,2023-05-01,,new_from_liberty,'])
  expect((await months('a', 'sol_over15'))['2023-03']).toMatchObject({ amount: 1, grade: 1 })
  const oneByOne = await kept()
  await forget()
  await recomputeAll(db, { now })
  expect(oneByOne).toEqual(await kept())
})

/** Steps of a country's life on file: people who come, go and are moved, are placed apart, and corrections of all of it. */
const day = (least = 1, most = 330) =>
  fc.integer({ min: least, max: most }).map((at) => new Date(Date.UTC(2023, 0, at)).toISOString().slice(0, 10))
const where = fc.constantFrom('A', 'B', 'C')
const covers = fc.option(
  fc.record({ from: fc.constantFrom('2022-11', '2023-02', '2023-04'), facilities: fc.constantFrom('in-file', 'all') }),
  { nil: undefined },
)
const number = fc.integer({ min: 1, max: 6 })
const spell = fc
  .tuple(day(), fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }))
  .map(([from, length]) => ({
    from,
    to: length ? new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10) : '',
  }))
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('stay' as const),
      where,
      person: number,
      stay: number,
      spell,
      covers,
      moved: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('placement' as const),
      where,
      person: number,
      stay: number,
      placement: number,
      spell,
      covers,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('day' as const),
      where,
      placement: number,
      day: day(),
      out: fc.integer({ min: 0, max: 300 }),
      covers,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('person' as const),
      where,
      person: number,
      sex: fc.constantFrom('female', 'male'),
      covers,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('return' as const),
      where,
      month: fc.integer({ min: 1, max: 9 }),
      count: fc.integer({ min: 0, max: 9 }),
    }),
  },
)

function asFile(one: typeof step extends fc.Arbitrary<infer T> ? T : never): [unknown, string[]] {
  switch (one.kind) {
    case 'stay': {
      const release = one.spell.to === '' ? '' : one.moved ? 'transfer_out' : 'end_of_sentence'
      const admission = one.moved ? 'transfer_in' : 'new_from_liberty'
      return [
        stays(one.covers),
        [stayLine, `${one.where},q${one.person},${one.stay},${one.spell.from},${one.spell.to},${admission},${release}`],
      ]
    }
    case 'placement':
      return [
        placements(one.covers),
        [placementLine, `${one.where},y${one.placement},q${one.person},${one.stay},${one.spell.from},${one.spell.to}`],
      ]
    case 'day':
      return [
        days(one.covers),
        ['facility,placement,day,out,contact', `${one.where},y${one.placement},${one.day},${one.out},${one.out}`],
      ]
    case 'person':
      return [people(one.covers), ['facility,person,sex,born', `${one.where},q${one.person},${one.sex},1990-03`]]
    case 'return':
      return [
        monthly,
        [
          'facility,month,pop_closing,sol_over15,women',
          `${one.where},2023-0${one.month},${one.count},0,${Math.min(one.count, 2)}`,
        ],
      ]
  }
}

describe('series after imports and corrections of records one by one', () => {
  test('are those of a recompute from nothing, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        for (const one of steps) await take(...asFile(one))
        const oneByOne = await kept()
        await forget()
        await recomputeAll(db, { now })
        expect(oneByOne).toEqual(await kept())
      }),
      { numRuns: process.env.DAYLIGHT_TEST_ALL === '1' ? 80 : 8, endOnFailure: true },
    )
  }, 240_000)
})
