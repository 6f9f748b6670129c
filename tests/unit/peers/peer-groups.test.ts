import { describe, expect, test } from 'vitest'
import english from '../../../app/messages/en/peers.json' with { type: 'json' }
import {
  countedGroups,
  findPeerGroup,
  groupsOf,
  kindOf,
  type PeerFacts,
  peerFamilies,
  peerGroups,
} from '../../../server/domain/peers/peer-groups.ts'

const closed: PeerFacts = {
  securityLevel: 'medium',
  regime: 'closed',
  holdsSex: 'men',
  places: 300,
  unsentencedShare: 12,
}

describe('the kind of a facility', () => {
  test.each<[name: string, facts: Partial<PeerFacts>, kind: string | undefined]>([
    ['closed, most are sentenced', {}, 'closed'],
    ['half await trial', { unsentencedShare: 50 }, 'remand'],
    ['a little under half', { unsentencedShare: 49.9 }, 'closed'],
    ['nobody knows how many await trial', { unsentencedShare: null }, undefined],
    ['open, whoever is held', { regime: 'open', unsentencedShare: 80 }, 'open'],
    ['women alone, in whatever regime', { regime: 'open', holdsSex: 'women' }, 'women'],
    ['women and men apart', { holdsSex: 'both_separated' }, 'closed'],
    ['high security', { securityLevel: 'maximum' }, 'high'],
    ['remand of high security', { securityLevel: 'high', unsentencedShare: 90 }, 'remand'],
    ['a register that says nothing', { regime: null, securityLevel: null, holdsSex: null }, undefined],
  ])('%s', (_name, facts, kind) => {
    expect(kindOf({ ...closed, ...facts })).toBe(kind)
  })

  test('puts no facility into two kinds, and no remand prison beside an open one', () => {
    for (const regime of ['open', 'semi_open', 'closed', 'mixed', null])
      for (const unsentencedShare of [null, 0, 50, 100]) {
        const kinds = groupsOf({ ...closed, regime, unsentencedShare }).filter(
          (id) => findPeerGroup(id)?.family === 'kind',
        )
        expect(kinds.length).toBeLessThanOrEqual(1)
      }
  })
})

test('sizes meet without a gap and without an overlap; without a certificate there is no size', () => {
  const sizes = (places: number | null) => groupsOf({ ...closed, places }).filter((id) => id.startsWith('size-'))
  expect([1, 99, 100, 299, 300, 5000].map(sizes)).toEqual([
    ['size-under-100'],
    ['size-under-100'],
    ['size-100-to-299'],
    ['size-100-to-299'],
    ['size-from-300'],
    ['size-from-300'],
  ])
  expect(sizes(null)).toEqual([])
})

test('groups are counted in the order in which they are offered, those that nobody is in left out', () => {
  const facilities = [{ groups: groupsOf(closed) }, { groups: groupsOf({ ...closed, regime: 'open', places: null }) }]
  expect(countedGroups(facilities)).toEqual([
    { id: 'open', family: 'kind', count: 1 },
    { id: 'closed', family: 'kind', count: 1 },
    { id: 'security-medium', family: 'security', count: 2 },
    { id: 'size-from-300', family: 'size', count: 1 },
  ])
})

test('every group and family has its words, and every id is used once', () => {
  const ids = peerGroups.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const wanted = [...ids.map((id) => `peers.group.${id}`), ...peerFamilies.map((id) => `peers.family.${id}`)]
  expect(wanted.filter((id) => !(id in english))).toEqual([])
})
