import { describe, expect, test } from 'vitest'
import { findIndicator, indicators } from '../../../server/domain/indicators/index.ts'
import { type GroupedPlace, standardisable, standardised } from '../../../server/domain/indicators/standardised.ts'
import { type Figure, missing } from '../../../server/domain/value.ts'

const share = findIndicator('unsentenced-share')!

const of = (numerator: number, denominator: number): Figure => ({
  state: 'counted',
  numerator,
  denominator,
  value: (numerator / denominator) * 100,
})

/** A facility with cases and people of two groups. */
function place(id: string, women: [number, number], men: [number, number]): GroupedPlace {
  const groups = new Map([
    ['sex:female', of(...women)],
    ['sex:male', of(...men)],
  ])
  return { id, whole: of(women[0] + men[0], women[1] + men[1]), groups }
}

/** Ten facilities whose women have 40 % and men 20 %; they differ in how many women they hold. */
const alike = Array.from({ length: 10 }, (_, at) => {
  const women = 50 + at * 40
  return place(`f${at}`, [women * 0.4, women], [(500 - women) * 0.2, 500 - women])
})

function rowsOf(places: readonly GroupedPlace[]) {
  const answer = standardised(share, places)
  if (answer.state !== 'standardised') throw new Error(answer.state)
  return answer.rows
}

describe('a comparison that allows for whom each facility holds', () => {
  test('tells apart what the people explain: unlike shares, and all as expected', () => {
    expect(alike.map(({ whole }) => whole.state === 'counted' && whole.value).slice(0, 2)).toEqual([
      22,
      expect.closeTo(23.6, 8),
    ])
    for (const row of rowsOf(alike)) {
      expect(row).toMatchObject({ ratio: expect.closeTo(1, 10), verdict: { state: 'judged', at998: 'within-limits' } })
    }
  })

  test('observed, expected, ratio and interval are those of the textbook', () => {
    // Breslow and Day: E is the sum of base × reference rate; the interval Garwood's for the observed count over E.
    const [odd, rest] = [place('odd', [30, 50], [100, 200]), place('rest', [10, 50], [100, 800])]
    const [row] = rowsOf([odd, rest])
    // Women 40 of 100, men 200 of 1,000: 50 × 0.4 + 200 × 0.2 = 60 expected.
    expect(row).toMatchObject({ observed: 130, expected: 60, ratio: expect.closeTo(2.16667, 5) })
    // R: poisson.test(130)$conf.int is 108.6154 to 154.3622.
    expect(row).toMatchObject({ interval: { low: expect.closeTo(1.81026, 4), high: expect.closeTo(2.5727, 3) } })
  })

  test('all expected cases together are all that were seen', () => {
    const rows = rowsOf([...alike, place('odd', [40, 50], [150, 450])])
    const sum = (read: (row: { observed: number; expected: number }) => number) =>
      rows.reduce((all, row) => all + ('ratio' in row ? read(row) : 0), 0)
    expect(sum(({ expected }) => expected)).toBeCloseTo(
      sum(({ observed }) => observed),
      8,
    )
    expect(rows.at(-1)).toMatchObject({ verdict: { at998: 'above-limits' } })
  })

  test.each([
    [
      'a group that is withheld',
      new Map<string, Figure>([['sex:female', { state: 'suppressed' }]]),
      of(30, 100),
      'withheld',
    ],
    ['a whole that is withheld', new Map([['sex:female', of(30, 100)]]), { state: 'suppressed' } as Figure, 'withheld'],
    ['no group', new Map<string, Figure>(), of(30, 100), 'missing'],
    ['no figure', new Map([['sex:female', missing('late')]]), missing('late'), 'missing'],
    ['groups that leave somebody out', new Map([['sex:female', of(30, 99)]]), of(30, 100), 'incomplete'],
  ] as const)('%s: it cannot be told, and the others do not feel it', (_name, groups, whole, why) => {
    const rows = rowsOf([...alike, { id: 'other', whole, groups }])
    expect(rows.at(-1)).toEqual({ id: 'other', why })
    expect(rows.slice(0, -1)).toEqual(rowsOf(alike))
  })

  test('fewer than five expected cases are not judged, however many were seen', () => {
    const rows = rowsOf([...alike, place('small', [5, 5], [8, 10])])
    expect(rows.at(-1)).toMatchObject({ observed: 13, verdict: { state: 'too-few' } })
  })

  test('with fewer than eight facilities nobody is judged', () => {
    const answer = standardised(share, alike.slice(0, 7))
    expect(answer).toMatchObject({ hasLimits: false })
    expect(rowsOf(alike.slice(0, 7))[0]).toMatchObject({ ratio: expect.any(Number), verdict: { state: 'too-few' } })
  })

  test('a share of more than its base is no share', () => {
    expect(standardised(share, [place('odd', [30, 20], [1, 10])])).toEqual({ state: 'no-quotient' })
  })
})

test('it is offered where the definition carries the groups, of shares and rates alone', () => {
  expect(standardisable(findIndicator('visited-in-90-days')!)).toContain('sex')
  expect(standardisable(findIndicator('occupancy-rate')!)).toEqual([])
  expect(standardisable(findIndicator('solitary-longest')!)).toEqual([])
  expect(indicators.filter((one) => standardisable(one).length > 0).length).toBeGreaterThan(10)
})
