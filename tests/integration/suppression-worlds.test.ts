import { beforeAll, expect, test, vi } from 'vitest'
import { listWithheldBlocks } from '../../db/queries/withheld.ts'
import { type Actor, systemActor } from '../../server/domain/access.ts'
import { findBlock } from '../../server/domain/suppression/blocks.ts'
import { guardedFormulas } from '../../server/domain/suppression/formula-blocks.ts'
import { comparisons, figures, generalAddresses, rulePages, withoutSmallCounts } from '../support/attack/addresses.ts'
import { type Address, answerOf, contextOf, withoutIds } from '../support/attack/surfaces.ts'
import { foundWorld } from '../support/attack/world-installation.ts'
import { prisons, returnOf } from '../support/attack/worlds.ts'
import { callAs } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'

/**
 * An attacker who reads everything: every page, file and drawing, to the last letter and coordinate. Two countries differ in
 * small counts of two prisons alone. Where all that a reader is given is the same of both, no arithmetic tells which of the two
 * it is: neither from an interval or an expected number, nor from a place on a drawing, a word, or an order.
 */

const now = new Date('2026-03-12T09:00:00Z')
const worlds = [
  { name: 'one', db: await freshDatabase() },
  { name: 'other', db: await freshDatabase() },
] as const
const months = { first: '2024-12', last: '2026-01', differFrom: '2025-08' } as const

interface Reach {
  ids: Map<string, string>
  regions: Map<string, string>
}
const reaches: Reach[] = []

beforeAll(async () => {
  await Promise.all(worlds.map(({ name, db }) => foundWorld(db, name, months, now)))
  for (const { db } of worlds) {
    const api = callAs(db, systemActor, now)
    const [all, regions] = [
      await api.facilities.list({ month: months.last }),
      await api.facilities.regions({ month: months.last }),
    ]
    reaches.push({
      ids: new Map(all.map(({ id, key }) => [key, id])),
      regions: new Map(regions.map(({ id, key }) => [key, id])),
    })
  }
})

const person = (role: Actor['role'], reach: Pick<Actor, 'facilities' | 'regions'> = { facilities: 'all' }): Actor => ({
  userId: 'x',
  role,
  bodyId: null,
  ...reach,
})
const ofRegion = ({ ids, regions }: Reach, region: 'north' | 'south') => ({
  facilities: [...ids].flatMap(([key, id]) => (key.startsWith(region[0]!) ? [id] : [])),
  regions: [regions.get(region)!],
})

const isWide = process.env.DAYLIGHT_TEST_ALL !== undefined
const guarded = [...new Set(guardedFormulas.map(({ formula }) => formula.definition.id))]
// Every page of every indicator, each made twice: minutes for each who asks.
if (isWide) vi.setConfig({ testTimeout: 1_800_000 })
/** One of each kind: a rate with groups, a sum of a year, a median, a share by group. */
const some = ['self-harm-rate', 'suicide-rate', 'solitary-duration-median', 'women-share']
const indicators = isWide ? guarded : some

const ofFigures = (place: { key: string; region?: string }): Address[] =>
  indicators.flatMap((id) => [
    ...comparisons(id),
    ...(place.region && (isWide || some.indexOf(id) < 2) ? comparisons(id, place.region) : []),
    ...figures(id, {}),
    ...figures(id, { key: place.key }),
    ...(place.region ? figures(id, { region: place.region }) : []),
  ])
const general = (place: { key: string; region?: string }): Address[] => [
  ...generalAddresses(),
  ...(place.region ? generalAddresses(place.region) : []),
  ...[undefined, place.region].flatMap((region) => rulePages(isWide ? undefined : ['nmr-32', 'nmr-56'], region)),
  { route: 'facilities.$key._index', params: { key: place.key } },
]

/**
 * The addresses of which the two countries' answers differ, and the routes that gave one at all; with `once` no more of a route
 * that differs is asked.
 */
async function tellingOf(addresses: readonly Address[], actor: (reach: Reach) => Actor, once = false) {
  const telling: Address[] = []
  const given = new Set<string>()
  for (const address of addresses) {
    if (once && telling.some(({ route }) => route === address.route)) continue
    const [one, other] = await Promise.all(
      worlds.map(({ db }, at) => answerOf(contextOf(db, actor(reaches[at]!), now), address)),
    )
    if (!one!.startsWith('404')) given.add(address.route)
    if (withoutIds(one!) !== withoutIds(other!)) telling.push(address)
  }
  return { telling, given }
}

const north = { key: 'n-1', region: 'north' }
const everything = [...general(north), ...ofFigures(north)]
const routes = new Set(everything.map(({ route }) => route).filter((route) => !withoutSmallCounts.includes(route)))

test('whoever inspects both prisons can tell the countries apart by every page and file that has figures', async () => {
  const { telling } = await tellingOf(everything, () => person('lead-inspector'), true)
  expect(new Set(telling.map(({ route }) => route))).toEqual(routes)
})

/** Of these six prisons' groups together the ministry is shown too few to draw: its file is attacked over the demonstration. */
const notDrawn = ['compare_.equity_.chart[.svg]', 'compare_.equity_.chart[.csv]']

test('the ministry cannot, by any', async () => {
  const { telling, given } = await tellingOf(everything, () => person('ministry-analyst'))
  expect(telling).toEqual([])
  expect([...routes].filter((route) => !given.has(route))).toEqual(isWide ? [] : notDrawn)
})

test('in all that is withheld of the two prisons the countries differ', async () => {
  for (const key of ['n-1', 'e-1']) {
    const ids = reaches.map((reach) => reach.ids.get(key)!)
    const withheld = await Promise.all(
      worlds.map(({ db }, at) => db.asSystem((tx) => listWithheldBlocks(tx, { facilityIds: [ids[at]!] }))),
    )
    const blocks = withheld.map((rows) =>
      rows.map(({ block, startMonth, months: own }) => `${block} ${startMonth} ${own}`),
    )
    expect(blocks[0]!.toSorted()).toEqual(blocks[1]!.toSorted())
    const prison = prisons.find((one) => one.key === key)!
    const [one, other] = (['one', 'other'] as const).map((world) => returnOf(prison, world, true))
    const alike = withheld[0]!.filter(({ block }) =>
      findBlock(block)!.cells.every((cell) => one!.get(cell) === other!.get(cell)),
    )
    expect([withheld[0]!.length > 60, alike.map(({ block }) => block)]).toEqual([true, ['deaths_custody@sex']])
  }
})

test.each<[name: string, place: { key: string; region?: string }, actor: (reach: Reach) => Actor]>([
  ['the ministry’s people of their region', north, (reach) => person('ministry-analyst', ofRegion(reach, 'north'))],
  [
    'the director of a prison beside them',
    { key: 'n-2' },
    ({ ids }) => person('facility-director', { facilities: [ids.get('n-2')!] }),
  ],
  [
    'the director of one with small counts of its own',
    { key: 's-1' },
    ({ ids }) => person('facility-director', { facilities: [ids.get('s-1')!] }),
  ],
  [
    'an inspector of the other region',
    { key: 's-1', region: 'south' },
    (reach) => person('inspector', ofRegion(reach, 'south')),
  ],
])('nor can %s', async (_name, place, actor) => {
  const { telling, given } = await tellingOf(
    [...general(place), ...(isWide ? ofFigures(place) : [...comparisons(some[0]!), ...figures(some[0]!, {})])],
    actor,
  )
  expect(telling).toEqual([])
  expect(given.size).toBeGreaterThan(20)
})
