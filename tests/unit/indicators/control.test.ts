import { describe, expect, test } from 'vitest'
import { controlOf } from '../../../server/domain/indicators/control.ts'
import { findingOf } from '../../../server/domain/indicators/control-finding.ts'
import { indicators } from '../../../server/domain/indicators/index.ts'
import type { ControlSignal } from '../../../server/domain/statistics/run-rules.ts'
import { type Figure, missing } from '../../../server/domain/value.ts'

const share = { kind: 'proportion', statistics: 'wilson', timeBasis: 'clock-ended', unit: 'percent' } as const
const rate = { kind: 'rate', statistics: 'poisson', timeBasis: 'all-days', unit: 'per-1000-person-days' } as const
const places = { ...share, statistics: 'complete-count', timeBasis: 'last-day', unit: 'percent-of-places' } as const
const count = { ...share, kind: 'count', statistics: 'case-by-case', unit: 'persons' } as const

const figure = (numerator: number, denominator: number | null, per = 100): Figure => ({
  state: 'counted',
  numerator,
  denominator,
  value: denominator === null ? numerator : (numerator / denominator) * per,
})
const year = (of: (at: number) => Figure) => Array.from({ length: 14 }, (_, at) => of(at))

describe('the kind of chart', () => {
  test.each([
    ['a share', share, year((at) => figure(10 + (at % 3), 50)), 'share'],
    ['a rate', rate, year((at) => figure(4 + (at % 3), 30_000, 1000)), 'rate'],
    ['a complete count', places, year((at) => figure(90 + at, 100)), 'single'],
    ['a plain count', count, year((at) => figure(at % 2, null)), 'single'],
    ['a share beyond its whole', share, year(() => figure(60, 50)), 'single'],
    ['a figure of other arithmetic', share, year(() => ({ ...figure(10, 50), value: 33 }) as Figure), 'single'],
  ] as const)('of %s', (_name, definition, figures, kind) => {
    expect(controlOf(definition, figures).kind).toBe(kind)
  })
})

test.each([
  ['nothing', () => missing('not-reported')],
  ['eleven months', (at: number) => (at < 11 ? figure(10, 50) : missing('late'))],
  ['months withheld', (at: number): Figure => (at < 11 ? figure(10, 50) : { state: 'suppressed' })],
] as const)('of %s there are too few months', (_name, of) => {
  expect(controlOf(share, year(of)).chart.state).toBe('too-few')
})

test('is in the unit of the indicator; withheld and missing months are gaps', () => {
  const figures = [...year((at) => figure(10 + (at % 3), 50)), { state: 'suppressed' } as const, missing('late')]
  const { chart } = controlOf(share, figures)
  if (chart.state !== 'chart') throw new Error('too few')
  expect(chart.centre).toBeCloseTo(21.9, 1)
  expect(chart.points[0]!.value).toBe(20)
  expect(chart.points[0]!.high).toBeGreaterThan(30)
  expect(chart.points.slice(-2)).toEqual([null, null])
})

test('what carries over from month to month shows no runs', () => {
  const drift = Array.from({ length: 16 }, (_, at) => figure(at < 8 ? 4 : 20, 30_000, 1000))
  const runsOf = (timeBasis: 'all-days' | 'last-day') => {
    const { chart } = controlOf({ ...rate, timeBasis }, drift)
    return chart.state === 'chart' ? findingOf(chart).runs.length : null
  }
  expect(runsOf('all-days')).toBeGreaterThan(0)
  expect(runsOf('last-day')).toBe(0)
})

test('the limit of a count does not lie under nought', () => {
  const { chart, isComplete } = controlOf(
    count,
    year((at) => figure(at % 4 ? 0 : 3, null)),
  )
  expect(isComplete).toBe(true)
  expect(chart.state === 'chart' && chart.points[0]!.low).toBe(0)
})

test('every indicator of the catalogue has a chart for a year of its own examples', () => {
  for (const definition of indicators) {
    const figures = year(() => figure(1, 4))
    expect(controlOf(definition, figures).chart.state, definition.id).toBe('chart')
  }
})

describe('the finding', () => {
  const chart = (marks: (ControlSignal | '' | 'median' | null)[]) => ({
    state: 'chart' as const,
    centre: 5,
    median: 5,
    widened: 1,
    points: marks
      .map(
        (mark) =>
          mark !== null && {
            value: mark === 'median' ? 5 : 6,
            low: 0,
            high: 9,
            signals: mark === '' || mark === 'median' ? [] : [mark],
          },
      )
      .map((point) => point || null),
  })
  test.each([
    ['nothing', ['', '', null], { outside: [], runs: [] }],
    ['a month outside', ['', 'above-limit', null, 'below-limit'], { outside: [1, 3], runs: [] }],
    [
      'a run over a month on the median',
      ['run-above', 'median', 'run-above', ''],
      { outside: [], runs: [{ first: 0, last: 2, side: 'above', months: 2 }] },
    ],
    [
      'two runs with a gap between them',
      ['run-above', null, 'run-above', 'run-below'],
      {
        outside: [],
        runs: [
          { first: 0, last: 0, side: 'above', months: 1 },
          { first: 2, last: 2, side: 'above', months: 1 },
          { first: 3, last: 3, side: 'below', months: 1 },
        ],
      },
    ],
  ] as const)('of %s', (_name, marks, found) => {
    expect(findingOf(chart([...marks]))).toEqual(found)
  })
})
