import { describe, expect, test } from 'vitest'
import { homeOf } from '../../../app/person.ts'
import { describeRole, type Place, permissionsOf, type Role, roles } from '../../../server/domain/access.ts'
import { actingRole, type HeldRole, lackOf } from '../../../server/domain/visitor.ts'

const held = (role: Role, kind: Place['kind'] = 'country', assignmentId = 'a'): HeldRole => {
  const isNamed = kind === 'region' || kind === 'facility'
  const named = isNamed ? `the-${kind}` : null
  return { assignmentId, role, place: { kind, id: named }, placeKey: named, placeName: named }
}

describe('the role that a session acts in', () => {
  const [first, second] = [held('inspector'), held('lead-inspector', 'country', 'b')]
  test.each([
    ['the only one', [first], null, first],
    ['the chosen one', [first, second], 'b', second],
    ['none while nothing is chosen', [first, second], null, undefined],
    ['none when the chosen one has ended and several are left', [first, second], 'c', undefined],
    ['the last one when the chosen one has ended', [first], 'b', first],
    ['none when nothing is held', [], 'a', undefined],
  ])('is %s', (_name, all, chosen, acting) => {
    expect(actingRole(all, chosen)).toBe(acting)
  })
})

describe('what a session lacks', () => {
  test.each(roles.filter((role) => describeRole(role).body))('as %s', (role) => {
    const { isSecondFactorForced } = describeRole(role)
    expect(lackOf(held(role), 1, false)).toBe(isSecondFactorForced ? 'second-factor' : undefined)
    expect(lackOf(held(role), 1, true)).toBe('second-factor')
    expect(lackOf(held(role), 2, true)).toBeUndefined()
  })

  test('without a role it lacks one, whatever was proven', () => {
    expect(lackOf(undefined, 2, true)).toBe('role')
    expect(lackOf(undefined, 1, false)).toBe('role')
  })

  test('whoever has a second factor gives it before anything else, the choice of a role among it', () => {
    expect(lackOf(undefined, 1, true)).toBe('second-factor')
  })
})

describe('the first page', () => {
  const homes: [Role, Place['kind'], string][] = [
    ['facility-director', 'facility', '/facilities/the-facility'],
    ['facility-liaison', 'facility', '/facilities/the-facility'],
    ['expert-or-interpreter', 'facility', '/facilities/the-facility'],
    ['ministry-analyst', 'region', '/?region=the-region'],
    ['ministry-analyst', 'country', '/'],
    ['npm-member', 'country', '/questions'],
    ['inspector', 'region', '/questions?region=the-region'],
    ['inspector', 'facility', '/facilities/the-facility'],
    ['quality-reader', 'country', '/questions'],
    ['administration-administrator', 'country', '/administration'],
    ['inspectorate-auditor', 'country', '/administration'],
  ]
  test.each(homes)('of a %s at a %s is %s', (role, kind, home) => {
    expect(homeOf(held(role, kind), permissionsOf({ role, facilities: kind === 'country' ? 'all' : [] }))).toBe(home)
  })

  test('is one of the menu for every role', () => {
    for (const role of roles.filter((one) => describeRole(one).body)) {
      for (const kind of describeRole(role).places) {
        const may = permissionsOf({ role, facilities: kind === 'country' ? 'all' : [] })
        expect([role, kind, homeOf(held(role, kind), may)]).not.toContain('/role')
      }
    }
  })
})
