import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Database } from '../../db/client.ts'
import { countWaiting } from '../../db/queries/waiting.ts'
import { mappingSchema } from '../../server/domain/imports/mapping.ts'
import { importFile } from '../../server/services/imports.ts'
import { makeWaiting } from '../../server/services/make-waiting.ts'
import { recomputeAll, recomputeIfStale } from '../../server/services/recompute.ts'
import { verifySeries } from '../../server/services/verify.ts'
import { freshDatabase } from '../support/database.ts'

// A test that is given up runs on beside the next one, and then both see what the other wrote.
vi.setConfig({ testTimeout: 1_800_000 })

const db = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'daylight-stale-'))
afterAll(() => rmSync(folder, { recursive: true }))
const now = new Date('2024-06-15T12:00:00Z')

const register = mappingSchema.parse({
  version: 1,
  kind: 'facility-register',
  source: 'service',
  key: 'key',
  fields: { name: 'name', region: 'region', validFrom: 'from', timezone: { constant: 'UTC' } },
})
const monthly = mappingSchema.parse({
  version: 1,
  kind: 'monthly-measures',
  source: 'service',
  facility: { by: 'key', key: 'facility' },
  period: { column: 'month' },
  measures: ['pop_closing', 'capacity_certified'].map((name) => ({ measure: name, column: name })),
})

let files = 0
async function take(mapping: typeof register, lines: readonly string[], withoutRecompute = false) {
  const path = join(folder, `${++files}.csv`)
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''))
  const report = await importFile(db, { path, mapping, by: 'tester', now, withoutRecompute })
  expect(report.rows.bad).toBe(0)
}
const takeMonth = (line: string, withoutRecompute = false) =>
  take(monthly, ['facility,month,pop_closing,capacity_certified', line], withoutRecompute)

const pending = () => db.asSystem((tx) => countWaiting(tx, 'all'))
const nothing = { facilities: 0, sums: 0, imports: 0 }

async function occupancy(): Promise<(number | null)[]> {
  const rows = await db.asSystem((tx) =>
    tx.execute<{ numerators: (number | null)[] }>(
      sql`select numerators from place_series where place_kind = 'country' and indicator_id = 'occupancy-rate' and breakdown = ''`,
    ),
  )
  return rows[0]?.numerators ?? []
}

beforeAll(async () => {
  expect(await recomputeIfStale(db, { now })).toBe(false)
  await take(register, ['key,name,region,from', 'A,Alder,North,2020-01-01'])
  await takeMonth('A,2024-01,90,100')
})

test('after imports that ended nothing is left to be made', async () => {
  expect(await pending()).toEqual(nothing)
  expect(await recomputeIfStale(db, { now })).toBe(false)
})

test('a dry run leaves nothing to be made', async () => {
  const path = join(folder, 'dry.csv')
  writeFileSync(path, 'facility,month,pop_closing,capacity_certified\nA,2024-01,77,100\n')
  await importFile(db, { path, mapping: monthly, by: 'tester', now, dryRun: true })
  expect(await pending()).toEqual(nothing)
})

test('an import whose process ended before its series were made is found at the start, and made', async () => {
  await takeMonth('A,2024-01,95,100', true)
  expect(await occupancy()).toEqual([90])
  expect(await pending()).toEqual({ facilities: 1, sums: 0, imports: 1 })
  expect(await recomputeIfStale(db, { now })).toBe(true)
  expect(await occupancy()).toEqual([95])
  expect(await pending()).toEqual(nothing)
})

test('series made by another catalogue are made anew', async () => {
  await db.asSystem(async (tx) => {
    await tx.execute(sql`update aggregate_turn set catalogue = 'another'`)
    await tx.execute(sql`update place_series set numerators = array_fill(1::float8, array[cardinality(numerators)])`)
  })
  expect(await occupancy()).toEqual([1])
  expect(await recomputeIfStale(db, { now })).toBe(true)
  expect(await occupancy()).toEqual([95])
  expect(await recomputeIfStale(db, { now })).toBe(false)
})

test('a recompute asked for by hand settles what was left', async () => {
  await takeMonth('A,2024-01,96,100', true)
  await recomputeAll(db, { now })
  expect(await pending()).toEqual(nothing)
  expect(await recomputeIfStale(db, { now })).toBe(false)
})

/** A database whose connection is lost before the transaction of that number is confirmed. */
function lostAt(number: number): Database {
  let left = number
  const asSystem: Database['asSystem'] = (work) =>
    db.asSystem(async (tx) => {
      const result = await work(tx)
      if (--left === 0) throw new Error('connection lost')
      return result
    })
  return { ...db, asSystem }
}

/** More facilities than are moved one by one, so that sums are made at the end. */
const many = Array.from({ length: 14 }, (_, at) => `M${at}`)

/** All series as one hash. */
async function kept(): Promise<string[]> {
  const tables = ['measure_series', 'indicator_series', 'place_series']
  const hashes = await db.asSystem((tx) =>
    Promise.all(
      tables.map((table) =>
        tx.execute<{ hash: string }>(
          sql`select md5(string_agg(t::text, ' ' order by t::text)) as hash from ${sql.identifier(table)} t`,
        ),
      ),
    ),
  )
  return hashes.map(([row]) => row!.hash)
}

const differences = async () => (await verifySeries(db)).differences

test('a recompute that ends at any point is gone on with, and ends as if it had never been cut off', async () => {
  await take(register, ['key,name,region,from', ...many.map((key) => `${key},${key},South,2020-01-01`)])
  await take(monthly, [
    'facility,month,pop_closing,capacity_certified',
    ...many.map((key, at) => `${key},2024-02,${at},20`),
  ])
  expect(await differences()).toEqual([])
  const whole = await kept()
  let ended = false
  for (let number = 2; !ended; number++) {
    await db.asSystem((tx) =>
      tx.execute(sql`update indicator_series set numerators = array_fill(1::float8, array[cardinality(numerators)])`),
    )
    ended = await recomputeAll(lostAt(number), { now }).then(
      () => true,
      () => false,
    )
    if (!ended) await recomputeIfStale(db, { now })
    expect([number, await kept(), await pending()]).toEqual([number, whole, nothing])
  }
})

test('several may make what waits at the same time: nobody is done before all of it is', async () => {
  const rows = many.map((key, at) => `${key},2024-03,${at + 1},20`)
  await take(monthly, ['facility,month,pop_closing,capacity_certified', ...rows], true)
  await takeMonth('A,2024-03,70,100', true)
  await Promise.all([makeWaiting(db, 'all', { now }), takeMonth('M3,2024-03,19,20'), makeWaiting(db, 'all', { now })])
  expect([await differences(), await pending()]).toEqual([[], nothing])
})
