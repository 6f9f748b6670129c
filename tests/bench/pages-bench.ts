import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'
import type { Role } from '../../server/domain/access.ts'
import { cookieAt, signInKeyIn } from '../support/real-session.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'
import type { CountryFiles } from './country.ts'
import { firstLoadBytes } from './first-load.ts'
import { type Spread, spreadOf } from './measure.ts'
import { kilobytes, limited, megabytes, type Result, time } from './result.ts'
import { traceResults } from './traces-bench.ts'
import { visitResults } from './visits-bench.ts'

interface Page {
  name: string
  path: string
  /** The largest p95 that is still good, by number of connections. */
  goals: Record<number, number>
}

function pagesOf({ keys }: CountryFiles): Page[] {
  return [
    { name: 'overview', path: '/', goals: {} },
    { name: 'compare', path: '/compare', goals: { 1: 150 } },
    { name: 'facility', path: `/facilities/${keys[7]}`, goals: { 20: 150 } },
  ]
}

/** What goes on while a server of the product runs on a database. */
export interface PageSettings {
  /** Settings that lead to the database. */
  settings: Record<string, string>
  requests: number
  /** Named before each line: which database answers. */
  engine: string
  /** The goals hold for PostgreSQL. */
  hasGoals: boolean
}

/** Times of whole pages over HTTP, the scripts of their first load, and the memory of the server after all of it. */
export async function measurePages(country: CountryFiles, how: PageSettings): Promise<Result[]> {
  const server = await startServer({ ...how.settings, LOG_LEVEL: 'warn' }, ['--empty'])
  try {
    const { DATA_DIR: dataDir = '', DATABASE_URL: databaseUrl, KEY_SIGN_IN: key } = how.settings
    const cookie = await cookieAt({ dataDir, databaseUrl }, 'ministry-analyst', key ?? signInKeyIn(dataDir))
    const results: Result[] = []
    for (const page of pagesOf(country)) results.push(...(await measurePage(server, page, cookie, how)))
    if (how.hasGoals) {
      for (const page of pagesOf(country)) {
        const bytes = await firstLoadBytes(`${server.url}${page.path}`, cookie)
        results.push(limited(`scripts of the first load, ${page.name} (gzip)`, bytes, kilobytes, 170_000))
      }
    }
    const memory = residentPeak(server)
    if (memory !== undefined) {
      const goal = how.hasGoals ? 300 * 1_048_576 : undefined
      results.push(limited(`${how.engine}: the server's memory at its most`, memory, megabytes, goal))
    }
    return results
  } finally {
    await server.stop()
  }
}

/** The pages that decide on a slow telephone. */
export async function measureTraces(country: CountryFiles, { settings }: PageSettings): Promise<Result[]> {
  return withServer(settings, async (server, cookieOf) =>
    traceResults(server.url, await cookieOf('ministry-analyst'), country, 5),
  )
}

/** Every page once as whoever sees the whole country, and as an inspector. */
export async function measureVisits(country: CountryFiles, { settings }: PageSettings): Promise<Result[]> {
  return withServer(settings, async (server, cookieOf) => {
    const roles = ['ministry-analyst', 'lead-inspector'] as const
    const cookies: [Role, string][] = []
    for (const role of roles) cookies.push([role, await cookieOf(role)])
    return visitResults(server, cookies, country)
  })
}

async function withServer(
  settings: PageSettings['settings'],
  measure: (server: ServerProcess, cookieOf: (role: Role) => Promise<string>) => Promise<Result[]>,
): Promise<Result[]> {
  const server = await startServer({ ...settings, LOG_LEVEL: 'warn' }, ['--empty'])
  try {
    const { DATA_DIR: dataDir = '', DATABASE_URL: databaseUrl, KEY_SIGN_IN: key } = settings
    return await measure(server, (role) => cookieAt({ dataDir, databaseUrl }, role, key ?? signInKeyIn(dataDir)))
  } finally {
    await server.stop()
  }
}

async function measurePage(server: ServerProcess, page: Page, cookie: string, how: PageSettings): Promise<Result[]> {
  const url = `${server.url}${page.path}`
  await load(url, cookie, 1, 3)
  const alone = await load(url, cookie, 1, how.requests)
  const many = await load(url, cookie, 20, how.requests * 2)
  return [
    { connections: 1, spread: alone },
    { connections: 20, spread: many },
  ].map(({ connections, spread: { p50, p95 } }) => {
    const goal = how.hasGoals ? page.goals[connections] : undefined
    return {
      what: `${how.engine}: page ${page.name}, ${connections} connection${connections > 1 ? 's' : ''}`,
      measured: `p50 ${time(p50)}, p95 ${time(p95)}`,
      ...(goal !== undefined && { goal: `p95 ≤ ${goal} ms`, isMet: p95 <= goal }),
    }
  })
}

/** @throws Error when a page is not answered with 200: its time would be that of an error page. */
async function load(url: string, cookie: string, connections: number, amount: number): Promise<Spread> {
  const times: number[] = []
  const statuses = new Set<number>()
  await new Promise<void>((done, fail) => {
    // As a browser asks: the server's compression is part of the time.
    const headers = { cookie, 'accept-encoding': 'gzip' }
    const asking = { url, connections, amount: Math.max(amount, connections), timeout: 60, headers }
    const running = autocannon(asking, (error) => (error ? fail(error) : done()))
    running.on('response', (_client, status, _bytes, ms) => {
      statuses.add(status)
      times.push(ms)
    })
  })
  if (statuses.size !== 1 || !statuses.has(200)) throw new Error(`${url} answered ${[...statuses].join(', ')}`)
  return spreadOf(times)
}

/** The most memory that a process has held, where the system tells it. */
function residentPeak({ child }: ServerProcess): number | undefined {
  try {
    const kilo = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
    return kilo === undefined ? undefined : Number(kilo) * 1024
  } catch {
    return undefined
  }
}
