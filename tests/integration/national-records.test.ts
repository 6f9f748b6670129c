import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { takeFile } from '../support/life-on-file.ts'

const db = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'daylight-national-'))
afterAll(() => rmSync(folder, { recursive: true }))
const now = new Date('2024-06-15T12:00:00Z')

let files = 0
const take = (mapping: object, lines: string[]) => takeFile(db, [mapping, lines], folder, `file-${++files}`, now)

beforeAll(async () => {
  const fields = { name: 'Name', validFrom: 'From' }
  await take({ version: 1, kind: 'facility-register', source: 'ministry', key: 'Code', fields }, [
    'Code,Name,From',
    'A,Alder,2010-01-01',
    'B,Birch,2010-01-01',
  ])
})

test('a file of the country’s figures alone belongs to no facility', async () => {
  const fields = {
    region: { constant: 'all' },
    quarter: 'Quarter',
    measure: 'What',
    value: 'N',
  }
  const report = await take(
    { version: 1, kind: 'records', source: 'ministry', records: [{ record: 'justice_return', fields }] },
    ['Quarter,What,N', '2024-Q1,supervision_persons,120'],
  )
  expect(report.faults).toEqual([])
  expect(report.values.added).toBe(1)
})

test('figures of courts and probation become figures of the country and of their region, and a correction moves them', async () => {
  const returns = {
    version: 1,
    kind: 'monthly-measures',
    source: 'ministry',
    facility: { key: 'Prison' },
    period: { column: 'Month' },
    measures: [{ measure: 'pop_closing', column: 'Held' }],
  }
  await take(returns, ['Prison,Month,Held', 'A,2024-02,10', 'A,2024-03,11'])
  const fields = { region: 'Region', quarter: 'Quarter', measure: 'What', value: 'N' }
  const mapping = {
    version: 1,
    kind: 'records',
    source: 'ministry',
    records: [{ record: 'justice_return', fields }],
  }
  const figures = async () => {
    const rows = await db.asSystem((tx) =>
      tx.execute<{ figures: (number | null)[]; reporting: number[]; expected: number[] }>(
        sql`select figures, reporting, expected from place_series where place_kind = 'country' and indicator_id = 'supervision-caseload'`,
      ),
    )
    return rows[0] && { ...rows[0] }
  }
  const file = (persons: number) => [
    'Region,Quarter,What,N',
    'north,2024-Q1,supervision_persons,120',
    'north,2024-Q1,supervision_officers_fte,4',
    `south,2024-Q1,supervision_persons,${persons}`,
    'south,2024-Q1,supervision_officers_fte,2',
    'east,2024-Q1,supervision_persons,50',
    'east,2024-Q1,supervision_officers_fte,2',
    'west,2024-Q1,supervision_persons,900',
  ]
  await take(mapping, file(30))
  // The west said how many people and not how many officers, and so did the file before: they are in neither part, and it is said that two of five are missing.
  expect(await figures()).toEqual({ figures: [null, 25], reporting: [0, 3], expected: [5, 5] })
  await take(mapping, file(70))
  expect(await figures()).toMatchObject({ figures: [null, 30] })
})
