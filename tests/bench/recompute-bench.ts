import { join } from 'node:path'
import type postgres from 'postgres'
import type { Database } from '../../db/client.ts'
import { recomputeAll, recomputeTouched } from '../../server/services/recompute.ts'
import type { BenchDatabase } from './bench-database.ts'
import { benchMoment, type CountryFiles } from './country.ts'
import { copyOut } from './import-bench.ts'
import { spreadOf, timed } from './measure.ts'
import { limited, type Result, ratioOf, time } from './result.ts'

/** Makes every series of a country anew, and gives the time. */
export async function recomputeCountry(database: Database): Promise<number> {
  const { ms } = await timed(() => recomputeAll(database, { now: benchMoment }))
  await database.refreshStatistics()
  return ms
}

/** The whole country and one facility-month, against reading the same lines out of the database. */
export async function compareRecompute(
  { database, owner, adminUrl }: BenchDatabase,
  country: CountryFiles,
  wholeMs: number,
  directory: string,
): Promise<Result[]> {
  const lines = `select facility_id, measure_id, breakdown, month, state, amount from return_lines
    where superseded_at is null order by 1, 2, 3, 4`
  const out = await copyOut(adminUrl, lines, join(directory, 'lines.copy'))
  const again = await recomputeCountry(database)
  const ids = (await owner<{ id: string }[]>`select id from facilities order by id limit 12`).map((row) => row.id)
  const touched = { from: country.lastMonth, to: country.lastMonth }
  const times: number[] = []
  for (const id of ids) {
    await addOnePerson(owner, id, `${country.lastMonth}-01`)
    const { ms } = await timed(() =>
      recomputeTouched(database, { facilityIds: [id], ...touched }, { now: benchMoment }),
    )
    times.push(ms)
  }
  // The first ones warm the code up.
  const { p50, p95 } = spreadOf(times.slice(2))
  const unit = { name: 'COPY of the lines out, in order', ms: out }
  return [
    ratioOf(`recompute of ${country.keys.length} facilities, from nothing`, wholeMs, unit),
    ratioOf('recompute again, nothing changed', again, unit),
    limited('one changed facility-month, p50', p50, time, 50),
    limited('one changed facility-month, p95', p95, time, 50),
  ]
}

async function addOnePerson(owner: postgres.Sql, facilityId: string, month: string): Promise<void> {
  await owner`update return_lines set amount = amount + 1 where facility_id = ${facilityId} and month = ${month}
    and measure_id = 'pop_closing' and breakdown = '' and superseded_at is null`
}
