import { describe, expect, test } from 'vitest'
import type { Actor } from '../../../server/domain/access.ts'
import {
  type AskedInvitation,
  decideInvitation,
  invitationState,
  normalEmail,
} from '../../../server/domain/invitations.ts'
import { pauseAfter } from '../../../server/domain/mail/message.ts'

const administrator: Actor = { userId: 'a', role: 'npm-administrator', bodyId: 'n', facilities: 'all' }
const npm = { id: 'n', kind: 'npm' } as const
const asked: AskedInvitation = {
  name: ' Rosalind ',
  email: 'Rosalind@Example.org ',
  role: 'npm-member',
  place: { kind: 'country', id: null },
}

test('name and address are kept in one form', () => {
  expect(decideInvitation(administrator, npm, asked)).toMatchObject({ name: 'Rosalind', email: 'rosalind@example.org' })
})

test.each<[string, Partial<AskedInvitation>, string]>([
  ['no name', { name: '  ' }, 'invitation.name'],
  ['a name of two lines', { name: 'R\nBcc: everybody@example.org' }, 'invitation.name'],
  ['a name that turns the line around', { name: 'R\u202E' }, 'invitation.name'],
  ['a name of 101 characters', { name: 'x'.repeat(101) }, 'invitation.name'],
  ['no address', { email: '' }, 'invitation.email'],
  ['two addresses', { email: 'a@example.org, b@example.org' }, 'invitation.email'],
  ['an address of ten million characters', { email: 'x'.repeat(10_000_000) }, 'invitation.email'],
  ['a role of another body', { role: 'inspector' }, 'assignment.other-body'],
  ['a place where the role is not held', { place: { kind: 'facility', id: 'f' } }, 'assignment.place'],
])('%s is refused', (_name, change, messageId) => {
  expect(() => decideInvitation(administrator, npm, { ...asked, ...change })).toThrow(messageId)
})

test.each([
  ['an administrator of another body', { ...administrator, bodyId: 'x' }, 'person.none'],
  ['somebody who invites nobody', { ...administrator, role: 'npm-member' as const }, 'error.not-permitted'],
])('%s is refused', (_name, by, messageId) => {
  expect(() => decideInvitation(by, npm, asked)).toThrow(messageId)
})

test('an address written with other signs of the same meaning is the same address', () => {
  expect(normalEmail('ＲＯＳＡ@example.org')).toBe('rosa@example.org')
})

describe('an invitation', () => {
  const now = new Date('2026-01-15T09:00:00Z')
  const none = { expiresAt: null, acceptedAt: null, revokedAt: null }
  test.each([
    ['not sent yet', none, 'waiting'],
    ['sent', { ...none, expiresAt: new Date(now.getTime() + 1) }, 'sent'],
    ['at its end', { ...none, expiresAt: now }, 'expired'],
    ['taken up', { ...none, expiresAt: now, acceptedAt: now }, 'accepted'],
    ['revoked before it was sent', { ...none, revokedAt: now }, 'revoked'],
  ])('%s', (_name, ends, state) => {
    expect(invitationState(ends, now)).toBe(state)
  })
})

test('a message that cannot be sent waits longer each time, and never longer than six hours', () => {
  expect([1, 2, 3, 9, 10, 60].map((failures) => pauseAfter(failures) / 60_000)).toEqual([1, 2, 4, 256, 360, 360])
})
