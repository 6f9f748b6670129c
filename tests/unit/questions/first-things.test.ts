import { describe, expect, test } from 'vitest'
import { findIndicator } from '../../../server/domain/indicators/index.ts'
import { reading } from '../../../server/domain/indicators/reading.ts'
import { monthIndex, parseMonth } from '../../../server/domain/period.ts'
import { firstThings } from '../../../server/domain/questions/first-things.ts'
import { type Figure, missing } from '../../../server/domain/value.ts'

const month = monthIndex(parseMonth('2026-02')!)
const people = (count: number): Figure => ({ state: 'counted', numerator: count, denominator: null, value: count })
const share = (numerator: number, denominator: number): Figure => ({
  state: 'counted',
  ...{ numerator, denominator, value: (100 * numerator) / denominator },
})

/** Thirteen months: the first, eleven like it, and the last. */
function year(indicatorId: string, then: Figure, now: Figure) {
  const definition = findIndicator(indicatorId)!
  const figures = [...Array.from({ length: 12 }, () => then), now]
  return { indicatorId, readings: figures.map((figure) => reading(definition, figure, 'return')) }
}

describe('hard limits', () => {
  const solitary = (now: Figure) => firstThings(month, [year('solitary-over-15-days', people(2), now)])
  const id = 'solitary-over-15-days'

  test('that people are beyond are told with how many, and whose the limit is', () => {
    const { broken, clear, unknown } = solitary(people(3))
    expect(broken).toEqual([{ id, people: 3, source: findIndicator(id)!.thresholds[0]!.source }])
    expect([clear, unknown.includes(id)]).toEqual([[], false])
  })

  test.each<[string, Figure, 'clear' | 'unknown' | 'neither']>([
    ['nobody is beyond', people(0), 'clear'],
    ['the month does not say', missing('not-reported'), 'unknown'],
    ['is withheld from the reader', { state: 'suppressed' }, 'unknown'],
    ['cannot apply', { state: 'not-applicable' }, 'neither'],
  ])('of which %s', (_name, now, expected) => {
    const { broken, clear, unknown } = solitary(now)
    expect(broken).toEqual([])
    expect([clear.includes(id), unknown.includes(id)]).toEqual([expected === 'clear', expected === 'unknown'])
  })

  test('that the facility never spoke of are unknown, each of them', () => {
    const { broken, clear, unknown } = firstThings(month, [])
    expect([broken, clear]).toEqual([[], []])
    expect(unknown).toContain(id)
    expect(unknown.length).toBeGreaterThan(5)
  })
})

test('what moved by more than chance makes likely is told, what did not is counted', () => {
  const { changes } = firstThings(month, [
    year('visited-in-90-days', share(600, 1000), share(300, 1000)),
    year('no-contact-90d', share(100, 1000), share(102, 1000)),
  ])
  expect(changes.told.map(({ place, verdict }) => [place, verdict])).toEqual([['visited-in-90-days', 'worse']])
  expect(changes.same).toBe(1)
})

test('missing is what the facility gave within the year and not now, by the reason; what it never gave is not', () => {
  const { missing: found } = firstThings(month, [
    year('occupancy-rate', share(90, 100), missing('not-reported')),
    year('visited-in-90-days', share(60, 100), missing('not-reported')),
    year('no-contact-90d', share(60, 100), missing('late')),
    year('solitary-over-15-days', missing('not-reported'), missing('not-reported')),
    year('women-share', share(6, 100), share(7, 100)),
  ])
  expect(found).toEqual([
    { reason: 'not-reported', ids: ['occupancy-rate', 'visited-in-90-days'] },
    { reason: 'late', ids: ['no-contact-90d'] },
  ])
})
