import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, describe, expect, test, vi } from 'vitest'
import type { Actor } from '../../server/domain/access.ts'
import { mappingSchema } from '../../server/domain/imports/mapping.ts'
import { importFile } from '../../server/services/imports.ts'
import { prepareInstallation } from '../../server/services/installation.ts'
import { makeWaiting } from '../../server/services/make-waiting.ts'
import { noteTouched, recomputeAll } from '../../server/services/recompute.ts'
import { analyst, callAs } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'

// A test that is given up runs on beside the next one, and then both see what the other wrote.
vi.setConfig({ testTimeout: 1_800_000 })

const db = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'daylight-recompute-'))
afterAll(() => rmSync(folder, { recursive: true }))
const now = new Date('2024-06-15T12:00:00Z')

/** Columns whose measures add up as counts, as decimals, over twelve months, and by their largest. */
const columns = [
  'pop_closing',
  'pop_closing@sex:female',
  'person_days',
  'capacity_available',
  'staff_total_fte',
  'deaths_custody',
  'sol_longest_days',
]

function monthlyOf(names: readonly string[]) {
  return {
    version: 1,
    kind: 'monthly-measures',
    source: 'service',
    facility: { by: 'key', key: 'facility' },
    period: { column: 'month' },
    measures: names.map((name) => ({ measure: name, column: name })),
    words: { notApplicable: ['n/a'], nothingToReport: ['none'] },
  }
}

const register = mappingSchema.parse({
  version: 1,
  kind: 'facility-register',
  source: 'service',
  key: 'key',
  fields: { name: 'name', region: 'region', validFrom: 'from', validTo: 'to', timezone: { constant: 'UTC' } },
})
const certificates = mappingSchema.parse({
  version: 1,
  kind: 'capacity-certificates',
  source: 'service',
  facility: { by: 'key', key: 'facility' },
  fields: {
    certifiedPlaces: 'places',
    issuedBy: { constant: 'I' },
    issuedOn: 'from',
    validFrom: 'from',
    evidenceRef: 'ref',
  },
})

let files = 0
async function take(mapping: ReturnType<typeof mappingSchema.parse>, lines: readonly string[]) {
  const path = join(folder, `${++files}.csv`)
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''))
  return importFile(db, { path, mapping, by: 'tester', now, rejectsDir: folder })
}

const places = ['A,Aron,North', 'B,Bele,North', 'C,Cora,South', 'D,Dune,South', 'E,Esk,South']
const takeRegister = (rows: readonly string[]) => take(register, ['key,name,region,from,to', ...rows])

const cached = ['measure_series', 'indicator_series', 'place_series']

/** Every series as it is kept, byte for byte. */
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

/** What of facilities is withheld and which sums are, in which months: decided change by change or all at once. */
async function withheld(): Promise<string[]> {
  const rows = await db.asSystem((tx) =>
    tx.execute<{ row: string }>(sql`select 'sums' || w::text as row from withheld_sums w union all
      select 'blocks' || w::text from withheld_blocks w union all select 'figures' || w::text from withheld_figures w order by 1`),
  )
  return [...rows].map(({ row }) => row)
}

let mostWithheld = 0

/** What checks say of every month, without when it was noted. */
async function notes(): Promise<string[]> {
  const rows = await db.asSystem((tx) =>
    tx.execute<{ row: string }>(sql`select (to_jsonb(n) - 'id' - 'noted_at')::text as row from quality_notes n
      where ended_at is null order by 1`),
  )
  return rows.map(({ row }) => row)
}

async function forget(): Promise<void> {
  await db.asSystem((tx) => Promise.all(cached.map((table) => tx.execute(sql`delete from ${sql.identifier(table)}`))))
}

/** A number, or now and then an answer that is none. Women and deaths are few: more of them than people would be refused. */
function cellOf(name: string) {
  const [most, per] = name === 'staff_total_fte' ? [99_999, 10] : /female|deaths/.test(name) ? [3, 1] : [400, 1]
  return fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: most }).map((number) => String(number / per)) },
    { weight: 1, arbitrary: fc.constantFrom('', 'n/a', 'none') },
  )
}

