import { describe, expect, test } from 'vitest'
import { coveredBy } from '../../../server/domain/engine/derived-series.ts'
import { measureSeries } from '../../../server/domain/engine/measure-series.ts'
import type { CellId } from '../../../server/domain/measures/index.ts'
import { monthIndex } from '../../../server/domain/period.ts'
import { gradeAt, stateCode, valueAt } from '../../../server/domain/series.ts'

const january = monthIndex('2020-01')
const counted = stateCode('counted')
const always = [{ from: '2000-01-01', until: null }]

function reported(
  cell: 'pop_closing' | 'capacity_certified',
  months: number[],
  amounts: (number | null)[],
  state = counted,
) {
  return { cell, months, amounts, states: months.map(() => state) }
}

describe('the measures of a facility', () => {
  test('a month without a line is missing, never nought', () => {
    const cells = [reported('pop_closing', [january, january + 2], [40, 0])]
    const series = measureSeries({ cells, certificates: [], open: always }).get('pop_closing')
    expect(valueAt(series, january)).toEqual({ state: 'counted', value: 40 })
    expect(valueAt(series, january + 1)).toEqual({ state: 'missing', reason: 'not-reported' })
    expect(valueAt(series, january + 2)).toEqual({ state: 'counted', value: 0 })
    expect(valueAt(series, january + 3)).toEqual({ state: 'missing', reason: 'not-reported' })
    expect(valueAt(series, january - 1)).toEqual({ state: 'missing', reason: 'not-reported' })
  })

  test('a confirmed "nothing to report" stays apart from nought and from missing', () => {
    const cells = [reported('pop_closing', [january], [null], stateCode('nothing-to-report'))]
    const series = measureSeries({ cells, certificates: [], open: always }).get('pop_closing')
    expect(valueAt(series, january)).toEqual({ state: 'nothing-to-report' })
  })

  test('a month in which the facility was not open is not applicable', () => {
    const cells = [reported('pop_closing', [january, january + 3], [40, 41])]
    const open = [
      { from: '2019-01-01', until: '2020-02-15' },
      { from: '2020-03-20', until: null },
    ]
    const series = measureSeries({ cells, certificates: [], open }).get('pop_closing')
    expect(valueAt(series, january + 1)).toEqual({ state: 'not-applicable' })
    expect(valueAt(series, january + 2)).toEqual({ state: 'missing', reason: 'not-reported' })
  })

  test('the certificate in force on the last day counts before the places that a return states', () => {
    const cells = [
      reported('pop_closing', [january, january + 2], [40, 41]),
      reported('capacity_certified', [january], [999]),
    ]
    const certificates = [
      { from: '2020-01-31', until: '2020-03-31', places: 50 },
      { from: '2020-03-31', until: null, places: 45 },
    ]
    const series = measureSeries({ cells, certificates, open: always }).get('capacity_certified')
    expect(valueAt(series, january)).toEqual({ state: 'counted', value: 50 })
    expect(gradeAt(series, '2020-01')).toBe('certificate')
    expect(valueAt(series, january + 2)).toEqual({ state: 'counted', value: 45 })
  })

  test('a certificate makes places even where no return ever stated them, and none where it is not in force', () => {
    const cells = [reported('pop_closing', [january, january + 1], [40, 41])]
    const certificates = [{ from: '2020-02-01', until: null, places: 50 }]
    const series = measureSeries({ cells, certificates, open: always }).get('capacity_certified')
    expect(valueAt(series, january)).toEqual({ state: 'missing', reason: 'not-reported' })
    expect(valueAt(series, january + 1)).toEqual({ state: 'counted', value: 50 })
  })

  test('a facility that never reported has no series', () => {
    expect(measureSeries({ cells: [], certificates: [], open: always }).size).toBe(0)
  })
})

describe('the measures of a facility whose records say everything', () => {
  const declared = (['stay', 'legal_status_spell', 'person'] as const).map((recordId) => {
    return { recordId, from: january, until: january + 1 }
  })
  const given = (amount: number) => ({ startMonth: january, amounts: [amount, amount], reasons: [-1, -1] })
  const ofCells = (...cells: [CellId, number][]) => {
    const records = { covered: coveredBy(declared, 'UTC')!, cells: new Map(cells.map(([cell, n]) => [cell, given(n)])) }
    return measureSeries({ cells: [], certificates: [], open: always, records })
  }

  test('a group that a figure of the whole reads is nought where nobody was ever in it', () => {
    const made = ofCells(['pop_closing', 40], ['pretrial_closing', 30])
    for (const status of ['civil', 'administrative'] as const)
      expect(valueAt(made.get(`pop_closing@legal_status:${status}`), january)).toEqual({ state: 'counted', value: 0 })
    expect(valueAt(made.get('pop_closing@sex:female'), january)).toEqual({ state: 'counted', value: 0 })
  })
})
