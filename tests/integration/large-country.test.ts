import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstration } from '../../seeds/demonstration.ts'
import { loadLarge, writeLarge } from '../../seeds/large.ts'
import { largeCountry } from '../../seeds/synthetic/large-country.ts'
import { startInstallation } from '../../server/services/first-start.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'daylight-country-'))
afterAll(() => rmSync(folder, { recursive: true }))
const plan = largeCountry({ seed: 3, facilities: 8, months: 3 })
const loaded: number[] = []

beforeAll(async () => {
  const files = await writeLarge(folder, plan, ['core'])
  await loadLarge(db, plan, files, (_path, values) => loaded.push(values))
})

const count = async (from: string) => {
  const [row] = await db.asSystem((tx) =>
    tx.execute<{ rows: number }>(sql.raw(`select count(*)::int as rows from ${from}`)),
  )
  return row!.rows
}

test('an invented country of any size is taken in by the import, and its figures are made', async () => {
  expect(loaded.length).toBeGreaterThan(2)
  expect(await count('facilities')).toBe(8)
  expect(await count('return_lines')).toBeGreaterThan(8 * 3 * 20)
  expect(await count("place_series where place_kind = 'country'")).toBeGreaterThan(20)
  expect(await count('waiting_months')).toBe(0)
})

test('a start opens it as it is, at its own moment, with accounts to enter by, and mixes no other country into it', async () => {
  const shares: number[] = []
  const asked = { isEmpty: false, countryName: '', timezone: 'UTC', clock: () => new Date('2027-01-01T00:00:00Z') }
  const now = await startInstallation(db, demonstration, { ...asked, onProgress: (share) => shares.push(share) })
  expect(shares).toEqual([])
  expect(await count('facilities')).toBe(8)
  expect(now().toISOString().slice(0, 7) > plan.last).toBe(true)
  expect(await count('people')).toBeGreaterThan(10)
})
