import { describe, expect, test } from 'vitest'
import {
  bcaInterval,
  bootstrapRatio,
  type Cluster,
  percentileInterval,
} from '../../../server/domain/statistics/bootstrap.ts'
import { poissonExact } from '../../../server/domain/statistics/interval.ts'

describe('bootstrapRatio', () => {
  const alone = clusters(400, () => 1)
  test('is near the exact interval where events come alone', () => {
    const ours = bootstrapRatio(alone, chance(1))!
    const events = alone.reduce((sum, { numerator }) => sum + numerator, 0)
    const exact = poissonExact(events)
    expect(ours.low * 400 * 30).toBeGreaterThan(exact.low * 0.93)
    expect(ours.low * 400 * 30).toBeLessThan(exact.low * 1.07)
    expect(ours.high * 400 * 30).toBeGreaterThan(exact.high * 0.93)
    expect(ours.high * 400 * 30).toBeLessThan(exact.high * 1.07)
  })
  test('is wider where the same number of events belongs to few people', () => {
    const few = alone.map((cluster, at) => ({ ...cluster, numerator: at % 10 === 0 ? eventsOf(alone, at, 10) : 0 }))
    const [one, other] = [bootstrapRatio(alone, chance(1))!, bootstrapRatio(few, chance(1))!]
    expect(other.high - other.low).toBeGreaterThan(1.3 * (one.high - one.low))
  })
  test('the same chance gives the same interval', () => {
    expect(bootstrapRatio(alone, chance(5))).toEqual(bootstrapRatio(alone, chance(5)))
  })
  test.each([
    ['nine clusters', alone.slice(0, 9)],
    ['no base', alone.map(() => ({ numerator: 0, denominator: 0 }))],
    ['no event at all', alone.map(() => ({ numerator: 0, denominator: 30 }))],
    ['one cluster with the whole base', alone.map((_, at) => ({ numerator: 1, denominator: at === 0 ? 30 : 0 }))],
  ])('%s: no interval', (_name, given) => {
    expect(bootstrapRatio(given, chance(1))).toBeNull()
  })
})

test('bcaInterval: none where leaving one out changes nothing', () => {
  expect(bcaInterval([1, 2, 3, 4], 2.5, [2.5, 2.5, 2.5])).toBeNull()
})
test('bcaInterval without skewness and shift is the percentile interval', () => {
  const replicates = Array.from({ length: 999 }, (_, at) => at - 499)
  const [bca, percentile] = [bcaInterval(replicates, 0.5, [-0.5, 0.5, 1.5]), percentileInterval(replicates)]
  // 500 of 999 replicates lie under the estimate: the shift is next to nothing.
  expect(Math.abs(bca!.low - percentile.low)).toBeLessThan(1)
  expect(Math.abs(bca!.high - percentile.high)).toBeLessThan(1)
})

/** People with 30 days each; an event falls to about one in five of them. */
function clusters(people: number, size: (at: number) => number): Cluster[] {
  const random = chance(3)
  return Array.from({ length: people }, (_, at) => ({ numerator: random() < 0.2 ? size(at) : 0, denominator: 30 }))
}

function eventsOf(all: readonly Cluster[], from: number, count: number): number {
  return all.slice(from, from + count).reduce((sum, { numerator }) => sum + numerator, 0)
}

/** A plain generator (Park and Miller 1988), so that the test is the same each time. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
