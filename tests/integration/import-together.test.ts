import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../db/client.ts'
import { readMapping } from '../../server/domain/imports/mapping-check.ts'
import { type ImportReport, importFile } from '../../server/services/imports.ts'
import { recomputeAll } from '../../server/services/recompute.ts'
import { freshDatabase } from '../support/database.ts'

/** `together` takes files in side by side, through the connections of two processes; `serial` takes them one after another. */
const together = await freshDatabase()
const serial = await freshDatabase()
let second: Database
beforeAll(async () => {
  const { dataDir, databaseUrl } = together
  second = await openDatabase({ dataDir, ...(databaseUrl ? { databaseUrl } : {}), attach: true })
})
afterAll(() => second.close())
const folder = mkdtempSync(join(tmpdir(), 'daylight-together-'))
afterAll(() => rmSync(folder, { recursive: true }))
const now = new Date('2024-06-15T12:00:00Z')

const register = {
  version: 1,
  kind: 'facility-register',
  source: 'ministry',
  key: 'Code',
  fields: { name: 'Name', region: 'Region', validFrom: 'From' },
}
const monthly = {
  version: 1,
  kind: 'monthly-measures',
  source: 'ministry',
  facility: { key: 'Code' },
  period: { column: 'Month' },
  measures: [
    { measure: 'pop_closing', column: 'Held' },
    { measure: 'pop_closing@sex:female', column: 'Women' },
  ],
}
const making = {
  ...monthly,
  facility: { key: 'Code', unknown: 'create', create: { name: 'Code', region: { constant: 'Coast' } } },
}

let files = 0
function fileOf(header: string, lines: readonly string[]): string {
  const path = join(folder, `file-${++files}.csv`)
  writeFileSync(path, [header, ...lines, ''].join('\n'))
  return path
}

async function take(db: Database, path: string, given: object): Promise<ImportReport> {
  const read = readMapping(JSON.stringify(given))
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return importFile(db, { path, mapping: read.mapping, by: 'tester', now })
}

/** Takes two files in side by side in one database, and one after another in the other. */
async function takeBoth(paths: readonly [string, string], mapping: object): Promise<ImportReport[]> {
  const reports = await Promise.all([take(together, paths[0], mapping), take(second, paths[1], mapping)])
  for (const path of paths) await take(serial, path, mapping)
  return reports
}

async function rows(db: Database, query: string): Promise<Record<string, unknown>[]> {
  return [...(await db.asSystem((tx) => tx.execute(sql.raw(query))))]
}

const current = `select f.key, r.month::text, r.measure_id, r.breakdown, r.state, r.amount
  from return_lines r join facilities f on f.id = r.facility_id where superseded_at is null and f.key like '$%' order by 1, 2, 3, 4`
const allLines = current
  .replace('superseded_at is null and ', '')
  .replace('r.amount', 'r.amount, superseded_at is null as current')
  .replace('order by 1, 2, 3, 4', 'order by 1, 2, 3, 4, 7')
const measured = `select f.key, to_jsonb(s) - 'facility_id' as series from measure_series s join facilities f on f.id = s.facility_id
  order by 1, s.measure_id, s.breakdown`
const figures = `select f.key, to_jsonb(s) - 'facility_id' as series from indicator_series s join facilities f on f.id = s.facility_id
  order by 1, s.indicator_id, s.breakdown`
const places = `select r.key, to_jsonb(s) - 'place_id' as series from place_series s left join regions r on r.id = s.place_id
  order by s.place_kind, 1, s.indicator_id, s.breakdown`

async function seriesOf(db: Database) {
  const [ofMeasures, ofFigures, ofPlaces] = [await rows(db, measured), await rows(db, figures), await rows(db, places)]
  return { measured: ofMeasures, figures: ofFigures, places: ofPlaces }
}

async function expectSame(prefix: string): Promise<void> {
  const lines = await rows(together, current.replace('$', prefix))
  expect(lines.length).toBeGreaterThan(0)
  expect(lines).toEqual(await rows(serial, current.replace('$', prefix)))
  const computed = await seriesOf(together)
  expect(computed.places.length).toBeGreaterThan(0)
  expect(computed).toEqual(await seriesOf(serial))
  await recomputeAll(together, { now })
  expect(await seriesOf(together)).toEqual(computed)
  expect(await rows(together, 'select 1 from import_staging')).toEqual([])
}

