import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readMapping } from '../../server/domain/imports/mapping-check.ts'
import { importFile } from '../../server/services/imports.ts'
import { prepareInstallation } from '../../server/services/installation.ts'
import { recomputeAll } from '../../server/services/recompute.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()
const now = new Date('2026-01-15T09:00:00Z')
const path = 'tests/fixtures/small-country/register.csv'

test('what is done from the terminal stands in the chain of the installation, and a dry run leaves nothing', async () => {
  const real = { kind: 'real', countryName: 'Test', timezone: 'UTC', displayedNow: null } as const
  await prepareInstallation(db, real, true, now)
  const read = readMapping(readFileSync('tests/fixtures/small-country/register.json', 'utf8'))
  if ('faults' in read) throw new Error('the mapping cannot be used')
  const request = { path, mapping: read.mapping, by: 'terminal:someone', now }
  await importFile(db, { ...request, dryRun: true })
  const { importId } = await importFile(db, request)
  await recomputeAll(db, { now })
  const entries = await db.asSystem((tx) =>
    tx.execute<{ action: string; subject: string }>(sql`select action, subject from audit_entries
      where body_id is null and person_id = 'system' and action in ('import.accept', 'series.recompute') order by id`),
  )
  expect(entries.map(({ action }) => action)).toEqual(['import.accept', 'series.recompute'])
  expect(JSON.parse(entries[0]!.subject)).toMatchObject({ importId, broughtBy: 'terminal:someone', rowsBad: 0 })
})