const line = fc
  .tuple(fc.constantFrom('A', 'B', 'C', 'D', 'E'), fc.integer({ min: 1, max: 9 }), fc.tuple(...columns.map(cellOf)))
  .map(([key, month, cells]) => ({ key: `${key},2023-0${month}`, cells }))

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      names: fc.subarray(
        columns.map((_, at) => at),
        { minLength: 1 },
      ),
      lines: fc.uniqueArray(line, { selector: (one) => one.key, minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      moves: fc.constantFrom('A,Aron', 'D,Dune'),
      to: fc.constantFrom('North', 'South', 'West'),
      on: fc.integer({ min: 1, max: 9 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      certified: fc.constantFrom('A', 'C', 'E'),
      from: fc.integer({ min: 1, max: 9 }),
      places: fc.integer({ min: 1, max: 300 }),
    }),
  },
)

describe('series after imports one by one', () => {
  test('are those of a recompute from nothing, byte for byte', async () => {
    await takeRegister(places.map((place, at) => `${place},2020-01-01,${at === 4 ? '2023-06-01' : ''}`))
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        for (const one of steps) {
          if ('names' in one) {
            const names = one.names.map((at) => columns[at]!)
            const rows = one.lines.map(({ key, cells }) => [key, ...one.names.map((at) => cells[at]!)].join(','))
            await take(mappingSchema.parse(monthlyOf(names)), [['facility,month', ...names].join(','), ...rows])
          } else if ('moves' in one) {
            await takeRegister([`${one.moves},${one.to},2023-0${one.on}-01,`])
          } else {
            const row = `${one.certified},${one.places},2023-0${one.from}-01,C-${++files}`
            await take(certificates, ['facility,places,from,ref', row])
          }
        }
        const [oneByOne, hidden, said] = [await kept(), await withheld(), await notes()]
        await forget()
        await recomputeAll(db, { now })
        expect(oneByOne).toEqual(await kept())
        expect(hidden).toEqual(await withheld())
        expect(said).toEqual(await notes())
        mostWithheld = Math.max(mostWithheld, hidden.filter((row) => row.startsWith('sums')).length)
      }),
      { numRuns: process.env.DAYLIGHT_TEST_ALL === '1' ? 80 : 8, endOnFailure: true },
    )
    expect(mostWithheld).toBeGreaterThan(3)
  })
})

test('a withheld count that comes to go into a rate gives the sum of the rate back, without a recompute', async () => {
  const keys = ['P', 'Q', 'R', 'S', 'T', 'U', 'V', 'W']
  await takeRegister(keys.map((key) => `${key},${key},East,2020-01-01,`))
  const mapping = mappingSchema.parse(monthlyOf(['complaints_received', 'person_days']))
  // Each had few complaints; of P it is not known of how many days.
  const rows = keys.map((key, at) => `${key},2023-03,${2 + (at % 3)},${key === 'P' ? '' : '9000'}`)
  await take(mapping, ['facility,month,complaints_received,person_days', ...rows])
  const sums = async () => (await withheld()).filter((row) => row.startsWith('sums'))
  const before = await sums()
  await take(mappingSchema.parse(monthlyOf(['person_days'])), ['facility,month,person_days', 'P,2023-03,9000'])
  const after = await sums()
  expect(after).not.toEqual(before)
  await recomputeAll(db, { now })
  expect(after).toEqual(await sums())
})

test.each([
  [1, '2023-01'],
  [1, '2023-09'],
  [12, '2023-01'],
  [12, '2023-09'],
])('regions that %i facilities lay in know of what they fed only in %s', async (count, month) => {
  const [name, other] = [`${count} ${month}`, `Z ${count} ${month}`]
  const keys = Array.from({ length: count }, (_, at) => `M${at} ${name}`)
  await takeRegister([
    ...keys.map((key) => `${key},${key},Old ${name},2020-01-01,`),
    `${other},Z,${month < '2023-08' ? 'Old' : 'New'} ${name},2020-01-01,`,
  ])
  await takeRegister(keys.map((key) => `${key},${key},New ${name},2023-08-01,`))
  const both = mappingSchema.parse(monthlyOf(['pop_closing', 'sol_longest_days']))
  await take(both, ['facility,month,pop_closing,sol_longest_days', `${other},2023-01,9,1`, `${other},2023-09,9,1`])
  const days = mappingSchema.parse(monthlyOf(['sol_longest_days']))
  await take(days, ['facility,month,sol_longest_days', ...keys.map((key) => `${key},${month},3`)])
  const oneByOne = await kept()
  await forget()
  await recomputeAll(db, { now })
  expect(oneByOne).toEqual(await kept())
})