const months = Array.from(
  { length: 60 },
  (_, at) => `${2019 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
)
const facilities = (prefix: string, from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `${prefix}${from + at}`)
const monthsOf = (codes: readonly string[], held: number) =>
  months.flatMap((month, at) => codes.map((code, place) => `${code},${month},${held + at + place},${place}`))

async function open(prefix: string, count: number): Promise<void> {
  const lines = facilities(prefix, 0, count).map(
    (code, at) => `${code},${code},${at % 2 ? 'Coast' : 'Highland'},2019-01-01`,
  )
  const path = fileOf('Code,Name,Region,From', lines)
  for (const db of [together, serial]) await take(db, path, register)
}

const header = 'Code,Month,Held,Women'

describe.sequential('two imports at once give what they give one after another', () => {
  test('of the same months of different facilities', async () => {
    await open('a', 20)
    const paths = [
      fileOf(header, monthsOf(facilities('a', 0, 10), 100)),
      fileOf(header, monthsOf(facilities('a', 10, 20), 200)),
    ] as const
    const reports = await takeBoth(paths, monthly)
    expect(reports.map(({ values }) => values)).toEqual([
      { added: 1200, superseded: 0, unchanged: 0 },
      { added: 1200, superseded: 0, unchanged: 0 },
    ])
    await expectSame('a')
  })

  test('of the same cells with the same values: one brings them, the other finds them', async () => {
    await open('b', 10)
    const lines = monthsOf(facilities('b', 0, 10), 100)
    const paths = [fileOf(header, lines), fileOf(header, lines.toReversed())] as const
    const reports = await takeBoth(paths, monthly)
    const values = reports.map((report) => report.values).sort((one, other) => one.added - other.added)
    expect(values).toEqual([
      { added: 0, superseded: 0, unchanged: 1200 },
      { added: 1200, superseded: 0, unchanged: 0 },
    ])
    await expectSame('b')
  })

  test('of the same cells with other values: one stands whole, the other is its history', async () => {
    await open('c', 10)
    const paths = [
      fileOf(header, monthsOf(facilities('c', 0, 10), 100)),
      fileOf(header, monthsOf(facilities('c', 0, 10), 200)),
    ] as const
    const reports = await Promise.all([take(together, paths[0], monthly), take(second, paths[1], monthly)])
    const last = reports[0]!.values.superseded > 0 ? 0 : 1
    expect(reports[last]!.values).toMatchObject({ added: 0, superseded: 600, unchanged: 600 })
    for (const path of [paths[1 - last]!, paths[last]!]) await take(serial, path, monthly)
    expect(await rows(together, allLines.replace('$', 'c'))).toEqual(await rows(serial, allLines.replace('$', 'c')))
    await expectSame('c')
  })

  test('of facilities that both of them make, in a region that both make', async () => {
    // The men by one mapping and the women by another, of the same facilities and months.
    const men = { ...making, measures: [{ measure: 'pop_closing@sex:male', column: 'Women' }] }
    const women = { ...making, measures: [{ measure: 'pop_closing@sex:female', column: 'Women' }] }
    const path = fileOf(header, monthsOf(facilities('d', 0, 10), 100))
    await Promise.all([take(together, path, men), take(second, path, women)])
    for (const mapping of [men, women]) await take(serial, path, mapping)
    const made = `select f.key, k.key as other, v.valid_from::text from facilities f join facility_keys k on k.facility_id = f.id
      join facility_versions v on v.facility_id = f.id where f.key like 'd%' order by 1`
    expect(await rows(together, made)).toHaveLength(10)
    await expectSame('d')
  })

  test('of registers that make the same region', async () => {
    const paths = ['e', 'f'].map((prefix) =>
      fileOf(
        'Code,Name,Region,From',
        facilities(prefix, 0, 5).map((code) => `${code},${code},Riverside,2020-01-01`),
      ),
    ) as [string, string]
    const reports = await takeBoth(paths, register)
    expect(reports.map(({ rows: { good } }) => good)).toEqual([5, 5])
    expect(await rows(together, "select key from regions where key = 'riverside'")).toHaveLength(1)
  })
}, 120_000)
