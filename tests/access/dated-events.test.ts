import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { facilities, facilityVersions, regions, regionVersions } from '../../db/schema/index.ts'
import type { Actor, Role } from '../../server/domain/access.ts'
import { parseDay, parseMonth } from '../../server/domain/period.ts'
import { prepareInstallation } from '../../server/services/installation.ts'
import { callAs } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()
const now = new Date('2026-01-15T09:00:00Z')
const [mine, other, region, otherRegion] = [v7(), v7(), v7(), v7()]

const actor = (role: Role, reach: Pick<Actor, 'facilities' | 'regions'>): Actor => ({
  userId: v7(),
  role,
  bodyId: null,
  ...reach,
})
const director = actor('facility-director', { facilities: [mine] })
const country = actor('ministry-decision-maker', { facilities: 'all' })
const regional = actor('ministry-decision-maker', { facilities: [mine], regions: [region] })

const places = {
  'the country': { country: true },
  'the region': { region: 'north' },
  'another region': { region: 'south' },
  'the facility': { facility: 'mine' },
  'another facility': { facility: 'other' },
} as const
type PlaceName = keyof typeof places

beforeAll(async () => {
  await prepareInstallation(db, { kind: 'real', countryName: 'T', timezone: 'UTC', displayedNow: null }, true, now)
  await db.asSystem(async (tx) => {
    for (const [id, key, facilityId, facility] of [
      [region, 'north', mine, 'mine'],
      [otherRegion, 'south', other, 'other'],
    ] as const) {
      await tx.insert(regions).values({ id, key, createdAt: now })
      await tx.insert(regionVersions).values({ id: v7(), regionId: id, name: key, validFrom: '2015-01-01' })
      await tx.insert(facilities).values({ id: facilityId, key: facility, createdAt: now })
      const version = { name: facility, regionId: id, timezone: 'UTC', validFrom: '2015-01-01', recordedAt: now }
      await tx.insert(facilityVersions).values({ id: v7(), facilityId, ...version })
    }
  })
})

const event = { kind: 'law', on: parseDay('2025-06-01')!, cited: 'Act 5 of 2025' } as const
const period = { from: parseMonth('2025-01')!, to: parseMonth('2026-01')! }

const record = (as: Actor, place: PlaceName, given: object = {}) =>
  callAs(db, as, now).events.record({ place: places[place], ...event, ...given })
const listed = async (as: Actor, place: PlaceName) =>
  (await callAs(db, as, now).events.list({ place: places[place], ...period })).events

const outcome = (answer: Promise<unknown>) =>
  answer.then(
    () => 'done',
    (error) => error.message,
  )

describe.each([
  ['a director', director, ['the facility']],
  ['a decision maker of the country', country, Object.keys(places)],
  ['a decision maker of a region', regional, ['the region', 'the facility']],
  ['an analyst', actor('ministry-analyst', { facilities: 'all' }), []],
  ['an inspector', actor('inspector', { facilities: 'all' }), []],
  ['a data officer', actor('facility-data-officer', { facilities: [mine] }), []],
] as const)('%s', (_name, as, own) => {
  test.each(Object.keys(places) as PlaceName[])('writes down what happened at %s, or is refused', async (place) => {
    const isOwn = (own as readonly string[]).includes(place)
    expect((await outcome(record(as, place))) === 'done').toBe(isOwn)
  })
})

test('what happened is seen by whoever has the place in reach, the country’s by all, and withdrawn by whoever may write there', async () => {
  const id = await record(country, 'another facility', { cited: 'Order 9' })
  const cited = (events: { cited: string }[]) => events.map((one) => one.cited)
  expect(cited(await listed(country, 'another facility'))).toContain('Order 9')
  expect(cited(await listed(director, 'the facility'))).not.toContain('Order 9')
  expect(await outcome(listed(director, 'another facility'))).toBe('facility.none')
  const national = await record(country, 'the country', { cited: 'Act 7' })
  expect(cited(await listed(director, 'the facility'))).toContain('Act 7')
  for (const [as, one] of [
    [director, id],
    [director, national],
    [regional, national],
  ] as const) {
    expect(await outcome(callAs(db, as, now).events.withdraw({ id: one }))).toBe('event.none')
  }
  await callAs(db, country, now).events.withdraw({ id: national })
  expect(cited(await listed(director, 'the facility'))).not.toContain('Act 7')
  expect(await outcome(callAs(db, country, now).events.withdraw({ id: national }))).toBe('event.none')
})

test('what was written down is listed however long ago it happened', async () => {
  await record(country, 'the country', { on: parseDay('1999-03-01')!, cited: 'Act 1 of 1999' })
  const { events } = await callAs(db, country, now).events.list({ place: { country: true } })
  expect(events.map(({ cited }) => cited)).toContain('Act 1 of 1999')
})

test.each([
  ['a day to come', { on: parseDay('2026-02-01')! }, 'event.future'],
  ['no source', { cited: '   ' }, 'event.no-source'],
])('an event with %s is refused in words', async (_name, given, message) => {
  expect(await outcome(record(country, 'the country', given))).toBe(message)
})

test('who wrote it down, and who withdrew it, stands in the audit', async () => {
  const id = await record(country, 'the region')
  await callAs(db, country, now).events.withdraw({ id })
  const entries = await db.asSystem((tx) =>
    tx.execute<{ action: string }>(`select action from audit_entries where subject like '%${id}%' order by action`),
  )
  expect(entries.map(({ action }) => action)).toEqual(['event.record', 'event.withdraw'])
})
