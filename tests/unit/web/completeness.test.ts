import { expect, test } from 'vitest'
import { completenessOf, saidIn } from '../../../app/facility/completeness.server.ts'
import { readerOf } from '../../../app/reader.server.ts'
import { describeIndicator } from '../../../server/domain/indicators/describe.ts'
import { findIndicator } from '../../../server/domain/indicators/index.ts'
import { reading } from '../../../server/domain/indicators/reading.ts'
import { monthsFrom } from '../../../server/domain/period.ts'
import { type Figure, missing } from '../../../server/domain/value.ts'

const reader = await readerOf(new Request('http://localhost/'))
const months = monthsFrom('2025-01', '2025-03')
const nought: Figure = { state: 'counted', numerator: 0, denominator: 10, value: 0 }
const ids = ['occupancy-rate', 'crowded-cells-share', 'unsentenced-share']

/** What the calendar of a facility says whose indicators stand so, month by month. */
function calendar(...figures: Figure[][]) {
  const series = figures.map((own, at) => ({
    indicatorId: ids[at]!,
    breakdown: '',
    readings: own.map((figure) => reading(findIndicator(ids[at]!)!, figure, 'return')),
    reporting: undefined,
    expected: undefined,
  }))
  const facts = ids.map((id) => describeIndicator(findIndicator(id)!))
  return completenessOf(series, facts, months, reader)
}

test.each([
  ['nought was said', [nought], { said: 1, expected: 1 }],
  ['nothing to report was said', [{ state: 'nothing-to-report' }], { said: 1, expected: 1 }],
  ['what is withheld was said', [{ state: 'suppressed' }], { said: 1, expected: 1 }],
  ['what is missing was not', [missing('not-reported'), missing('late')], { said: 0, expected: 2 }],
  ['what does not apply was not expected', [{ state: 'not-applicable' }], { said: 0, expected: 0 }],
  ['nothing is expected before it opened', [missing('facility-not-open')], { said: 0, expected: 0 }],
] as const)('%s', (_name, figures, said) => {
  expect(saidIn(figures as unknown as Figure[])).toEqual(said)
})

test('is undefined where nothing was ever reported', () => {
  expect(calendar([missing('not-reported'), missing('not-reported'), missing('not-reported')])).toBeUndefined()
})

test('says that all is there, and by area and month how much', () => {
  const chart = calendar([nought, nought, nought], [nought, nought, nought])!
  expect(chart.title).toBe('In each of the 3 months every indicator that the facility reports has a figure')
  expect(chart.table.rows).toEqual([
    ['Occupancy and conditions', '2 of 2 indicators', '2 of 2 indicators', '2 of 2 indicators'],
  ])
})

test('names the month in which most is missing; an indicator that is never sent does not count', () => {
  const gone = missing('not-reported')
  const chart = calendar([nought, nought, gone], [nought, gone, gone], [gone, gone, gone])!
  expect(chart.title).toBe('2 of 3 months are incomplete, most of all March 2025: 2 of 2 indicators without a figure')
  expect(chart.rows[0]!.cells.map(({ share }) => share)).toEqual([1, 0.5, 0])
})
