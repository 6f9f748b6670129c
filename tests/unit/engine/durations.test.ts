import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addToPool,
  type DurationSeries,
  type Durations,
  durationSeries,
  durationsIn,
  durationsOf,
  emptyPool,
  middleOf,
} from '../../../server/domain/durations.ts'
import { figureSeries } from '../../../server/domain/engine/figure-series.ts'
import { formulas } from '../../../server/domain/engine/formulas.ts'
import { mergeSeries } from '../../../server/domain/engine/merge.ts'
import { addShare, emptySums, placeSeries, shareOf } from '../../../server/domain/engine/place-sums.ts'
import { readingAt } from '../../../server/domain/indicators/reading.ts'
import type { CellId, MeasureId } from '../../../server/domain/measures/index.ts'
import { monthIndex } from '../../../server/domain/period.ts'
import { figureAt, type MeasureSeries, stateCode } from '../../../server/domain/series.ts'
import { shownFigures } from '../../../server/domain/suppression/shown.ts'
import { missingReasons } from '../../../server/domain/value.ts'
import fixture from '../../fixtures/r/survival.json' with { type: 'json' }

const formula = formulas.find((one) => one.definition.id === 'solitary-duration-median' && one.breakdown === '')!
const month = monthIndex('2024-03')

/** A facility with these durations in the month, as its records give them. */
function facility(own: Durations | undefined) {
  const middle = own && middleOf([own])
  const state = (amount: number | undefined, reason = 'no-base'): MeasureSeries => ({
    startMonth: month,
    amounts: [amount ?? null],
    states: [stateCode(amount === undefined ? 'missing' : 'counted')],
    reasons: [amount === undefined ? missingReasons.indexOf(reason as 'no-base') : -1],
    grades: [1],
  })
  const count = own && own.ended.length + own.running.length
  const reason = own ? 'no-base' : 'records-not-sent'
  return {
    measures: new Map<CellId, MeasureSeries>([
      ['sol_median_days_12m', state(middle, reason)],
      ['sol_episodes_12m', state(count, reason)],
    ]),
    durations: new Map<MeasureId, DurationSeries>(
      own ? [['sol_median_days_12m', durationSeries(month, month, () => own)]] : [],
    ),
  }
}

function countryOf(facilities: (Durations | undefined)[]) {
  const sums = emptySums(formula, month, month)
  for (const own of facilities) {
    const { measures, durations } = facility(own)
    addShare(sums, month, shareOf(formula, measures, month, true), true, durations)
  }
  const series = placeSeries(sums, 'country', [facilities.length])
  return { figure: figureAt(series, month), reporting: series.reporting[0], expected: series.expected[0] }
}

const ended = (...lengths: number[]): Durations => ({ ended: lengths, running: [] })

describe('the median of a country', () => {
  test('is the middle of all people’s durations, not a mean of the facilities’ middles', () => {
    // Middles 2 and 30; of all seven the fourth: 3.
    const { figure } = countryOf([ended(1, 1, 2, 3, 4), ended(29, 31), ended()])
    expect(figure).toEqual({ state: 'counted', numerator: 3, denominator: 7, value: 3 })
  })

  test('counts those that still run as lasting at least so long', () => {
    const { figure } = countryOf([{ ended: [5], running: [20] }, { ended: [8, 10], running: [] }, ended()])
    // Of 4, 3 and 2 at risk one each ends: ¾ last longer than 5 days, ½ than 8, ¼ than 10. From 8 to 10 it stands at one half.
    expect(figure).toMatchObject({ state: 'counted', value: 9, denominator: 4 })
  })

  test('speaks of those whose time has no middle yet, too, and leaves out who sent no records', () => {
    const country = countryOf([{ ended: [], running: [7, 9] }, ended(2), ended(4), undefined])
    expect(country).toMatchObject({ reporting: 3, expected: 4, figure: { value: 4, denominator: 4 } })
  })

  test('is missing where nothing began, and where the curve never comes down to one half', () => {
    expect(countryOf([ended(), ended(), ended()]).figure).toEqual({ state: 'missing', reason: 'no-base' })
    expect(countryOf([{ ended: [], running: [7, 9] }, ended(), ended()]).figure).toMatchObject({ reason: 'no-base' })
  })
})

