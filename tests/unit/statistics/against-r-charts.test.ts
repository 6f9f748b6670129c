import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type ControlChart, uChart, xmrChart } from '../../../server/domain/statistics/control-chart.ts'
import { toSixDigits } from './near.ts'

interface Fixture {
  factor: number
  u: {
    events: number[]
    base: number[]
    centre: number
    value: number[]
    low: number[]
    high: number[]
    median: number
    beyond: number[]
  }[]
  xmr: { values: (number | null)[]; centre: number; low: number; high: number; median: number; beyond: number[] }[]
}

const r: Fixture = JSON.parse(readFileSync(new URL('../../fixtures/r/control-charts.json', import.meta.url), 'utf8'))

test.each(r.u)('u-chart about $centre', ({ events, base, centre, value, low, high, median, beyond }) => {
  const chart = drawn(uChart(events.map((numerator, at) => ({ numerator, denominator: base[at]! }))))
  toSixDigits(chart.centre, centre)
  toSixDigits(chart.median, median)
  for (const [at, point] of chart.points.entries()) {
    toSixDigits(point!.value, value[at]!)
    toSixDigits(point!.low, low[at]!)
    toSixDigits(point!.high, high[at]!)
  }
  expect(beyondLimits(chart)).toEqual(beyond)
})

test.each(r.xmr)('XmR-chart about $centre', ({ values, centre, low, high, median, beyond }) => {
  const chart = drawn(xmrChart(values))
  toSixDigits(chart.centre, centre)
  toSixDigits(chart.median, median)
  for (const [at, point] of chart.points.entries()) {
    expect(point === null).toBe(values[at] === null)
    if (point) toSixDigits(point.low, low)
    if (point) toSixDigits(point.high, high)
  }
  expect(beyondLimits(chart)).toEqual(beyond)
})

test('the published factor of the XmR-chart is three over d2, rounded', () => {
  expect(Math.round(r.factor * 100) / 100).toBe(2.66)
})

function drawn(chart: ControlChart) {
  if (chart.state !== 'chart') throw new Error('too few')
  return chart
}

/** Places, counted from 1. */
function beyondLimits({ points }: ReturnType<typeof drawn>): number[] {
  const isBeyond = (signal: string) => signal.endsWith('-limit')
  return points.flatMap((point, at) => (point?.signals.some(isBeyond) ? [at + 1] : []))
}
