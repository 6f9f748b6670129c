import { systemActor } from '../../server/domain/access.ts'
import { prepareAccount } from '../../server/services/accounts.ts'
import { beginSession, findVisitor } from '../../server/services/visits.ts'
import { createCaller } from '../../server/trpc/router.ts'
import type { BenchDatabase } from './bench-database.ts'
import { benchMoment, type CountryFiles } from './country.ts'
import { asked } from './measure.ts'
import { pageQuestions } from './page-questions.ts'
import { type Result, time } from './result.ts'

/** What sign-in and row-level security may add to a question: the larger of a fifth and 3 ms. */
const [share, floorMs] = [1.2, 3]

/** Who asks: an inspector, who sees all that the installation sees, and an analyst, of whose answers small counts are taken out as well. */
const askers = [
  { role: 'lead-inspector', body: 'inspectorate', isAlike: true },
  { role: 'ministry-analyst', body: 'administration', isAlike: false },
] as const
type Asker = (typeof askers)[number]

/**
 * What it costs to know who asks: the questions of the pages with a session that is looked up, resolved to its role and
 * kept by policies, against the same questions as the installation itself, which no policy keeps from anything. The goal is for
 * whoever gets the same answer; what is withheld from others is looked up besides.
 */
export async function compareAccess(
  { database }: BenchDatabase,
  country: CountryFiles,
  count: number,
): Promise<Result[]> {
  const moment = { clock: benchMoment, now: benchMoment, requestId: null }
  const results: Result[] = []
  for (const asker of askers) {
    const token = await signIn(database, asker)
    for (const [name, question] of Object.entries(pageQuestions)) {
      const facility = (turn: number) => country.keys[(turn * 37) % country.keys.length]!
      const without = (turn: number) =>
        database.asSystem<unknown>((tx) => {
          const api = createCaller({ tx, actor: systemActor, now: () => benchMoment })
          return question(api, country.lastMonth, facility(turn))
        })
      const with_ = async (turn: number) => {
        const { actor } = await findVisitor(database, token, moment)
        return database.asActor<unknown>(actor, (tx) => {
          const api = createCaller({ tx, actor, now: () => benchMoment })
          return question(api, country.lastMonth, facility(turn))
        })
      }
      // Warm, and by turns: what else the machine does weighs on both alike.
      await asked(1, 10, without)
      await asked(1, 10, with_)
      const [bare, signed] = await inTurns(count, without, with_)
      results.push(resultOf(name, asker, bare, signed))
    }
  }
  return results
}

function resultOf(name: string, { isAlike }: Asker, bare: number, signed: number): Result {
  const goal = Math.max(bare * share, bare + floorMs)
  const besides = isAlike ? '' : ' and small counts withheld'
  return {
    what: `${name} with sign-in and row-level security${besides}`,
    measured: `p50 ${time(signed)}`,
    unit: `without: p50 ${time(bare)}`,
    ratio: signed / bare,
    ...(isAlike && { goal: `≤ ${time(goal)} (+20 % or 3 ms)`, isMet: signed <= goal }),
  }
}

async function signIn(database: BenchDatabase['database'], { role, body }: Asker): Promise<string> {
  const place = { kind: 'country', id: null } as const
  const account = { name: 'B', email: `${role}@example.org`, body, providerId: 'credential' } as const
  const holds = [{ role, place } as const]
  const personId = await prepareAccount(database, { ...account, holds }, benchMoment)
  const moment = { clock: benchMoment, now: benchMoment, requestId: null }
  return beginSession(database, { personId, factors: 2, browser: { address: null, agent: null } }, moment)
}

type Ask = (turn: number) => Promise<unknown>

/** The middle times of two questions that are asked in turns. */
async function inTurns(count: number, one: Ask, other: Ask): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  for (let turn = 0; turn < count; turn++) {
    for (const [at, ask] of [one, other].entries()) {
      const began = performance.now()
      await ask(turn)
      times[at]!.push(performance.now() - began)
    }
  }
  return times.map(middle) as [number, number]
}

function middle(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!
}
