import { describe, expect, test } from 'vitest'
import { judgeDisparities } from '../../../server/domain/statistics/disparity.ts'
import { standardisedRatio } from '../../../server/domain/statistics/standardise.ts'

const of = (numerator: number, denominator: number) => ({ numerator, denominator })
const one = (group: ReturnType<typeof of>, others: ReturnType<typeof of>, kind: 'share' | 'rate' = 'share') =>
  judgeDisparities(kind, [{ group, others }])[0]

describe('judgeDisparities', () => {
  test.each([
    ['clearly more', of(30, 100), of(60, 400), 'higher', 2],
    ['clearly fewer', of(10, 200), of(80, 400), 'lower', 0.25],
    ['a little more', of(17, 100), of(60, 400), 'no-difference-beyond-chance', 1.133],
    ['fewer than five expected in the group', of(4, 10), of(60, 400), 'cannot-tell-too-few', 2.667],
    ['nobody in the group', of(0, 0), of(60, 400), 'cannot-tell-no-figure', null],
    ['no others', of(9, 100), of(0, 0), 'cannot-tell-no-figure', null],
    ['no case anywhere', of(0, 100), of(0, 400), 'cannot-tell-too-few', null],
    ['every case in the group', of(20, 100), of(0, 100), 'higher', null],
    ['no case in the group', of(0, 100), of(60, 400), 'lower', 0],
  ] as const)('%s', (_name, group, others, verdict, ratio) => {
    const judged = one(group, others)
    expect(judged?.verdict).toBe(verdict)
    if (ratio === null) expect(judged?.ratio).toBeNull()
    else expect(judged?.ratio).toBeCloseTo(ratio, 3)
  })
  test('rates: events over person-days', () => {
    expect(one(of(30, 3000), of(60, 12_000), 'rate')?.verdict).toBe('higher')
    expect(one(of(9, 3000), of(36, 12_000), 'rate')?.verdict).toBe('no-difference-beyond-chance')
  })
  test('what stands out alone may be chance among many groups', () => {
    const borderline = { group: of(24, 100), others: of(58, 400) }
    const still = { group: of(15, 100), others: of(60, 400) }
    expect(judgeDisparities('share', [borderline])[0]?.verdict).toBe('higher')
    const among = judgeDisparities('share', [borderline, ...Array.from({ length: 9 }, () => still)])
    expect(among[0]?.verdict).toBe('no-difference-beyond-chance')
  })
})

describe('standardisedRatio', () => {
  test('expects of each group what the reference has there', () => {
    const ours = standardisedRatio([
      { events: 6, base: 1000, referenceRate: 0.004 },
      { events: 9, base: 500, referenceRate: 0.002 },
    ])
    expect(ours).toMatchObject({ observed: 15, expected: 5, ratio: 3 })
    expect(ours!.interval.low).toBeGreaterThan(1)
  })
  test('nothing expected: no ratio', () => {
    expect(standardisedRatio([{ events: 2, base: 0, referenceRate: 0.004 }])).toBeNull()
    expect(standardisedRatio([])).toBeNull()
  })
})
