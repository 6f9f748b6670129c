import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cumulativeIncidence, type Wait } from '../../../server/domain/statistics/cumulative-incidence.ts'
import { kaplanMeier, medianDuration, type Spell } from '../../../server/domain/statistics/survival.ts'

const spell = (seenUntil: number, ended = true, entered = 0): Spell => ({ entered, seenUntil, ended })
const wait = fc.record({
  time: fc.integer({ min: 0, max: 120 }),
  end: fc.constantFrom<Wait['end'][]>('happened', 'competing', 'running'),
})

describe('kaplanMeier', () => {
  test('without censoring it is the share that lasted longer', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 50 }), (days) => {
        for (const { time, survival } of kaplanMeier(days.map((day) => spell(day))))
          expect(survival).toBeCloseTo(days.filter((day) => day > time).length / days.length, 12)
      }),
    )
  })
  test('a spell that still runs counts as long as it was seen', () => {
    expect(kaplanMeier([spell(2), spell(3, false), spell(5)]).map(({ atRisk }) => atRisk)).toEqual([3, 1])
  })
  test('a late entry is at risk only afterwards, and one seen for no time not at all', () => {
    expect(kaplanMeier([spell(4), spell(9, true, 4), spell(6, true, 6)])).toMatchObject([
      { time: 4, atRisk: 1, survival: 0 },
      { time: 9, atRisk: 1, survival: 0 },
    ])
  })
  test('without an ending there is no step and no median', () => {
    expect(kaplanMeier([])).toEqual([])
    expect(medianDuration(kaplanMeier([spell(7, false)]))).toEqual({ median: null, low: null, high: null })
  })
})

describe('medianDuration', () => {
  test('where half have ended, it is the middle until the next ends', () => {
    expect(medianDuration(kaplanMeier([1, 2, 3, 4].map((day) => spell(day)))).median).toBe(2.5)
  })
  test('it stays at the last ending where no further one is known', () => {
    expect(medianDuration(kaplanMeier([spell(2), spell(2), spell(5, false), spell(5, false)])).median).toBe(2)
  })
  test('a limit at one half takes no middle with an end that has no limit', () => {
    const curve = [
      { time: 3, atRisk: 9, survival: 0.4, low: 0.2, high: 0.5 },
      { time: 8, atRisk: 1, survival: 0, low: null, high: null },
    ]
    expect(medianDuration(curve)).toEqual({ median: 3, low: 3, high: 3 })
  })
  test('an upper end that is not reached is not there', () => {
    expect(medianDuration(kaplanMeier([spell(3), spell(6), spell(8)]))).toMatchObject({ median: 6, high: null })
  })
})

describe('cumulativeIncidence', () => {
  test('without a running wait it is the plain share', () => {
    fc.assert(
      fc.property(fc.array(wait, { minLength: 1, maxLength: 60 }), (waits) => {
        const ended = waits.map((one) => (one.end === 'running' ? { ...one, end: 'competing' as const } : one))
        const happened = ended.filter((one) => one.end === 'happened' && one.time <= 45).length
        const ours = cumulativeIncidence(ended, 45)!
        const share = happened / ended.length
        expect(ours.share).toBeCloseTo(share, 12)
        // A plain share has the standard error of a plain share.
        expect(ours.error).toBeCloseTo(Math.sqrt((share * (1 - share)) / ended.length), 12)
      }),
    )
  })
  test('is never above one less Kaplan–Meier, and the same without competing ends', () => {
    fc.assert(
      fc.property(fc.array(wait, { minLength: 1, maxLength: 60 }), (waits) => {
        const curve = kaplanMeier(waits.map(({ time, end }) => spell(time, end === 'happened')))
        const censored = 1 - (curve.findLast(({ time }) => time <= 90)?.survival ?? 1)
        const { share } = cumulativeIncidence(waits, 90)!
        if (waits.every(({ end }) => end !== 'competing')) expect(share).toBeCloseTo(censored, 12)
        expect(share).toBeLessThanOrEqual(censored + 1e-12)
      }),
    )
  })
  test('nobody waited: there is no share; nothing has happened: nought without an interval', () => {
    expect(cumulativeIncidence([], 45)).toBeNull()
    expect(cumulativeIncidence([{ time: 50, end: 'happened' }], 45)).toEqual({ share: 0, error: 0, interval: null })
  })
})
