/// <reference types="vite/client" />
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBody, saveAssignment, savePerson } from '../../db/queries/people.ts'
import { saveUser } from '../../db/queries/sign-in.ts'
import { facilities, facilityVersions, regions, regionVersions } from '../../db/schema/index.ts'
import {
  type Actor,
  describeRole,
  type Permission,
  type Place,
  permissionsOf,
  type Role,
  roles,
} from '../../server/domain/access.ts'
import { stranger, type Visitor } from '../../server/domain/visitor.ts'
import { prepareInstallation } from '../../server/services/installation.ts'
import { recomputeAll } from '../../server/services/recompute.ts'
import { createCaller } from '../../server/trpc/router.ts'
import { benchMoment, writeCountry } from '../bench/country.ts'
import { importCountry } from '../bench/import-bench.ts'
import { callAs } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'
import { signedInAs, visitContext } from '../support/visit.ts'

const db = await freshDatabase()
const directory = mkdtempSync(join(tmpdir(), 'daylight-pages-'))

/** What a page needs before it shows anything; null for those that are open to whoever comes. */
interface PageAccess {
  needs: Permission | null
  /** Whether the page is about one facility, named in its address. */
  ofFacility?: boolean
  params?: Record<string, string>
  query?: string
  /** Here there is nothing to draw, or not where somebody has no facility: whoever may see it is told so, and nobody else. */
  hasNothing?: 'ever' | 'of-none'
}

/** Every route. A new one that does not stand here fails the test below. */
const pages: Record<string, PageAccess> = {
  _index: { needs: 'indicator.read' },
  'overview.rows': { needs: 'indicator.read', query: '?columns=occupancy-rate' },
  compare: { needs: 'indicator.read' },
  map: { needs: 'indicator.read' },
  'map_.chart[.svg]': { needs: 'indicator.read', hasNothing: 'of-none' },
  'map_.chart[.csv]': { needs: 'indicator.read' },
  changes: { needs: 'indicator.read' },
  questions: { needs: 'measure.read' },
  'questions_.map': { needs: 'measure.read' },
  outcomes: { needs: 'indicator.read' },
  transition: { needs: 'indicator.read' },
  population: { needs: 'indicator.read' },
  'population_.chart[.svg]': { needs: 'indicator.read' },
  'population_.chart[.csv]': { needs: 'indicator.read' },
  'transition_.chart[.svg]': { needs: 'indicator.read' },
  'transition_.chart[.csv]': { needs: 'indicator.read' },
  'outcomes_.chart[.svg]': { needs: 'measure.read', hasNothing: 'ever' },
  'outcomes_.chart[.csv]': { needs: 'measure.read', hasNothing: 'ever' },
  'compare[.csv]': { needs: 'indicator.read', query: '?indicator=occupancy-rate' },
  'compare_.chart[.svg]': { needs: 'indicator.read', query: '?indicator=occupancy-rate&chart=dots' },
  'compare_.chart[.csv]': { needs: 'indicator.read', query: '?indicator=occupancy-rate&chart=dots' },
  'compare_.equity': { needs: 'indicator.read' },
  'compare_.equity[.csv]': { needs: 'indicator.read' },
  'compare_.equity_.chart[.svg]': { needs: 'indicator.read', hasNothing: 'ever' },
  'compare_.equity_.chart[.csv]': { needs: 'indicator.read', hasNothing: 'ever' },
  'compare_.two': { needs: 'indicator.read' },
  'compare_.two_.chart[.svg]': {
    needs: 'indicator.read',
    query: '?indicator=occupancy-rate&with=women-share',
    hasNothing: 'of-none',
  },
  'compare_.two_.chart[.csv]': {
    needs: 'indicator.read',
    query: '?indicator=occupancy-rate&with=women-share',
    hasNothing: 'of-none',
  },
  'facilities._index': { needs: 'facility.read' },
  'facilities.$key._index': { needs: 'facility.read', ofFacility: true },
  'facilities.$key.$indicator': {
    needs: 'indicator.read',
    ofFacility: true,
    params: { indicator: 'occupancy-rate' },
  },
  'facilities.$key.$indicator_.chart[.svg]': {
    needs: 'indicator.read',
    ofFacility: true,
    params: { indicator: 'occupancy-rate' },
  },
  'facilities.$key.$indicator_.chart[.csv]': {
    needs: 'indicator.read',
    ofFacility: true,
    params: { indicator: 'occupancy-rate' },
  },
  'indicators.$id_.chart[.svg]': { needs: 'indicator.read', params: { id: 'occupancy-rate' } },
  'indicators.$id_.chart[.csv]': { needs: 'indicator.read', params: { id: 'occupancy-rate' } },
  'facilities.$key.$indicator_.records': {
    needs: 'record.read',
    ofFacility: true,
    params: { indicator: 'occupancy-rate' },
  },
  'indicators._index': { needs: 'indicator.read' },
  'indicators.$id': { needs: 'indicator.read', params: { id: 'occupancy-rate' } },
  find: { needs: 'rule.read' },
  views: { needs: 'account.keep' },
  events: { needs: 'indicator.read' },
  thresholds: { needs: 'indicator.read' },
  'rules.self-assessment': { needs: 'rule.read' },
  'rules.strategies': { needs: 'measure.read' },
  'rules._index': { needs: 'rule.read' },
  'rules.$id': { needs: 'rule.read', params: { id: 'nmr-45' } },
  'sign-in': { needs: null },
  'sign-in_.code': { needs: null },
  'sign-in_.passkey': { needs: null },
  'sign-in_.single._index': { needs: null },
  'sign-in_.single.return': { needs: null },
  'invitation.$token': { needs: null },
  'reset._index': { needs: null },
  'reset.$token': { needs: null },
  'account._index': { needs: null },
  'account.second-factor': { needs: null },
  'account.passkeys': { needs: null },
  'sign-out': { needs: null },
  role: { needs: null },
  home: { needs: null },
  // Leads to the first page of a role.
  tour: { needs: null },
  // Leads on to one of those below.
  'administration._index': { needs: null },
  'administration.people._index': { needs: 'person.read' },
  'administration.sessions': { needs: 'session.read' },
  'administration.audit._index': { needs: 'audit.read' },
  'administration.audit[.csv]': { needs: 'audit.read' },
  'administration.retention': { needs: 'retention.read' },
  'administration.security': { needs: 'security.read' },
  'account.record': { needs: 'account.read' },
  // About one person, and about a head that is there or not: tests/access/administration.test.ts asks for these.
  'administration.people.$id': { needs: null },
  'administration.audit.head': { needs: null },
  'administration.audit.head[.json]': { needs: null },
  $: { needs: null },
}

