import { describe, expect, test } from 'vitest'
import { type CertifiedRoom, capacityBases } from '../../../server/domain/indicators/capacity-bases.ts'

const room = (validFrom: string, certifiedPlaces: number, spaceM2Multi: number | null, validTo: string | null = null) =>
  ({ validFrom, validTo, certifiedPlaces, spaceM2Multi }) satisfies CertifiedRoom
const old = room('2015-01-01', 510, 6, '2025-07-01')
const raised = room('2025-07-01', 620, 4.9)
const idsOn = (certificates: CertifiedRoom[], day: '2025-08-31' | '2025-06-30' | '2014-01-31') =>
  capacityBases(certificates, day).map(({ id, places }) => [id, places])

describe('what people are counted against', () => {
  test('more places on the same floor are taken away again by the space of before', () => {
    // 620 × 4.9 m² = 3,038 m², which is 506 places of 6 m².
    expect(capacityBases([raised, old], '2025-08-31')).toEqual([
      { id: 'certified', places: 620, from: '2025-07-01', m2: 4.9 },
      { id: 'before', places: 510, from: '2015-01-01', m2: 6 },
      { id: 'same-space', places: 506, from: '2025-07-01', m2: 6 },
    ])
  })
  test.each<[name: string, certificates: CertifiedRoom[], day: Parameters<typeof idsOn>[1], expected: unknown]>([
    ['before the second certificate there is one basis', [old, raised], '2025-06-30', [['certified', 510]]],
    ['before the first there is none', [old, raised], '2014-01-31', []],
    [
      'new floor with the same space is no loss',
      [old, room('2025-07-01', 620, 6)],
      '2025-08-31',
      [
        ['certified', 620],
        ['before', 510],
      ],
    ],
    [
      'a space that nobody says is not guessed',
      [old, room('2025-07-01', 620, null)],
      '2025-08-31',
      [
        ['certified', 620],
        ['before', 510],
      ],
    ],
    [
      'as many places with more space change nothing',
      [old, room('2025-07-01', 510, 7)],
      '2025-08-31',
      [['certified', 510]],
    ],
  ])('%s', (_name, certificates, day, expected) => {
    expect(idsOn(certificates, day)).toEqual(expected)
  })
})
