import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, describeRole, type Permission, permissionsOf, roles } from '../../server/domain/access.ts'
import { appRouter, createCaller } from '../../server/trpc/router.ts'
import { placesIn, plantedAt, sampleOf } from '../support/attack-inputs.ts'
import { testMoment } from '../support/call-as.ts'
import { countedTx } from '../support/counted-tx.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()
const [mine, other, region, otherRegion] = [v7(), v7(), v7(), v7()]

beforeAll(async () => {
  const at = testMoment.toISOString()
  await db.asSystem(async (tx) => {
    await tx.execute(sql`insert into installation (id, kind, country_name, created_at) values (1, 'real', 'X', ${at})`)
    for (const [id, key] of [
      [region, 'north'],
      [otherRegion, 'south'],
    ] as const) {
      await tx.execute(sql`insert into regions (id, key, created_at) values (${id}, ${key}, ${at})`)
      await tx.execute(sql`insert into region_versions (id, region_id, name, valid_from)
        values (${v7()}, ${id}, ${key}, '2020-01-01')`)
    }
    for (const [id, key, of] of [
      [mine, 'mine', region],
      [other, 'other', otherRegion],
    ] as const) {
      await tx.execute(sql`insert into facilities (id, key, created_at) values (${id}, ${key}, ${at})`)
      await tx.execute(sql`insert into facility_versions (id, facility_id, name, region_id, timezone, valid_from, recorded_at)
        values (${v7()}, ${id}, ${key}, ${of}, 'UTC', '2020-01-01', ${at})`)
    }
  })
})

interface Procedure {
  _def: { meta: { permission: Permission }; inputs: unknown[] }
}

const month = '2025-01'
const samples = {
  month,
  from: month,
  to: month,
  known: '2025-02-28',
  on: '2025-01-10',
  cited: 'Prison Act',
  indicator: 'occupancy-rate',
  'indicators[]': 'occupancy-rate',
}
const places = { facility: ['mine', 'other', 'nothing'], region: ['north', 'south', 'nothing'] } as const

/** Every procedure with each place in its question at which a facility or a region is named. */
const named = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>).flatMap(
  ([name, { _def }]) => {
    const schema = _def.inputs[0]
    if (!schema) return []
    return (['facility', 'region'] as const).flatMap((kind) => {
      const sample = sampleOf(schema, { ...samples, place: { [kind]: 'x' }, [kind]: 'x' })
      const at = placesIn(sample).find((path) => path.at(-1) === kind)
      return at ? [{ name, kind, ask: (key: string) => plantedAt(sample, at, key), needs: _def.meta.permission }] : []
    })
  },
)

/** What somebody with a place of their own learns by a question: the answer to it, and how much work the database had. */
async function learned(actor: Actor, name: string, input: unknown) {
  return db.asActor(actor, async (tx) => {
    const counted = countedTx(tx)
    const api = createCaller({ tx: counted.tx, actor, now: () => testMoment })
    const call = name.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], api)
    const answer = await (call as (input: unknown) => Promise<unknown>)(input).then(
      () => 'answered',
      (error) => ({ code: error.code, message: error.message, values: error.cause?.values }),
    )
    return { answer, statements: counted.count() }
  })
}

/** Each with the roles that may ask it with a place of their own. */
const asked = named.map((one) => ({
  ...one,
  holders: roles.filter(
    (role) => describeRole(role).body && permissionsOf({ role, facilities: [mine] }).includes(one.needs),
  ),
}))

test('there are questions about places to ask', () => {
  expect(named.length).toBeGreaterThan(8)
  // For a whole country only: nobody with a place of their own may ask at all.
  const ofNobody = asked.filter(({ holders }) => holders.length === 0).map(({ name }) => name)
  expect([...new Set(ofNobody)]).toEqual(['thresholds.set'])
})

const askable = asked.filter(({ holders }) => holders.length > 0)

describe.each(askable)('$name by $kind', ({ name, kind, ask, holders }) => {
  test.each(holders)('tells a %s of one place nothing about another: it is as one that is not there', async (role) => {
    const reach = kind === 'facility' ? { facilities: [mine] } : { facilities: [mine], regions: [region] }
    const actor: Actor = { userId: 'x', role, bodyId: null, ...reach }
    const [own, others, none] = places[kind]
    const forbidden = await learned(actor, name, ask(others))
    expect(forbidden).toEqual(await learned(actor, name, ask(none)))
    expect(forbidden.answer).toMatchObject({ code: 'NOT_FOUND' })
    expect((await learned(actor, name, ask(own))).answer).toBe('answered')
  })
})
