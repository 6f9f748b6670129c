import type { Actor } from '../../server/domain/access.ts'
import { monthIndex } from '../../server/domain/period.ts'
import { createCaller } from '../../server/trpc/router.ts'
import type { BenchDatabase } from './bench-database.ts'
import { benchMoment, type CountryFiles } from './country.ts'
import { asked, type Spread } from './measure.ts'
import { pageQuestions } from './page-questions.ts'
import { type Result, time } from './result.ts'

/** The largest p95 that is still good, by question and number of askers. */
const goals: Record<string, number> = { 'compare 1': 50, 'compare 20': 250, 'profile 20': 150 }

/** The questions of the pages, as one who sees all facilities by right and as one who sees them by a list. */
export async function compareProcedures(
  { database, owner }: BenchDatabase,
  country: CountryFiles,
  count: number,
): Promise<Result[]> {
  const ids = (await owner<{ id: string }[]>`select id from facilities`).map((row) => row.id)
  const actors: [string, Actor['facilities']][] = [
    ['all', 'all'],
    [`a list of ${ids.length}`, ids],
  ]
  const unit = await bareCompare({ owner }, country, count)
  const results: Result[] = []
  for (const [name, question] of Object.entries(pageQuestions)) {
    for (const [scope, facilities] of actors) {
      const actor: Actor = { userId: 'bench', role: 'ministry-analyst', bodyId: null, facilities }
      const ask = (turn: number) =>
        database.asActor<unknown>(actor, (tx) => {
          const api = createCaller({ tx, actor, now: () => benchMoment })
          return question(api, country.lastMonth, country.keys[(turn * 37) % country.keys.length]!)
        })
      for (const askers of [1, 20]) {
        const spread = await asked(askers, count, ask)
        results.push(resultOf(`${name}, ${scope}, ${askers} asking`, spread, unit, goals[`${name} ${askers}`]))
      }
    }
  }
  return results
}

/** The unit: the thirteen months of one indicator of all facilities, by one bare query of the owner. */
function bareCompare({ owner }: Pick<BenchDatabase, 'owner'>, country: CountryFiles, count: number): Promise<Spread> {
  const last = monthIndex(country.lastMonth)
  return asked(
    1,
    count,
    () => owner`
      select facility_id, numerators[${last - 12} - start_month + 1 : ${last} - start_month + 1] as numerators,
        denominators[${last - 12} - start_month + 1 : ${last} - start_month + 1] as denominators
      from indicator_series where indicator_id = 'occupancy-rate' and breakdown = ''`,
  )
}

function resultOf(what: string, { p50, p95 }: Spread, unit: Spread, goal: number | undefined): Result {
  return {
    what,
    measured: `p50 ${time(p50)}, p95 ${time(p95)}`,
    unit: `bare query of a comparison: ${time(unit.p50)}`,
    ratio: p50 / unit.p50,
    ...(goal !== undefined && { goal: `p95 ≤ ${goal} ms`, isMet: p95 <= goal }),
  }
}
