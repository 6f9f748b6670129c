import { describe, expect, test } from 'vitest'
import { findIndicator } from '../../../server/domain/indicators/index.ts'
import { curveSource, stayCurve } from '../../../server/domain/indicators/stay-curve.ts'
import { lengthCodes, lengthGroup, solitaryEdges } from '../../../server/domain/lengths.ts'
import { type Figure, missing } from '../../../server/domain/value.ts'

const source = curveSource('solitary-duration-median')!
const of = (value: number): Figure => ({ state: 'counted', numerator: value, denominator: null, value })
const groups = (counts: Record<string, number>) => new Map(Object.entries(counts).map(([code, n]) => [code, of(n)]))
const usual = { ended_upto_3: 20, ended_4_7: 10, ended_over_15: 5, running_upto_3: 4, running_8_15: 1 }

describe('a curve of how long something lasts', () => {
  test('is made of the groups alone, one that was never found being nought', () => {
    const curve = stayCurve(source, of(40), groups(usual))
    expect(curve).toMatchObject({
      state: 'curve',
      spells: 40,
      points: [{ time: 3, left: 16 }, { time: 7, left: 6 }, {}],
    })
    expect(curve.state === 'curve' && curve.points[0]?.survival).toBeCloseTo(1 - 20 / 38, 12)
  })

  test.each([
    ['withheld', of(40), new Map<string, Figure>([...groups(usual), ['running_4_7', { state: 'suppressed' }]])],
    ['withheld', { state: 'suppressed' } as Figure, groups(usual)],
    ['incomplete', of(41), groups(usual)],
    ['too-few', of(9), groups({ ended_upto_3: 9 })],
    ['none', missing('records-not-sent'), groups({})],
  ] as const)('there is none, and why: %s', (state, whole, own) => {
    const curve = stayCurve(source, whole, own)
    expect(curve.state).toBe(state)
    expect(curve).not.toHaveProperty('points')
  })

  test('its source is in the catalogue with the groups that it is read by, and only medians have one', () => {
    for (const id of ['pretrial-duration', 'solitary-duration-median']) {
      const { indicator, dimension, edges, told } = curveSource(id)!
      expect(findIndicator(indicator)?.breakdowns).toContain(dimension)
      expect(edges).toContain(told)
    }
    expect(curveSource('occupancy-rate')).toBeUndefined()
    expect(curveSource('constructor')).toBeUndefined()
  })
})

test.each([
  [0, true, 'ended_upto_3'],
  [3, true, 'ended_upto_3'],
  [3.2, true, 'ended_4_7'],
  [15, false, 'running_8_15'],
  [15.1, true, 'ended_over_15'],
  [400, false, 'running_over_15'],
])('%s days, ended: %s, is in the group %s', (days, hasEnded, code) => {
  expect(lengthCodes(solitaryEdges)[lengthGroup(solitaryEdges, days, hasEnded)]).toBe(code)
})