describe('imports at the same moment', () => {
  const mapping = mappingSchema.parse(monthlyOf(['pop_closing', 'capacity_available']))
  const file = (...rows: string[]) => take(mapping, ['facility,month,pop_closing,capacity_available', ...rows])

  test.each([
    ['of one month of two facilities', ['A,2023-09,91,100', 'B,2023-09,17,40']],
    ['of different months of one facility', ['C,2023-07,33,70', 'C,2023-08,34,71', 'C,2023-09,35,72']],
    ['of different facilities and months', ['A,2023-05,8,90', 'D,2023-06,9,80', 'E,2023-02,10,70', 'B,2023-05,11,60']],
  ])('%s all find their way into the totals', async (_what, rows) => {
    await takeRegister(places.map((place) => `${place},2020-01-01,`))
    const reports = await Promise.all(rows.map((row) => file(row)))
    expect(reports.map((report) => [report.rows.good, report.values.added + report.values.superseded])).toEqual(
      rows.map(() => [1, 2]),
    )
    const together = await kept()
    await forget()
    await recomputeAll(db, { now })
    expect(together).toEqual(await kept())
  })

  test('two corrections of one value: one of them stands, and the series say which', async () => {
    await takeRegister(places.map((place) => `${place},2020-01-01,`))
    await Promise.all([file('A,2023-04,201,300'), file('A,2023-04,202,300')])
    const lines = await db.asSystem((tx) =>
      tx.execute<{ amount: number }>(sql`select l.amount from return_lines l join facilities f on f.id = l.facility_id
        where f.key = 'a' and l.month = '2023-04-01' and l.measure_id = 'pop_closing' and l.breakdown = '' and l.superseded_at is null`),
    )
    expect(lines).toHaveLength(1)
    expect([201, 202]).toContain(lines[0]!.amount)
    const together = await kept()
    await forget()
    await recomputeAll(db, { now })
    expect(together).toEqual(await kept())
  })
})

describe('what is being made anew is told to whoever reads it', () => {
  const later = new Date('2024-06-16T08:00:00Z')
  const told = async (actor: Actor) => (await callAs(db, actor, later).installation.get()).beingMade
  const idOf = async (key: string) => {
    const rows = await db.asSystem((tx) =>
      tx.execute<{ id: string }>(sql`select id from facilities where key = ${key}`),
    )
    return rows[0]!.id
  }
  const note = async (...keys: string[]) => {
    const facilityIds = await Promise.all(keys.map(idOf))
    await db.asSystem((tx) =>
      noteTouched(tx, null, { facilityIds, from: '2023-04', to: '2023-05', isRegister: true }, later),
    )
  }

  test('from when and how far: the facilities in sight, then the sums, then nothing', async () => {
    const real = { kind: 'real', countryName: 'Test', timezone: 'UTC', displayedNow: null } as const
    await prepareInstallation(db, real, true, now)
    await takeRegister(places.map((place) => `${place},2020-01-01,`))
    const director = async (key: string): Promise<Actor> => {
      return { ...analyst, role: 'facility-director', facilities: [await idOf(key)] }
    }
    expect(await told(analyst)).toBeUndefined()
    await note('a', 'b')
    const all = (await told(analyst))!
    expect(all).toMatchObject({ facilities: 2, keys: ['a', 'b'], since: later, months: 'all' })
    expect(all.of).toBeGreaterThanOrEqual(places.length)
    // Of another facility a director is told nothing, and of the sums what everybody is told.
    expect(await told(await director('a'))).toMatchObject({ facilities: 1, of: 1, keys: ['a'] })
    expect(await told(await director('c'))).toMatchObject({ facilities: 0, of: 1, keys: [] })
    expect(await told({ ...analyst, role: 'administration-administrator' })).toBeUndefined()
    await makeWaiting(db, 'all', { now: later })
    expect(await told(analyst)).toBeUndefined()
  })
})
