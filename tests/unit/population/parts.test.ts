import { describe, expect, test } from 'vitest'
import { changeWithParts } from '../../../server/domain/population/parts.ts'

const days = { before: 365, after: 365 }
const year = (held: number, arrivals: number) => ({ personDays: held * 365, arrivals, held, places: 100 })
const facility = (key: string, regionName: string | null, before: number, after: number) => ({
  ...{ key, name: key.toUpperCase(), regionName },
  years: { before: year(before, 500), after: year(after, 500) },
})
const all = [facility('a', 'North', 100, 150), facility('b', 'South', 80, 80), facility('c', 'North', 50, 100)]
const silent = { ...facility('d', null, 10, 10), years: { before: null, after: year(10, 50) } }

describe('a place and its parts', () => {
  test('by region: each of its facilities together, in the order in which they stand', () => {
    const { whole, parts } = changeWithParts([...all, silent], 'region', days)
    expect(whole).toMatchObject({ matched: 3, asked: 4, people: { before: 230, after: 330 } })
    expect(parts.map(({ key, name }) => [key, name])).toEqual([
      [null, 'North'],
      [null, 'South'],
      [null, null],
    ])
    expect(parts[0]?.change.people).toMatchObject({ before: 150, after: 250, change: 100 })
    expect(parts[2]?.change).toMatchObject({ finding: { cannotTell: 'no-facility' }, people: null })
  })

  test('by facility: each by itself', () => {
    const { parts } = changeWithParts(all, 'facility', days)
    expect(parts.map(({ key, change }) => [key, change.people?.change])).toEqual([
      ['a', 50],
      ['b', 0],
      ['c', 50],
    ])
  })
})
