import { expect, test } from 'vitest'
import { readerOf } from '../../../app/reader.server.ts'
import { ruleChangeMarks } from '../../../app/rule-changes.server.ts'
import { seriesChart } from '../../../app/series-chart.server.ts'
import type { Indicator } from '../../../server/domain/indicators/define.ts'
import { describeIndicator } from '../../../server/domain/indicators/describe.ts'
import { findIndicator } from '../../../server/domain/indicators/index.ts'
import { reading } from '../../../server/domain/indicators/reading.ts'
import { newestOf } from '../../../server/domain/indicators/versions.ts'
import { monthsFrom } from '../../../server/domain/period.ts'

const reader = await readerOf(new Request('http://localhost/'))
const occupancy = findIndicator('occupancy-rate') as Indicator
const months = monthsFrom('2025-01', '2025-12')
const told = {
  ...reader,
  words: {
    ...reader.words,
    indicator: () => ({ ...reader.words.indicator('occupancy-rate')!, changed: { 2: 'People away are left out.' } }),
  },
}
const bounds = {
  above: 95,
  atLeast: null,
  below: null,
  atMost: null,
  source: 'national-law',
  cited: 'Act, s. 4',
} as const
const facts = describeIndicator(
  newestOf([
    { ...occupancy, until: '2025-07' },
    { ...occupancy, version: 2, from: '2025-07', until: '2025-11' },
  ])[0]!,
)

test('a new version of the definition stands over its first month, with what changed, and so does its end', () => {
  expect(ruleChangeMarks(facts, [], months, told)).toEqual([
    { at: 6, name: 'Definition version 2 from here: People away are left out.' },
    { at: 10, name: 'The definition ended before this month' },
  ])
  expect(ruleChangeMarks(facts, [], monthsFrom('2025-08', '2025-10'), told)).toEqual([])
})

test('a threshold of the country’s own stands over its month, one that another replaced with that one', () => {
  const [old, fresh] = [{ ...bounds, level: 'serious' } as const, { ...bounds, level: 'serious', above: 90 } as const]
  const changes = [
    { on: '2025-03-15', began: [old], ended: [] },
    { on: '2025-06-01', began: [fresh], ended: [old] },
    { on: '2025-09-01', began: [], ended: [fresh] },
    { on: '2026-09-01', began: [old], ended: [] },
  ] as const
  const own = describeIndicator(occupancy)
  expect(ruleChangeMarks(own, structuredClone(changes) as never, months, reader)).toEqual([
    { at: 2, name: expect.stringMatching(/^Own threshold from here: .*95.*\(Act, s\. 4\)$/) },
    { at: 5, name: expect.stringMatching(/^Own threshold from here: .*90/) },
    { at: 8, name: expect.stringMatching(/^Own threshold no longer: .*90/) },
  ])
})

test('a chart over months draws the marks and says them in its table', () => {
  const readings = months.map(() =>
    reading(occupancy, { state: 'counted', numerator: 90, denominator: 100, value: 90 }, 'return'),
  )
  const marks = ruleChangeMarks(facts, [], months, told)
  const chart = seriesChart(facts, months, readings, 'Kelm', told, marks)
  expect(chart.events).toEqual(marks)
  expect(chart.table.columns.at(-1)).toBe('What happened')
  expect(chart.table.rows[6]?.at(-1)).toContain('version 2')
})
