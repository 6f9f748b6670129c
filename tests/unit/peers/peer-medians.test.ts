import { describe, expect, test } from 'vitest'
import { findIndicator } from '../../../server/domain/indicators/index.ts'
import { hasPeerMedian, peerMedian } from '../../../server/domain/peers/peer-medians.ts'

describe('the middle of the peers', () => {
  test.each<[name: string, values: (number | null)[], expected: ReturnType<typeof peerMedian>]>([
    ['an odd number', [9, 1, 4], { median: 4, known: 3 }],
    ['an even number lies between two', [10, 2, 4, 100], { median: 7, known: 4 }],
    ['a nought is a figure', [0, 0, 6], { median: 0, known: 3 }],
    ['missing and withheld are left out', [1, 3, 5, null, null], { median: 3, known: 3 }],
    ['two are no group', [1, 3, null], undefined],
    ['nobody', [], undefined],
  ])('%s', (_name, values, expected) => {
    expect(peerMedian(values)).toEqual(expected)
  })

  test('stands beside no count of people, and excuses nobody beyond a hard limit', () => {
    expect(hasPeerMedian(findIndicator('visited-in-90-days')!)).toBe(true)
    expect(hasPeerMedian(findIndicator('occupancy-rate')!)).toBe(true)
    expect(hasPeerMedian(findIndicator('no-own-bed')!)).toBe(false)
    expect(hasPeerMedian(findIndicator('solitary-longest')!)).toBe(false)
    expect(hasPeerMedian(findIndicator('solitary-over-15-days')!)).toBe(false)
  })
})
