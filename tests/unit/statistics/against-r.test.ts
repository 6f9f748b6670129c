import { readFileSync } from 'node:fs'
import { describe, test } from 'vitest'
import { ratesTest, sharesTest } from '../../../server/domain/statistics/exact-test.ts'
import { benjaminiHochberg } from '../../../server/domain/statistics/false-discovery.ts'
import { clopperPearson, poissonExact, wilson } from '../../../server/domain/statistics/interval.ts'
import { overDispersion, winsorised } from '../../../server/domain/statistics/over-dispersion.ts'
import { binomialQuantile, poissonQuantile } from '../../../server/domain/statistics/quantile.ts'
import { near } from './near.ts'

interface Fixture {
  wilson: { k: number; n: number; low: number; high: number }[]
  clopper: { k: number; n: number; low: number; high: number }[]
  garwood: { events: number; low: number; high: number }[]
  binomial: { p: number; n: number; share: number; events: number }[]
  poisson: { p: number; mean: number; events: number }[]
  shares: { k1: number; n1: number; k2: number; n2: number; p: number }[]
  rates: { k1: number; base1: number; k2: number; base2: number; p: number }[]
  adjusted: { p: number[]; q: number[] }
  dispersion: { z: number[]; winsorised: number[]; factor: number }
}

const r: Fixture = JSON.parse(readFileSync(new URL('../../fixtures/r/statistics.json', import.meta.url), 'utf8'))

describe('the same as R', () => {
  test.each(r.wilson)('wilson of $k in $n', ({ k, n, low, high }) => {
    near(wilson(k, n).low, low)
    near(wilson(k, n).high, high)
  })
  test.each(r.clopper)('binom.test of $k in $n', ({ k, n, low, high }) => {
    near(clopperPearson(k, n).low, low)
    near(clopperPearson(k, n).high, high)
  })
  test.each(r.garwood)('poisson.test of $events', ({ events, low, high }) => {
    near(poissonExact(events).low, low)
    near(poissonExact(events).high, high)
  })
  test.each(r.binomial)('binomial limit at $p, n $n, share $share', ({ p, n, share, events }) => {
    near(binomialQuantile(n, share)(p), events)
  })
  test.each(r.poisson)('Poisson limit at $p, mean $mean', ({ p, mean, events }) => {
    near(poissonQuantile(mean)(p), events)
  })
  test.each(r.shares)('mid-P of $k1/$n1 against $k2/$n2', ({ k1, n1, k2, n2, p }) => {
    near(sharesTest(k1, n1, k2, n2).p, p)
  })
  test.each(r.rates)('poisson.test of $k1/$base1 against $k2/$base2', ({ k1, base1, k2, base2, p }) => {
    near(ratesTest(k1, base1, k2, base2).p, p)
  })
  test('p.adjust by Benjamini and Hochberg', () => {
    for (const [at, q] of benjaminiHochberg(r.adjusted.p).entries()) near(q ?? Number.NaN, r.adjusted.q[at]!)
  })
  test('over-dispersion after winsorising', () => {
    for (const [at, z] of winsorised(r.dispersion.z, 0.1).entries()) near(z, r.dispersion.winsorised[at]!)
    near(overDispersion(r.dispersion.z), r.dispersion.factor)
  })
})
