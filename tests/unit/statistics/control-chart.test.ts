import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ControlChart,
  pChart,
  uChart,
  withoutRuns,
  xmrChart,
} from '../../../server/domain/statistics/control-chart.ts'
import { runs } from '../../../server/domain/statistics/run-rules.ts'

/** Nonconforming cans in 30 samples of 50: Montgomery, Introduction to Statistical Quality Control, table 7.1. */
const cans = [
  12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
]

function drawn(chart: ControlChart) {
  if (chart.state !== 'chart') throw new Error('too few')
  return chart
}

describe('pChart', () => {
  test('gives the published centre, limits and signals of Montgomery', () => {
    const chart = drawn(pChart(cans.map((numerator) => ({ numerator, denominator: 50 }))))
    expect(chart.centre).toBeCloseTo(0.2313, 4)
    expect(chart.points[0]?.high).toBeCloseTo(0.4102, 4)
    expect(chart.points[0]?.low).toBeCloseTo(0.0524, 4)
    const above = chart.points.flatMap((point, at) => (point?.signals.includes('above-limit') ? [at + 1] : []))
    expect(above).toEqual([15, 23])
  })
  test('is wider in a month with few people, and never leaves 0 to 1', () => {
    const months = Array.from({ length: 14 }, (_, at) => ({ numerator: 1, denominator: at === 3 ? 2 : 40 }))
    const { points } = drawn(pChart(months))
    expect(points[3]!.high).toBeGreaterThan(points[0]!.high)
    expect(points[3]!.high).toBeLessThanOrEqual(1)
    expect(points[3]!.low).toBe(0)
  })
  test('a missing month stays missing, a month without a base too', () => {
    const months = [
      ...cans.map((numerator) => ({ numerator, denominator: 50 })),
      null,
      { numerator: 0, denominator: 0 },
    ]
    const chart = drawn(pChart(months))
    expect(chart.points.slice(-2)).toEqual([null, null])
    expect(chart.centre).toBeCloseTo(0.2313, 4)
  })
  test('eleven months are too few', () => {
    expect(pChart(cans.slice(0, 11).map((numerator) => ({ numerator, denominator: 50 })))).toEqual({
      state: 'too-few',
      reported: 11,
    })
  })
})

describe('limits by the variation that is shown', () => {
  const months = (shares: number[], denominator: number) =>
    shares.map((share) => ({ numerator: Math.round(share * denominator), denominator }))
  const restless = [0.2, 0.24, 0.19, 0.25, 0.2, 0.26, 0.18, 0.24, 0.2, 0.25, 0.19, 0.24]

  test('are wider by the mean moving range of the standardised months (Laney 2002), by hand', () => {
    const plain = drawn(pChart(months(restless, 10_000)))
    const shown = drawn(pChart(months(restless, 10_000), 'shown'))
    const error = Math.sqrt((plain.centre * (1 - plain.centre)) / 10_000)
    const steps = restless.slice(1).map((share, at) => Math.abs(share - restless[at]!) / error)
    const factor = steps.reduce((total, step) => total + step, 0) / steps.length / 1.128
    expect(shown.widened).toBeCloseTo(factor, 10)
    expect(shown.points[0]!.high - shown.centre).toBeCloseTo(3 * factor * error, 10)
    expect(plain.points.some((point) => point!.signals.includes('above-limit'))).toBe(true)
    expect(shown.points.flatMap((point) => point!.signals)).toEqual([])
  })
  test('are never narrower than chance', () => {
    const still = months(
      restless.map(() => 0.2),
      50,
    )
    expect(drawn(pChart(still, 'shown')).widened).toBe(1)
    expect(drawn(pChart(still, 'shown')).points).toEqual(drawn(pChart(still)).points)
  })
  test('of noughts only are noughts', () => {
    const none = restless.map(() => ({ numerator: 0, denominator: 40 }))
    expect(drawn(uChart(none, 'shown'))).toMatchObject({ centre: 0, widened: 1 })
    expect(drawn(uChart(none, 'shown')).points[0]).toEqual({ value: 0, low: 0, high: 0, signals: [] })
  })
  test('a month of nought is as far from the centre as it is', () => {
    const dips = restless.map((_, at) => ({ numerator: at % 2 ? 0 : 400, denominator: 1000 }))
    expect(drawn(uChart(dips, 'shown')).widened).toBeGreaterThan(10)
  })
})

test('uChart: centre ± 3 √(centre / base)', () => {
  const { centre, points } = drawn(
    uChart(Array.from({ length: 12 }, (_, at) => ({ numerator: at % 2 ? 6 : 4, denominator: 10 }))),
  )
  expect(centre).toBe(0.5)
  expect(points[0]!.high).toBeCloseTo(0.5 + 3 * Math.sqrt(0.05), 12)
  expect(points[0]!.low).toBe(0)
})

describe('xmrChart', () => {
  test('mean ± 2.66 × mean moving range', () => {
    const { centre, points } = drawn(xmrChart([10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12]))
    expect(centre).toBe(11)
    expect(points[0]).toMatchObject({ low: 11 - 5.32, high: 11 + 5.32 })
  })
  test('a gap makes no range: a jump across it is not variation from month to month', () => {
    const values = [...Array.from({ length: 7 }, () => 5), null, ...Array.from({ length: 7 }, () => 9)]
    expect(drawn(xmrChart(values)).points[0]).toMatchObject({ low: 7, high: 7, signals: ['below-limit'] })
  })
  test('the same values moved up by a constant have the same signals', () => {
    const series = fc.array(fc.option(fc.integer({ min: 0, max: 50 })), { minLength: 30, maxLength: 40 })
    fc.assert(
      fc.property(series, (values) => {
        const signalsOf = (chart: ControlChart) =>
          chart.state === 'chart' ? chart.points.map((point) => point?.signals ?? null) : chart
        const moved = values.map((value) => (value === null ? null : value + 64))
        expect(signalsOf(xmrChart(moved))).toEqual(signalsOf(xmrChart(values)))
      }),
    )
  })
})

describe('runs', () => {
  const up = (count: number) => Array.from({ length: count }, () => 2)
  const marked = (values: (number | null)[]) => runs(values, 1).filter((signals) => signals.length > 0).length

  test('eight on one side are a run, seven are not', () => {
    expect(marked(up(8))).toBe(8)
    expect(marked(up(7))).toBe(0)
    expect(runs([0, 0, 0, 0, 0, 0, 0, 0], 1)[0]).toEqual(['run-below'])
  })
  test('a point on the median neither adds nor ends; a missing one ends', () => {
    expect(marked([...up(4), 1, ...up(4)])).toBe(8)
    expect(marked([...up(4), null, ...up(4)])).toBe(0)
    expect(marked([...up(4), 0, ...up(4)])).toBe(0)
  })
})

test('a stock that carries over shows no runs, but what lies beyond its limits', () => {
  const values = [...Array.from({ length: 10 }, (_, at) => 10 + (at % 2)), 40, ...Array.from({ length: 10 }, () => 12)]
  const [plain, stock] = [drawn(xmrChart(values)), drawn(withoutRuns(xmrChart(values)))]
  expect(plain.points.flatMap((point) => point?.signals ?? [])).toContain('run-below')
  expect(stock.points.flatMap((point) => point?.signals ?? [])).toEqual(['above-limit'])
  expect(withoutRuns({ state: 'too-few', reported: 3 })).toEqual({ state: 'too-few', reported: 3 })
})
