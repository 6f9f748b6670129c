import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readMapping } from '../../server/domain/imports/mapping-check.ts'
import { importFile } from '../../server/services/imports.ts'
import { clearAbandonedStaging } from '../../server/services/staging.ts'
import { freshDatabase } from '../support/database.ts'
import type { CutImport } from '../support/import-until-killed.ts'
import { runNode } from '../support/server-process.ts'

const db = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'daylight-killed-'))
afterAll(() => rmSync(folder, { recursive: true }))

const mapping = {
  version: 1,
  kind: 'monthly-measures',
  source: 'ministry',
  facility: { key: 'Code', unknown: 'create', create: { name: 'Code', region: { constant: 'Coast' } } },
  period: { column: 'Month' },
  measures: [
    { measure: 'pop_closing', column: 'Held' },
    { measure: 'pop_closing@sex:female', column: 'Women' },
  ],
}
/**
 * Enough that both engines have written a part of it to staging before it ends: on PostgreSQL the first 50,000 values are in
 * when the second ones are handed over.
 */
const facilities = 115
const months = Array.from(
  { length: 480 },
  (_, at) => `${1980 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
)
const path = join(folder, 'killed.csv')

beforeAll(() => {
  const lines = months.flatMap((month, at) =>
    Array.from(
      { length: facilities },
      (_, place) => `k${place},${month},${100 + ((at * 7 + place) % 50)},${place % 9}`,
    ),
  )
  // The first line is refused, so that a file of refused rows is under way as well.
  writeFileSync(path, ['Code,Month,Held,Women', `k0,${months[0]},x,1`, ...lines.slice(1), ''].join('\n'))
})

async function cutOff(at: CutImport['at']): Promise<void> {
  const rows = facilities * months.length - 2000
  const request: CutImport = { dataDir: db.dataDir, databaseUrl: db.databaseUrl, path, mapping, at, rows }
  const killed = runNode(['--import', 'tsx', 'tests/support/import-until-killed.ts', JSON.stringify(request)])
  expect([await killed.ended, killed.said()]).toEqual(['SIGKILL', ''])
}

async function count(table: string): Promise<number> {
  const [row] = await db.asSystem((tx) =>
    tx.execute<{ count: number }>(sql.raw(`select count(*)::int as count from ${table}`)),
  )
  return row!.count
}

const kept = ['imports', 'return_lines', 'facilities', 'facility_keys', 'regions', 'measure_series', 'indicator_series']

async function expectNothingKept(): Promise<void> {
  for (const table of kept) expect([table, await count(table)]).toEqual([table, 0])
}

/** Sees the world as it is `hours` later. */
const clearAfter = (hours: number) => clearAbandonedStaging(db, new Date(Date.now() + hours * 3_600_000))

describe.sequential('an import whose process is killed outright', () => {
  test('while rows are staged: nothing is in, and the staged rows go when no import can be theirs any more', async () => {
    await cutOff('staging')
    await expectNothingKept()
    expect(await count('import_staging')).toBeGreaterThan(9_999)
    await clearAfter(1)
    expect(await count('import_staging')).toBeGreaterThan(9_999)
    await clearAfter(7)
    expect(await count('import_staging')).toBe(0)
  })

  test('when all is written and not yet confirmed: nothing is in', async () => {
    await cutOff('move')
    await expect.poll(() => count('imports'), { timeout: 20_000 }).toBe(0)
    await expectNothingKept()
    await clearAfter(7)
    expect(await count('import_staging')).toBe(0)
  })

  test('while series are computed: all of it is in, the same file adds nothing, and its figures are made', async () => {
    await cutOff('computing')
    expect([await count('imports'), await count('facilities')]).toEqual([1, facilities])
    const lines = await count('return_lines')
    expect(lines).toBe((facilities * months.length - 1) * 2)
    expect(await count('place_series')).toBe(0)
    const read = readMapping(JSON.stringify(mapping))
    if ('faults' in read) throw new Error(JSON.stringify(read.faults))
    const report = await importFile(db, { path, mapping: read.mapping, by: 'tester', now: new Date() })
    expect(report).toMatchObject({
      changed: false,
      healed: true,
      rows: { good: facilities * months.length - 1, bad: 1 },
    })
    expect(await count('return_lines')).toBe(lines)
    const again = await importFile(db, { path, mapping: read.mapping, by: 'tester', now: new Date() })
    expect(again.healed).toBe(false)
    expect(await count('place_series')).toBeGreaterThan(0)
    expect(
      await count("(select distinct facility_id from measure_series where measure_id = 'pop_closing') as one"),
    ).toBe(facilities)
    expect(await count('import_staging')).toBe(0)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
}, 300_000)