const folder = fileURLToPath(new URL('../../app/routes', import.meta.url))
const routes = readdirSync(folder).map((file) => file.replace(/\.tsx?$/, ''))

test('every route says here what it needs', () => {
  expect(Object.keys(pages).toSorted()).toEqual(routes.toSorted())
})

let inside: { id: string; key: string }
let outside: { id: string; key: string }
let region: string

beforeAll(async () => {
  const real = { kind: 'real', countryName: 'Test', timezone: 'UTC', displayedNow: null } as const
  await prepareInstallation(db, real, true, benchMoment)
  await importCountry(db, await writeCountry(directory, { facilities: 6, months: 2, measuredMonths: 2 }))
  await recomputeAll(db, { now: benchMoment })
  const [first] = await db.asSystem((tx) => tx.select().from(facilities).orderBy(facilities.key))
  inside = first!
  const [place] = await db.asSystem((tx) =>
    tx.select().from(facilityVersions).where(eq(facilityVersions.facilityId, inside.id)),
  )
  region = place!.regionId!
  outside = { id: v7(), key: 'elsewhere' }
  const elsewhere = { id: v7(), key: 'far-away', createdAt: benchMoment }
  await db.asSystem(async (tx) => {
    await tx.insert(regions).values(elsewhere)
    const named = { id: v7(), regionId: elsewhere.id, name: 'Far away', validFrom: '2015-01-01' }
    await tx.insert(regionVersions).values(named)
    await tx.insert(facilities).values({ ...outside, createdAt: benchMoment })
    const version = { ...place!, id: v7(), facilityId: outside.id, regionId: elsewhere.id, name: 'Elsewhere' }
    await tx.insert(facilityVersions).values(version)
  })
}, 240_000)
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** Somebody with one role at one place, signed in. */
async function visitorAs(role: Role, place: Place): Promise<Visitor> {
  const id = v7()
  await db.asSignIn((tx) =>
    saveUser(tx, { id, name: 'N', email: `${id}@example.org`, providerId: 'credential', now: benchMoment }),
  )
  await db.asSystem(async (tx) => {
    const body = (await findBody(tx, describeRole(role).body!))!
    await savePerson(tx, { id, bodyId: body.id, addedAt: benchMoment })
    const at = { placeKind: place.kind, placeId: place.id, grantedBy: 'system', grantedAt: benchMoment }
    await saveAssignment(tx, { personId: id, bodyId: body.id, role, ...at })
  })
  return (await signedInAs(db, id, benchMoment)).visitor
}

