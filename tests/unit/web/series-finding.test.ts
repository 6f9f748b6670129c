import { expect, test } from 'vitest'
import { readerOf } from '../../../app/reader.server.ts'
import { seriesFinding } from '../../../app/series-finding.server.ts'
import type { Indicator } from '../../../server/domain/indicators/define.ts'
import { findIndicator } from '../../../server/domain/indicators/index.ts'
import { reading } from '../../../server/domain/indicators/reading.ts'
import { monthsFrom } from '../../../server/domain/period.ts'
import { type Figure, missing } from '../../../server/domain/value.ts'

const reader = await readerOf(new Request('http://localhost/'))
const months = monthsFrom('2025-01', '2025-04')
const figure = (numerator: number, denominator: number | null): Figure => ({
  state: 'counted',
  numerator,
  denominator,
  value: denominator === null ? numerator : (100 * numerator) / denominator,
})
const said = (id: string, figures: readonly Figure[]) => {
  const definition = findIndicator(id) as Indicator
  return seriesFinding(
    months,
    figures.map((one) => reading(definition, one, 'return')),
    definition.unit,
    reader,
  )
}
const none = missing('not-reported')

test.each<[id: string, figures: Figure[], finding: string | undefined]>([
  [
    'occupancy-rate',
    [figure(80, 100), figure(120, 100), figure(130, 100), none],
    '130.0% in March 2025; outside the target in 2 of 3 months',
  ],
  [
    'occupancy-rate',
    [figure(80, 100), none, none, figure(85, 100)],
    '85.0% in April 2025; within the target in all 2 months',
  ],
  ['occupancy-rate', [figure(130, 100), none, none, none], '130.0% in January 2025'],
  [
    'women-share',
    [figure(5, 100), figure(8, 100), none, figure(6, 100)],
    '6.0% in April 2025; between 5.0% and 8.0% in 3 months',
  ],
  [
    'solitary-over-15-days',
    [figure(0, null), figure(3, null), none, figure(1, null)],
    '1 in April 2025; people beyond the hard limit in 2 of 3 months',
  ],
  // A share that may be on either side of its line is not called outside.
  [
    'visited-in-90-days',
    [figure(20, 100), figure(20, 100), figure(20, 100), figure(62, 100)],
    '62.0% in April 2025; outside the target in 3 of 4 months, perhaps in 1 more',
  ],
  ['women-share', [none, none, none, none], undefined],
])('%s %#', (id, figures, finding) => {
  expect(said(id, figures)).toBe(finding)
})
