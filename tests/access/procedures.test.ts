import { describe, expect, test } from 'vitest'
import {
  type Actor,
  can,
  type Permission,
  permissions,
  permissionsOf,
  type Role,
  roles,
} from '../../server/domain/access.ts'
import { appRouter } from '../../server/trpc/router.ts'
import { callAs } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()

interface Procedure {
  _def: { meta?: { permission?: Permission }; type: string }
}

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>)

test.each(procedures)('%s says what it needs', (_name, procedure) => {
  expect(permissions).toContain(procedure._def.meta?.permission)
})

const somewhere = '01900000-0000-7000-8000-000000000001'
const actorIn = (role: Role, facilities: Actor['facilities']): Actor => ({
  userId: 'x',
  role,
  bodyId: null,
  facilities,
})

/** The code with which a procedure answers a question that says nothing: whoever may not ask never learns what it needs. */
async function answerTo(actor: Actor, name: string): Promise<string> {
  const call = name.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], callAs(db, actor))
  return (call as (input: unknown) => Promise<unknown>)(undefined).then(
    () => 'answered',
    (error) => error.code,
  )
}

describe.each(roles)('as %s', (role) => {
  test.each([
    ['the whole country', 'all'],
    ['one facility', [somewhere]],
    ['nowhere', []],
  ] as const)('every procedure holds to the table, with %s as place', async (_name, facilities) => {
    const actor = actorIn(role, facilities)
    for (const [name, procedure] of procedures) {
      const isAllowed = permissionsOf(actor).includes(procedure._def.meta!.permission!)
      const answer = await answerTo(actor, name)
      expect([name, answer === 'FORBIDDEN']).toEqual([name, !isAllowed])
    }
  })

  test('no permission reaches beyond the facilities of its place', () => {
    for (const permission of permissions) expect(can(actorIn(role, [somewhere]), permission, 'elsewhere')).toBe(false)
  })
})

test('the public is shown nothing', () => {
  expect(permissionsOf(actorIn('public', []))).toEqual([])
})

test('whoever reads for the ministry changes nothing but what they keep for themselves', () => {
  const may = permissionsOf(actorIn('ministry-analyst', 'all'))
  expect(may.filter((permission) => !permission.endsWith('.read'))).toEqual(['account.keep'])
})
