import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lifeTable } from '../../../server/domain/statistics/life-table.ts'
import { kaplanMeier } from '../../../server/domain/statistics/survival.ts'

test('whoever is last seen in a stretch is at risk for half of it', () => {
  // Worked by hand: 100 start; 20 end and 10 are lost in the first stretch (95 exposed), 14 of 70 end in the second.
  const [first, second] = lifeTable(
    [
      { upTo: 30, ended: 20, running: 10 },
      { upTo: 90, ended: 14, running: 0 },
    ],
    56,
  )
  expect(first).toMatchObject({ time: 30, survival: 1 - 20 / 95, left: 70 })
  expect(second).toMatchObject({ time: 90, left: 56 })
  expect(second!.survival).toBeCloseTo((75 / 95) * (56 / 70), 12)
  // Greenwood: sqrt(20 / (95 × 75) + 14 / (70 × 56)) = 0.0798; on the log-log scale.
  const error = Math.sqrt(20 / (95 * 75) + 14 / (70 * 56))
  const reach = Math.exp((1.959963985 * error) / Math.abs(Math.log(second!.survival)))
  expect(second!.low).toBeCloseTo(second!.survival ** reach, 8)
  expect(second!.high).toBeCloseTo(second!.survival ** (1 / reach), 8)
})

test('where all that began have ended it is the curve of Kaplan and Meier at these times', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 5, maxLength: 60 }), (lengths) => {
      const edges = [3, 7, 15]
      const bands = edges.map((upTo, at) => {
        const from = edges[at - 1] ?? 0
        return { upTo, ended: lengths.filter((length) => length > from && length <= upTo).length, running: 0 }
      })
      const exact = kaplanMeier(lengths.map((seenUntil) => ({ entered: 0, seenUntil, ended: true })))
      for (const { time, survival, low } of lifeTable(bands, lengths.filter((length) => length > 15).length)) {
        const step = exact.findLast((one) => one.time <= time)
        expect(survival).toBeCloseTo(step?.survival ?? 1, 10)
        if (step?.low != null && low !== null) expect(low).toBeCloseTo(step.low, 8)
      }
    }),
  )
})

test('it ends where nobody is left to follow, and says no interval where all or nobody lasts', () => {
  expect(
    lifeTable(
      [
        { upTo: 3, ended: 0, running: 2 },
        { upTo: 7, ended: 8, running: 0 },
        { upTo: 15, ended: 0, running: 0 },
      ],
      0,
    ),
  ).toEqual([
    { time: 3, survival: 1, low: null, high: null, left: 8 },
    { time: 7, survival: 0, low: null, high: null, left: 0 },
  ])
})
