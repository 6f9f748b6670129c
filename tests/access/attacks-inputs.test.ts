import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, describeRole, type Permission, permissionsOf, roles } from '../../server/domain/access.ts'
import { appRouter, createCaller } from '../../server/trpc/router.ts'
import { looseObjects, placesIn, plantedAt, sampleOf, wickedTexts, wickedValues } from '../support/attack-inputs.ts'
import { testMoment } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'
import { addPerson } from '../support/people.ts'

const db = await freshDatabase()

interface Procedure {
  _def: { meta: { permission: Permission }; type: string; inputs: unknown[] }
}
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>)
const asking = procedures.filter(([, { _def }]) => _def.inputs.length > 0)

const month = '2025-01'
const samples = {
  month,
  from: month,
  to: month,
  facility: 'mine',
  region: 'north',
  indicator: 'occupancy-rate',
  'indicators[]': 'occupancy-rate',
  rule: 'nmr-45',
  known: '2025-02-28',
  id: v7(),
}

/** Somebody who may ask: the attack is not turned away at the door. */
const actors = new Map<Permission, Actor>()

beforeAll(async () => {
  const at = testMoment.toISOString()
  await db.asSystem(async (tx) => {
    await tx.execute(sql`insert into installation (id, kind, country_name, created_at) values (1, 'real', 'X', ${at})`)
    await tx.execute(sql`insert into facilities (id, key, created_at) values (${v7()}, 'mine', ${at})`)
  })
  for (const permission of new Set(procedures.map(([, { _def }]) => _def.meta.permission))) {
    const role = roles.find((one) => {
      const { body, places } = describeRole(one)
      return body && places.includes('country') && permissionsOf({ role: one, facilities: 'all' }).includes(permission)
    })
    if (role) actors.set(permission, await addPerson(db, describeRole(role).body!, role))
  }
})

/** The code of a refusal, or 'answered'; whatever was done is undone. */
async function outcomeOf(name: string, { _def }: Procedure, input: unknown): Promise<string> {
  const actor = actors.get(_def.meta.permission)
  if (!actor) throw new Error(`nobody may ask ${name}`)
  const undone = new Error('undone')
  const call = db.asActor(actor, async (tx) => {
    const api = createCaller({ tx, actor, now: () => testMoment, requestId: 'request' })
    const procedure = name.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], api)
    await (procedure as (input: unknown) => Promise<unknown>)(input)
    throw undone
  })
  return call.then(
    () => 'answered',
    (error) => (error === undone ? 'answered' : `${error.code ?? error} ${error.code ? '' : error.cause}`.trim()),
  )
}

const allowed = ['answered', 'BAD_REQUEST', 'NOT_FOUND', 'CONFLICT', 'FORBIDDEN']

describe.each(asking)('%s', (name, procedure) => {
  const schema = procedure._def.inputs[0]
  const sample = sampleOf(schema, samples)

  test('refuses keys that it does not know, at every depth', async () => {
    expect(looseObjects(schema)).toEqual([])
    for (const key of ['role', 'facilities', 'bodyId', 'isAdmin', 'constructor']) {
      expect([key, await outcomeOf(name, procedure, { ...(sample as object), [key]: 'all' })]).toEqual([
        key,
        'BAD_REQUEST',
      ])
    }
  })

  test('answers or refuses whatever is put at any place of its question, and never breaks', async () => {
    for (const place of placesIn(sample)) {
      for (const wicked of [...wickedTexts, ...wickedValues]) {
        const outcome = await outcomeOf(name, procedure, plantedAt(sample, place, wicked))
        const attempt = `${place.join('.')}: ${JSON.stringify(wicked).slice(0, 60)}`
        expect([attempt, allowed.includes(outcome) || outcome]).toEqual([attempt, true])
      }
    }
  })
})

test('nothing of every object was changed by it', () => {
  expect(({} as Record<string, unknown>).role).toBeUndefined()
  expect(Object.keys(Object.prototype)).toEqual([])
})
