import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findBlock } from '../../../server/domain/suppression/blocks.ts'
import type { Member } from '../../../server/domain/suppression/facility-month.ts'
import { heldBy, othersIn, releaseMonth } from '../../../server/domain/suppression/month-release.ts'
import { packMembers, unpackMembers, unpackRelease } from '../../../server/domain/suppression/packed-members.ts'

const member = (facilityId: string, count: number, wasShown = false): Member => ({
  facilityId,
  counts: { assaults_staff: count },
  wasShown,
})

const anyMember = fc.record({
  facilityId: fc.uuid(),
  counts: fc.dictionary(fc.constantFrom('a', 'b@sex:female', 'c'), fc.nat({ max: 9 }), { noNullPrototype: true }),
  wasShown: fc.boolean(),
})

test('members are after keeping what they were before: a count that is not there is no nought', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyMember, { maxLength: 4 }), { maxLength: 4 }), (lists) => {
      expect(unpackMembers(JSON.parse(JSON.stringify(packMembers(lists))))).toEqual(lists)
    }),
  )
})

test('what an earlier version kept reads as it stands', () => {
  const release = { classes: [[member('a', 2), member('b', 3)]] }
  expect(unpackRelease(release)).toEqual(release)
  expect(unpackRelease(packMembers(release.classes))).toEqual(release)
})

describe('the other facilities of a month, as its decisions hold them', () => {
  const id = 'assaults_staff'
  const cell = findBlock(id)!.cells[0]!
  const facility = (name: string, region: string, count: number) => ({
    id: name,
    placeIds: ['country', region],
    members: new Map([[id, { facilityId: name, counts: { [cell]: count }, wasShown: false }]]),
  })
  const all = [facility('a', 'north', 2), facility('b', 'north', 3), facility('c', 'south', 1)]
  const decisions = releaseMonth(all, new Map())

  test('are those that were decided of, each in its places', () => {
    expect(othersIn(decisions, [id], 'b')).toEqual([all[0], all[2]])
    expect(heldBy(decisions, [id], 'b')).toEqual([all[1]!.members.get(id)])
  })

  test('are not known of a decision that was kept without them', () => {
    const without = new Map([[id, { ...decisions.get(id)!, members: undefined }]])
    expect(othersIn(without, [id], 'b')).toBeUndefined()
    expect(releaseMonth(all, without).get(id)?.members).toEqual(decisions.get(id)?.members)
  })

  test('with the changed one among them decide what all of them decide', () => {
    const changed = facility('b', 'north', 4)
    const beside = [...othersIn(decisions, [id], 'b')!, changed].sort((one, other) => (one.id < other.id ? -1 : 1))
    expect(releaseMonth(beside, decisions)).toEqual(releaseMonth([all[0]!, changed, all[2]!], decisions))
  })
})
