import { describe, expect, test } from 'vitest'
import { can, type Permission, permissions, type Role, roles } from '../../server/domain/access.ts'
import { appRouter } from '../../server/trpc/router.ts'

interface Procedure {
  _def: { meta?: { permission?: Permission }; type: string }
}

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>)

describe('every procedure', () => {
  test.each(procedures.map(([name, procedure]) => [name, procedure] as const))(
    '%s says what it needs',
    (_name, procedure) => {
      expect(permissions).toContain(procedure._def.meta?.permission)
    },
  )

  test.each(procedures.map(([name, procedure]) => [name, procedure] as const))(
    '%s only reads: nobody is signed in yet',
    (_name, procedure) => {
      expect(procedure._def.type).toBe('query')
    },
  )
})

describe('the standing role of an installation without sign-in', () => {
  test('reads, and changes nothing', () => {
    const role: Role = 'ministry-analyst'
    expect(roles).toContain(role)
    const actor = { userId: 'x', role, facilities: 'all' } as const
    const mayDo = permissions.filter((permission) => can(actor, permission))
    expect(mayDo.filter((permission) => !permission.endsWith('.read'))).toEqual([])
  })

  test('has no place outside its facilities', () => {
    const actor = { userId: 'x', role: 'ministry-analyst', facilities: ['a'] } as const
    expect(can(actor, 'facility.read', 'a')).toBe(true)
    expect(can(actor, 'facility.read', 'b')).toBe(false)
  })
})
