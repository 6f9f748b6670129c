import { expect, test } from 'vitest'
import { controlShown } from '../../../app/control-chart.server.ts'
import { readerOf } from '../../../app/reader.server.ts'
import { describeIndicator } from '../../../server/domain/indicators/describe.ts'
import { findIndicator } from '../../../server/domain/indicators/index.ts'
import { reading } from '../../../server/domain/indicators/reading.ts'
import { monthsFrom } from '../../../server/domain/period.ts'
import { type Figure, missing } from '../../../server/domain/value.ts'

const reader = await readerOf(new Request('http://localhost/'))
const months = monthsFrom('2024-01', '2025-12')

const of = (numerator: number, denominator: number): Figure => ({
  state: 'counted',
  numerator,
  denominator,
  value: (numerator / denominator) * 100,
})

/** The control chart of a share of people, month by month, over two years. */
function shown(figureAt: (at: number) => Figure, id = 'unsentenced-share') {
  const definition = findIndicator(id)!
  const readings = months.map((_, at) => reading(definition, figureAt(at), 'return'))
  return controlShown({ definition: describeIndicator(definition), months, readings, name: 'Kelm' }, reader)
}

const usual = (at: number) => of(20 + (at % 3), 100)

test.each([
  [
    'one month outside',
    (at: number) => (at === 18 ? of(70, 100) : usual(at)),
    'One month outside the limits: July 2025',
  ],
  [
    'two months outside',
    (at: number) => (at === 6 || at === 18 ? of(70, 100) : usual(at)),
    '2 months outside the limits, the latest July 2025',
  ],
  [
    'another level',
    (at: number) => of(at < 12 ? 20 : 80, 100),
    'The level itself moved: 24 of 24 months outside the limits',
  ],
  ['nothing', usual, 'No signal: the changes are within what chance makes'],
  ['noughts only', () => of(0, 100), 'No signal: the changes are within what chance makes'],
])('the title of a chart with %s is its finding', (_name, figureAt, finding) => {
  const chart = shown(figureAt)
  expect('chart' in chart && chart.chart.title).toContain(`Kelm: ${finding}`)
})

test.each([
  ['none', () => missing('not-reported'), 'none has one'],
  ['one', (at: number) => (at === 3 ? usual(at) : missing('late')), '1 has one'],
  ['eleven', (at: number): Figure => (at < 11 ? usual(at) : { state: 'suppressed' }), '11 have one'],
])('of %s of the months it says that they are too few', (_name, figureAt, words) => {
  const chart = shown(figureAt)
  expect('tooFew' in chart && chart.tooFew).toBe(
    `Too few months to say: limits need 12 months with a figure, and ${words}.`,
  )
})

test('what stands out is named by its rule, in the mark, the table and the summary; a withheld month is a gap', () => {
  const drawn = shown((at) => (at === 18 ? of(70, 100) : at === 20 ? { state: 'suppressed' } : usual(at)))
  if (!('chart' in drawn)) throw new Error('too few')
  const { chart } = drawn
  expect(chart.series[0]!.data[18]).toMatchObject({
    signal: 'Above the limits of its own ordinary variation',
    mark: 'Jul 2025: above the limit',
  })
  expect(chart.table.rows[18]!.at(-1)).toBe('Above the limits of its own ordinary variation')
  expect(chart.summary).toContain('July 2025 (Above the limits of its own ordinary variation)')
  expect(chart.series[0]!.data[20]).toEqual({ value: null, shown: 'Suppressed' })
  expect(chart.steps.every((step) => step.at[20] === null)).toBe(true)
})

test('a complete count says what its limits mean', () => {
  const drawn = shown((at) => of(90 + (at % 4), 100), 'occupancy-rate')
  expect('chart' in drawn && drawn.chart.note).toContain('there is no sampling error')
  expect('chart' in drawn && drawn.chart.title).toContain('the months differ as they usually do')
})
