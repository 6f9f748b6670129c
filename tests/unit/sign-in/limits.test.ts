import { describe, expect, test } from 'vitest'
import { type AttemptKind, attemptLimits, mayTry } from '../../../server/domain/sign-in/attempts.ts'
import { isAlive, sessionLimits } from '../../../server/domain/sign-in/session-limits.ts'

const now = new Date('2026-01-15T09:00:00Z')
const after = (ms: number) => new Date(now.getTime() + ms)

test.each([
  ['just seen', 0, 1, true],
  ['left alone almost too long', 1 - sessionLimits.idleMs, 1, true],
  ['left alone too long', -sessionLimits.idleMs, 1, false],
  ['at its end', 0, 0, false],
])('a session %s', (_name, seen, ends, holds) => {
  expect(isAlive({ seenAt: after(seen), expiresAt: after(ends) }, now)).toBe(holds)
})

describe.each(Object.keys(attemptLimits) as AttemptKind[])('%s', (kind) => {
  test('may be tried as often as its limit says, and not once more', () => {
    expect(mayTry(kind, attemptLimits[kind].most)).toBe(true)
    expect(mayTry(kind, attemptLimits[kind].most + 1)).toBe(false)
  })
})
