import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { auditEntries } from '../../db/schema/index.ts'
import { type Actor, roles } from '../../server/domain/access.ts'
import { parseDay } from '../../server/domain/period.ts'
import { prepareInstallation } from '../../server/services/installation.ts'
import { callAs } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()
const now = new Date('2026-01-15T09:00:00Z')
const actor = (role: Actor['role']): Actor => ({ userId: v7(), role, bodyId: null, facilities: 'all' })
const decides = actor('ministry-decision-maker')

beforeAll(async () => {
  await prepareInstallation(db, { kind: 'real', countryName: 'T', timezone: 'UTC', displayedNow: null }, true, now)
})

const given = {
  indicator: 'occupancy-rate',
  place: { country: true },
  level: 'serious',
  ...{ above: 95, atLeast: null, below: null, atMost: null },
  source: 'national-law',
  cited: 'Prison Act, section 4',
  reason: 'The act was changed',
  ...{ from: parseDay('2025-01-01')!, until: null, signedBy: 'A director general', signedFor: 'Ministry of Justice' },
} as const
const set = (as: Actor, change: object = {}) => callAs(db, as, now).thresholds.set({ ...given, ...change })
const outcome = (answer: Promise<unknown>) =>
  answer.then(
    () => 'done',
    (error) => error.message,
  )

test('the ministry’s decision maker sets, replaces, ends and withdraws thresholds, which stay to be seen and are written down', async () => {
  const api = callAs(db, decides, now)
  const first = await set(decides)
  const second = await set(decides, { above: 90, from: '2025-06-01' })
  expect(await outcome(set(decides, { from: '2025-03-01' }))).toBe('threshold.overlap')
  await api.thresholds.end({ id: second, on: parseDay('2025-12-01')!, signedBy: 'A director general' })
  await api.thresholds.withdraw({ id: first, signedBy: 'A director general', why: 'The wrong section' })
  const { thresholds } = await api.thresholds.list()
  expect(thresholds.map(({ id, until, withdrawn }) => [id, until, withdrawn?.why])).toEqual([
    [second, '2025-12-01', undefined],
    [first, '2025-06-01', 'The wrong section'],
  ])
  const entries = await db.asSystem((tx) => tx.select().from(auditEntries))
  const own = entries.filter(({ personId }) => personId === decides.userId).map(({ action }) => action)
  expect(own.toSorted()).toEqual([
    'threshold.end',
    'threshold.end',
    'threshold.set',
    'threshold.set',
    'threshold.withdraw',
  ])
})

test.each(['solitary-over-15-days', 'no-own-bed'])('no decision calls a breach of %s less', async (indicator) => {
  const less = { indicator, level: 'within', above: null, atMost: 5, source: 'local-default' }
  expect(await outcome(set(decides, less))).toBe('threshold.hard-limit')
  expect(await outcome(set(decides, { indicator, source: 'nmr-43' }))).not.toBe('done')
})

test('nobody else sets one: neither those who inspect nor a region, whose figures stay held against the catalogue', async () => {
  for (const role of roles.filter((one) => one !== 'ministry-decision-maker' && one !== 'system'))
    expect([role, await outcome(set(actor(role)))]).toEqual([role, 'error.not-permitted'])
  expect(await outcome(set({ ...decides, facilities: [], regions: [] }))).toBe('error.not-permitted')
  expect((await callAs(db, actor('npm-member'), now).thresholds.list()).maySet).toBe(false)
})
