import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HeldRole, SignedIn } from '../../server/domain/visitor.ts'
import { prepareInstallation } from '../../server/services/installation.ts'
import { recomputeAll } from '../../server/services/recompute.ts'
import { createCaller } from '../../server/trpc/router.ts'
import { benchMoment, writeCountry } from '../bench/country.ts'
import { importCountry } from '../bench/import-bench.ts'
import { analyst } from '../support/call-as.ts'
import { countedTx } from '../support/counted-tx.ts'
import { freshDatabase } from '../support/database.ts'
import { visitContext } from '../support/visit.ts'

const db = await freshDatabase()
const directory = mkdtempSync(join(tmpdir(), 'daylight-pages-'))
const mostQueries = 8

beforeAll(async () => {
  const real = { kind: 'real', countryName: 'Test', timezone: 'UTC', displayedNow: null } as const
  await prepareInstallation(db, real, true, benchMoment)
  await importCountry(db, await writeCountry(directory, { facilities: 6, months: 14, measuredMonths: 14 }))
  await recomputeAll(db, { now: benchMoment })
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const acting: HeldRole = {
  assignmentId: 'assignment',
  role: analyst.role,
  place: { kind: 'country', id: null },
  placeKey: null,
  placeName: null,
}
/** Who comes is found before the page is asked; what is counted here is the page's own. */
const signedIn: SignedIn = {
  sessionId: 'session',
  personId: analyst.userId,
  name: 'An analyst',
  body: { id: 'body', kind: 'administration', name: 'A body' },
  held: [acting],
  acting,
  factors: 2,
  lacks: undefined,
}

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>

/** Statements that a page's own loader sends, all its questions to the API together. */
async function queriesOf(loader: Loader, path: string, params: Record<string, string>): Promise<number> {
  let queries = 0
  const context: LoaderFunctionArgs['context'] = {
    ...visitContext(db, { actor: analyst, signedIn }, benchMoment),
    ask: (question) =>
      db.asActor(analyst, async (own) => {
        const { tx, count } = countedTx(own)
        const answer = await question(createCaller({ tx, actor: analyst, now: () => benchMoment }))
        queries += count()
        return answer
      }),
  }
  await loader({ request: new Request(`http://localhost${path}`), params, context })
  return queries
}

const region = '?region=dorvath'

test.each([
  ['overview', () => import('../../app/routes/_index.tsx'), '/', {}],
  ['overview of a region', () => import('../../app/routes/_index.tsx'), `/${region}`, {}],
  ['comparison', () => import('../../app/routes/compare.tsx'), '/compare', {}],
  ['comparison of a region', () => import('../../app/routes/compare.tsx'), `/compare${region}`, {}],
  ['comparison of a peer group', () => import('../../app/routes/compare.tsx'), `/compare${region}&peers=closed`, {}],
  ['groups of people', () => import('../../app/routes/compare_.equity.tsx'), `/compare/equity${region}`, {}],
  ['two indicators', () => import('../../app/routes/compare_.two.tsx'), `/compare/two${region}`, {}],
  ['facilities', () => import('../../app/routes/facilities._index.tsx'), '/facilities', {}],
  ['facility', () => import('../../app/routes/facilities.$key._index.tsx'), '/facilities/b-0001', { key: 'b-0001' }],
  [
    'one number',
    () => import('../../app/routes/facilities.$key.$indicator.tsx'),
    '/facilities/b-0001/occupancy-rate',
    { key: 'b-0001', indicator: 'occupancy-rate' },
  ],
  [
    'one number with a curve',
    () => import('../../app/routes/facilities.$key.$indicator.tsx'),
    '/facilities/b-0001/pretrial-duration',
    { key: 'b-0001', indicator: 'pretrial-duration' },
  ],
  [
    'indicator with a curve',
    () => import('../../app/routes/indicators.$id.tsx'),
    '/indicators/pretrial-duration',
    { id: 'pretrial-duration' },
  ],
  [
    'indicator',
    () => import('../../app/routes/indicators.$id.tsx'),
    '/indicators/occupancy-rate',
    { id: 'occupancy-rate' },
  ],
  ['questions', () => import('../../app/routes/questions.tsx'), `/questions${region}`, {}],
  ['map of a question', () => import('../../app/routes/questions_.map.tsx'), `/questions/map${region}`, {}],
  ['population flow', () => import('../../app/routes/population.tsx'), `/population${region}`, {}],
  ['transition', () => import('../../app/routes/transition.tsx'), '/transition', {}],
  ['outcomes', () => import('../../app/routes/outcomes.tsx'), '/outcomes', {}],
  ['strategy board', () => import('../../app/routes/rules.strategies.tsx'), '/rules/strategies', {}],
])('the page %s asks the database at most eight times', async (_name, page, path, params) => {
  const { loader } = await page()
  const queries = await queriesOf(loader as Loader, path, params)
  expect(queries).toBeGreaterThan(0)
  expect(queries).toBeLessThanOrEqual(mostQueries)
})
