import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../../../db/client.ts'
import { mappingSchema } from '../../../server/domain/imports/mapping.ts'
import { type Month, monthsFrom } from '../../../server/domain/period.ts'
import { importFile } from '../../../server/services/imports.ts'
import { prepareInstallation } from '../../../server/services/installation.ts'
import { recomputeAll } from '../../../server/services/recompute.ts'
import { prisons, returnOf, type World } from './worlds.ts'

const common = { version: 1, source: 'ministry' } as const
const register = mappingSchema.parse({
  ...common,
  kind: 'facility-register',
  key: 'Code',
  fields: { name: 'Name', region: 'Region', validFrom: 'From', regime: 'Regime', latitude: 'North', longitude: 'East' },
})
const certificates = mappingSchema.parse({
  ...common,
  kind: 'capacity-certificates',
  facility: { key: 'Code' },
  fields: { certifiedPlaces: 'Places', issuedBy: 'By', issuedOn: 'On', validFrom: 'From', evidenceRef: 'Evidence' },
})

export interface WorldMonths {
  first: Month
  last: Month
  /** The worlds are the same before it: what changes within a year differs, too. */
  differFrom: Month
}

/** Takes one of the two countries in, month by month the same return, as a country's own files would come. */
export async function foundWorld(db: Database, world: World, months: WorldMonths, now: Date): Promise<void> {
  const { differFrom } = months
  const real = { kind: 'real', countryName: 'Marram', timezone: 'UTC', displayedNow: null } as const
  await prepareInstallation(db, real, true, now)
  const folder = mkdtempSync(join(tmpdir(), 'daylight-world-'))
  const take = async (name: string, rows: readonly (readonly (string | number)[])[], mapping: typeof register) => {
    const path = join(folder, `${name}.csv`)
    writeFileSync(path, rows.map((row) => `${row.join(',')}\n`).join(''))
    const report = await importFile(db, { path, mapping, by: 'tester', now, withoutRecompute: true })
    if (report.rows.bad > 0) throw new Error(`${name}: refused ${JSON.stringify(report.faults.slice(0, 3))}`)
  }
  try {
    const day = '2020-01-01'
    const listed = prisons.map((one, at) => [one.key, `Prison ${one.key}`, one.region, day, 'closed', 50 + at, 10 + at])
    await take('register', [['Code', 'Name', 'Region', 'From', 'Regime', 'North', 'East'], ...listed], register)
    const places = prisons.map((one) => [one.key, one.isLarge ? 400 : 60, 'Office', day, day, 'Decree'])
    await take('certificates', [['Code', 'Places', 'By', 'On', 'From', 'Evidence'], ...places], certificates)
    const returns = monthsFrom(months.first, months.last).flatMap((month) =>
      prisons.map((one) => ({ key: one.key, month, counts: returnOf(one, world, month >= differFrom) })),
    )
    const cells = [...new Set(returns.flatMap(({ counts }) => [...counts.keys()]))]
    const rows = returns.map(({ key, month, counts }) => [key, month, ...cells.map((cell) => counts.get(cell) ?? 0)])
    const mapping = mappingSchema.parse({
      ...common,
      kind: 'monthly-measures',
      facility: { key: 'Code' },
      period: { column: 'Month' },
      measures: cells.map((cell) => ({ measure: cell, column: cell })),
    })
    await take('returns', [['Code', 'Month', ...cells], ...rows], mapping)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  await recomputeAll(db, { now })
}
