import { describe, expect, test } from 'vitest'
import { emptyFigures, putFigure } from '../../../server/domain/engine/figure-series.ts'
import { regionsOf } from '../../../server/domain/engine/region-tree.ts'
import { revisions } from '../../../server/domain/engine/revisions.ts'

const tree = [
  { regionId: 'district', parentId: 'north', from: '2000-01-01', until: '2020-07-01' },
  { regionId: 'district', parentId: 'south', from: '2020-07-01', until: null },
  { regionId: 'north', parentId: null, from: '2000-01-01', until: null },
  { regionId: 'south', parentId: null, from: '2000-01-01', until: null },
]

describe('the regions that hold a facility', () => {
  test.each([
    ['before the district moved', '2020-06', ['district', 'north']],
    ['from the month on in which it moved', '2020-07', ['district', 'south']],
  ] as const)('%s', (_name, month, expected) => {
    expect(regionsOf([{ regionId: 'district', from: '2000-01-01', until: null }], tree, month)).toEqual(expected)
  })

  test('none while the facility is not there', () => {
    expect(regionsOf([{ regionId: 'district', from: '2021-01-01', until: null }], tree, '2020-06')).toEqual([])
  })

  test('a ring in the register ends the list instead of the program', () => {
    const ring = [
      { regionId: 'a', parentId: 'b', from: '2000-01-01', until: null },
      { regionId: 'b', parentId: 'a', from: '2000-01-01', until: null },
    ]
    expect(regionsOf([{ regionId: 'a', from: '2000-01-01', until: null }], ring, '2020-06')).toEqual(['a', 'b'])
  })
})

describe('revisions', () => {
  function series(first: number, counts: (number | undefined)[]) {
    const made = emptyFigures(first, first + counts.length - 1)
    counts.forEach((count, place) => {
      if (count === undefined) putFigure(made, place, { state: 'missing', reason: 'not-reported' })
      else putFigure(made, place, { state: 'counted', numerator: count, denominator: 10, value: count * 10 })
    })
    return made
  }

  test('name each month whose figure reads differently now', () => {
    const changed = revisions(series(100, [1, 2, undefined]), series(100, [1, 3, 4]))
    expect(changed.map((one) => one.month)).toEqual([101, 102])
    expect(changed[0]).toMatchObject({ old: { numerator: 2 }, new: { numerator: 3 } })
    expect(changed[1]).toMatchObject({ old: { state: 'missing' }, new: { numerator: 4 } })
  })

  test('a new month at either end is no revision', () => {
    expect(revisions(series(100, [1]), series(99, [7, 1, 8]))).toEqual([])
  })

  test('a value that is taken back is one', () => {
    expect(revisions(series(100, [1]), series(100, [undefined]))).toHaveLength(1)
  })
})