/** What a page answers: the status of its refusal, where it leads to, or 200 when it shows something. */
async function answerOf(route: string, visitor: Visitor, facility: string): Promise<number | string> {
  const { params, query = '', ofFacility } = pages[route]!
  const { loader } =
    (await modules[`../../app/routes/${route}.tsx`]?.()) ?? (await modules[`../../app/routes/${route}.ts`]!())
  const asker = { actor: visitor.actor, now: () => benchMoment }
  const context: LoaderFunctionArgs['context'] = {
    ...visitContext(db, visitor, benchMoment),
    ask: (question) => db.asActor(visitor.actor, (tx) => question(createCaller({ tx, ...asker }))),
  }
  const request = new Request(`http://localhost/asked${query}`)
  const args = { request, params: { ...params, ...(ofFacility && { key: facility }) }, context }
  try {
    const answer = await loader(args)
    return answer instanceof Response ? told(answer) : 200
  } catch (error) {
    if (error instanceof Response) return told(error)
    throw error
  }
}

async function told(answer: Response): Promise<number | string> {
  if (answer.status === 404 && nothingToDraw.test(await answer.text())) return 'nothing to draw'
  return answer.headers.get('location') ?? answer.status
}

const nothingToDraw = /There is no such chart here/

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>
const modules = import.meta.glob<{ loader: Loader; action?: Loader }>('../../app/routes/*.{ts,tsx}')

/** Routes that take forms about others than their sender, and what each can be asked to do. */
const deeds: Record<string, readonly string[]> = {
  'administration.people._index': ['invite', 'revoke', ''],
  'administration.people.$id': ['end-role', 'end-sessions', 'end-person', 'grant', ''],
  'administration.sessions': ['end', ''],
  'administration.audit._index': ['check', ''],
  'administration.retention': ['decide', 'order', ''],
}
/** What a form of any of them may hold. */
const fields = {
  id: v7(),
  name: 'N',
  email: 'n@example.org',
  role: 'inspector',
  place: 'country',
  sure: 'yes',
  months: '12',
}

/** What a form with all of these fields is answered, whatever its page lets one see. */
async function deedAnswer(route: string, intent: string, visitor: Visitor): Promise<number | string> {
  const { action } = await modules[`../../app/routes/${route}.tsx`]!()
  const context: LoaderFunctionArgs['context'] = {
    ...visitContext(db, visitor, benchMoment),
    ask: (question) => {
      const asker = { actor: visitor.actor, now: () => benchMoment }
      return db.asActor(visitor.actor, (tx) => question(createCaller({ tx, ...asker })))
    },
  }
  const body = new URLSearchParams({ ...fields, intent })
  const request = new Request('http://localhost/asked', { method: 'POST', body })
  try {
    const answer = await action!({ request, params: { id: v7() }, context })
    return answer instanceof Response ? told(answer) : 200
  } catch (error) {
    if (error instanceof Response) return told(error)
    throw error
  }
}

const asked = Object.entries(pages).filter(([, { needs }]) => needs !== null) as [
  string,
  PageAccess & { needs: Permission },
][]

