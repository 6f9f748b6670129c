import { describe, expect, test } from 'vitest'
import { valueAxis } from '../../../server/domain/charts/axis.ts'
import { notReported, periods, sampleCharts, sampleFunnel, sampleLine, sampleRows } from './sample-charts.ts'

const charts = sampleCharts()

describe.each(charts.map((chart) => [`${chart.kind} ${chart.direction}`, chart] as const))('%s', (_name, chart) => {
  test('travels as JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
  })
  test('has a table twin of one shape', () => {
    expect(chart.table.rows.length).toBeGreaterThan(0)
    for (const row of chart.table.rows) expect(row).toHaveLength(chart.table.columns.length)
  })
})

describe('table twin', () => {
  test('of a line chart says for each month what the series says', () => {
    const chart = sampleLine()
    expect(chart.table.rows.map((row) => row[0])).toEqual(periods.map((period) => period.label))
    for (const [at, row] of chart.table.rows.entries()) {
      const datum = chart.series[0]!.data[at]!
      expect(row[1]).toBe(datum.value === null ? 'not reported' : `${datum.shown} (${40 + at}.0 % to ${60 + at}.0 %)`)
    }
  })
  test('of a funnel has every facility that is drawn, with its outcome in words', () => {
    const { points, table } = sampleFunnel()
    expect(table.rows).toEqual(points.map((point) => [point.name, point.sizeShown, point.shown, point.outcome]))
    expect(table.rows.find(([name]) => name === 'Farhold')?.[3]).toBe('above 99.8')
    expect(table.rows.find(([name]) => name === 'Tinyton')?.[3]).toBe('too few')
  })
  test('of rows keeps the order given and tells nought from missing', () => {
    expect(sampleRows().table.rows).toEqual([
      ['Zeta', '40.0 % (30.0 % to 50.0 %)'],
      ['Alpha', '60.0 % (35.0 % to 80.0 %)'],
      ['Silent', 'not reported'],
      ['None', '0.0 %'],
    ])
  })
})

test('a missing value is null with its reason, never nought', () => {
  expect(
    sampleLine(
      'ltr',
      periods.map(() => notReported),
    ).series[0]!.data[0],
  ).toEqual({ value: null, shown: 'not reported' })
})

test('complete counts have no limits to be beyond', () => {
  const chart = sampleFunnel('ltr', 'complete-count')
  expect(chart.curves).toEqual([])
  expect(chart.target).toBeNull()
  expect(new Set(chart.points.map((point) => point.mark))).toEqual(new Set(['no-limits']))
})

describe('valueAxis', () => {
  test('holds its values between round ticks', () => {
    const axis = valueAxis([52, 61], 'x', String)
    expect(axis).toMatchObject({ min: 52, max: 62 })
    expect(axis.ticks.length).toBeGreaterThanOrEqual(3)
  })
  test('starts at nought for bars, and where the values reach far down', () => {
    expect(valueAxis([52, 61], 'x', String, 'zero').min).toBe(0)
    expect(valueAxis([12, 61], 'x', String).min).toBe(0)
    expect(valueAxis([-5, 61], 'x', String, 'zero').min).toBeLessThanOrEqual(-5)
  })
  test('of one value, of nought only and of none is still an axis', () => {
    for (const values of [[40], [0, 0], []]) {
      const { min, max } = valueAxis(values, 'x', String)
      expect(max).toBeGreaterThan(min)
    }
  })
})