describe('the interval of a median', () => {
  /** The first and the last of R's curves: of spells that were seen from their start. */
  const seen = [fixture.spells[0]!, fixture.spells[2]!].map(({ until, ended: hasEnded, ...expected }) => ({
    expected,
    parts: [0, 1, 2].map((part) => {
      const own = until.map((length, place) => ({ length, hasEnded: hasEnded[place]!, place }))
      const mine = own.filter(({ place }) => place % 3 === part)
      return {
        ended: mine.filter((one) => one.hasEnded).map(({ length }) => length),
        running: mine.filter((one) => !one.hasEnded).map(({ length }) => length),
      }
    }),
  }))

  test.each(seen)('of a country is that of all durations together, by R’s survfit (%#)', ({ expected, parts }) => {
    const sums = emptySums(formula, month, month)
    for (const own of parts) {
      const { measures, durations: lengths } = facility(own)
      addShare(sums, month, shareOf(formula, measures, month, true), true, lengths)
    }
    const series = placeSeries(sums, 'country', [3])
    expect([series.figures, series.lows, series.highs]).toEqual([
      [expected.median],
      [expected.medianLow],
      [expected.medianHigh],
    ])
  })

  test('of a facility stands beside its median, and reaches the reader where both ends are known', () => {
    const [all, open] = seen.map(({ expected, parts }) => {
      const own = { ended: parts.flatMap((one) => one.ended), running: parts.flatMap((one) => one.running) }
      const { measures, durations: lengths } = facility(own)
      const series = figureSeries(formula, measures, lengths)!
      return { expected, reading: readingAt(formula.definition, series, month) }
    })
    const { medianLow: low, medianHigh: high } = all!.expected
    expect(all!.reading).toMatchObject({ figure: { value: all!.expected.median }, interval: { low, high } })
    expect(open!.expected.medianHigh).toBeNull()
    expect(open!.reading.interval).toBeUndefined()
    // Of people counted one by one there is none.
    const count = formulas.find((one) => one.definition.id === 'solitary-over-15-days')!
    expect(emptySums(count, month, month).pools).toBeUndefined()
    expect(placeSeries(emptySums(count, month, month), 'country', [0])).toMatchObject({ lows: [], highs: [] })
  })

  test('is withheld with its median', () => {
    const { measures, durations: lengths } = facility(seen[0]!.parts[0])
    const series = figureSeries(formula, measures, lengths)!
    expect(shownFigures(series, { startMonth: month, months: [1] })).toMatchObject({ lows: [null], highs: [null] })
  })

  test('stands in its months when others are laid over them', () => {
    const of = (first: number, value: number) => {
      const sums = emptySums(formula, first, first)
      return { ...placeSeries(sums, 'country', [1]), lows: [value], highs: [value + 1] }
    }
    expect(mergeSeries(of(month, 5), of(month + 2, 7))).toMatchObject({ lows: [5, null, 7], highs: [6, null, 8] })
  })
})

const length = fc.integer({ min: 0, max: 4000 }).map((tenths) => tenths / 10)
const durations = fc.record({ ended: fc.array(length, { maxLength: 9 }), running: fc.array(length, { maxLength: 4 }) })

test('pooled over facilities in any order is what all rows together give', () => {
  fc.assert(
    fc.property(fc.array(durations, { minLength: 3, maxLength: 8 }), (facilities) => {
      const rows = { ended: facilities.flatMap((one) => one.ended), running: facilities.flatMap((one) => one.running) }
      const { figure } = countryOf(facilities.toReversed())
      expect(figure.state === 'counted' ? figure.value : undefined).toBe(middleOf([rows]))
      const pool = emptyPool()
      for (const one of facilities) addToPool(pool, one)
      expect(middleOf([durationsOf(pool)])).toBe(middleOf([rows]))
    }),
  )
})

test('a series gives back each month as it was, in order of length', () => {
  const sorted = ({ ended: over, running }: Durations) => ({
    ended: over.toSorted((a, b) => a - b),
    running: running.toSorted((a, b) => a - b),
  })
  fc.assert(
    fc.property(fc.array(durations, { minLength: 1, maxLength: 6 }), (months) => {
      const series = durationSeries(100, 100 + months.length - 1, (at) => months[at - 100]!)
      for (const [place, own] of months.entries()) expect(durationsIn(series, 100 + place)).toEqual(sorted(own))
      expect(durationsIn(series, 99)).toEqual({ ended: [], running: [] })
      expect(durationsIn(series, 100 + months.length)).toEqual({ ended: [], running: [] })
    }),
  )
})