/** What the table of access says that a page answers. */
function expected(
  route: string,
  { needs, ofFacility, hasNothing }: PageAccess,
  actor: Actor,
  facility: string,
): number | string {
  const may = needs !== null && permissionsOf(actor).includes(needs)
  // The overview of a role without figures is its own first page.
  if (!may) return route === '_index' ? expect.stringMatching(/^\/(facilities|rules|administration)/) : 404
  if (hasNothing === 'ever' || (hasNothing && actor.facilities.length === 0)) return 'nothing to draw'
  if (!ofFacility || actor.facilities === 'all') return 200
  const isInside = actor.facilities.some((id) => (facility === inside.key ? inside : outside).id === id)
  return isInside ? 200 : 404
}

test('every page that takes forms about others says here what it can be asked to do', async () => {
  const taking: string[] = []
  for (const [path, load] of Object.entries(modules)) {
    const route = path.replace(/^.*\/|\.tsx?$/g, '')
    if (route.startsWith('administration') && (await load()).action) taking.push(route)
  }
  expect(taking.toSorted()).toEqual(Object.keys(deeds).toSorted())
})

describe.each(roles.filter((role) => describeRole(role).body))('as %s', (role) => {
  test.each(describeRole(role).places)(
    'with a %s as place, every page shows what the table says and nothing else',
    async (kind) => {
      // A team whose inspection is not there opens nothing.
      const id = { country: null, region, facility: inside.id, team: v7() }[kind]
      const visitor = await visitorAs(role, { kind, id })
      expect(visitor.actor.role).toBe(role)
      for (const [route, page] of asked) {
        for (const facility of page.ofFacility ? [inside.key, outside.key] : [inside.key]) {
          const answer = await answerOf(route, visitor, facility)
          expect([route, facility, answer]).toEqual([route, facility, expected(route, page, visitor.actor, facility)])
        }
      }
      // Nor does a form do what its page would not offer.
      const { duty } = describeRole(role)
      for (const [route, intents] of Object.entries(deeds)) {
        if (duty === (route === 'administration.audit._index' ? 'auditor' : 'administrator')) continue
        for (const intent of intents) {
          expect([route, intent, await deedAnswer(route, intent, visitor)]).toEqual([route, intent, 404])
        }
      }
    },
  )
})

test('a figure laid open names the files of the own lines, and no place tells of a file that it has no line of', async () => {
  const actorAt = (id: string): Actor => ({ userId: 'x', role: 'facility-director', bodyId: null, facilities: [id] })
  const month = '2025-12'
  const asked = { indicator: 'occupancy-rate', facility: inside.key, month } as const
  const { needs } = await callAs(db, actorAt(inside.id), benchMoment).indicators.explain(asked)
  const lines = needs.flatMap((need) => need.lines)
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines)
    expect(line).toMatchObject({ fileName: expect.stringMatching(/\.csv/), acceptedAt: benchMoment })
  const behind = (actor: Actor) =>
    db.asActor(actor, (tx) => tx.execute(sql`select file_name from file_behind(${lines[0]!.importId}::uuid)`))
  expect(await behind(actorAt(inside.id))).toHaveLength(1)
  expect(await behind(actorAt(outside.id))).toHaveLength(0)
  expect(await behind({ ...actorAt(inside.id), facilities: [] })).toHaveLength(0)
})

test('whoever has not signed in is led to the door by every page that shows anything, and back from there', async () => {
  for (const [route] of asked) {
    expect([route, await answerOf(route, stranger, inside.key)]).toEqual([
      route,
      expect.stringMatching(/^\/sign-in\?next=%2Fasked/),
    ])
  }
})

test('whoever lacks a role or a second proof is shown nothing but the way to it', async () => {
  const visitor = await visitorAs('ministry-analyst', { kind: 'country', id: null })
  for (const [lacks, way] of [
    ['role', '/role'],
    ['second-factor', '/account/second-factor'],
  ] as const) {
    const lacking: Visitor = { ...stranger, signedIn: { ...visitor.signedIn!, lacks } }
    for (const [route] of asked) {
      expect(String(await answerOf(route, lacking, inside.key)).startsWith(way), route).toBe(true)
    }
  }
})
