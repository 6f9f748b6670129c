import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CellId } from '../../../server/domain/measures/index.ts'
import { type MeasureSeries, stateCode } from '../../../server/domain/series.ts'
import { facilityWithheld } from '../../../server/domain/suppression/facility-withheld.ts'

const [first, length] = [24_276, 8]

/** Counts that are withheld for themselves, for their whole, and for what of the month before is withheld. */
const cells = [
  ...['sexual_violence', 'force_uses', 'force_reported', 'pop_opening', 'pop_closing', 'adm_new', 'rel_liberty'],
  ...['pop_opening', 'pop_closing', 'adm_new', 'rel_liberty'].flatMap((id) => [`${id}@sex:male`, `${id}@sex:female`]),
] as CellId[]

/** A count, which is small more often than not, or none. */
const value = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 9 }) },
  { weight: 3, arbitrary: fc.integer({ min: 20, max: 60 }) },
  { weight: 1, arbitrary: fc.constant(null) },
)
const month = fc.array(value, { minLength: cells.length, maxLength: cells.length })
const months = fc.array(month, { minLength: length, maxLength: length })
type Months = (number | null)[][]

function measuresOf(all: Months): Map<CellId, MeasureSeries> {
  return new Map(
    cells.map((cell, at) => {
      const amounts = all.map((counts) => counts[at] ?? null)
      return [
        cell,
        {
          startMonth: first,
          amounts,
          states: amounts.map((amount) => stateCode(amount === null ? 'missing' : 'counted')),
          reasons: amounts.map((amount) => (amount === null ? 0 : -1)),
          grades: amounts.map((amount) => (amount === null ? 0 : 3)),
        },
      ] as const
    }),
  )
}

const judged = (
  before: Months | undefined,
  after: Months,
  old: ReturnType<typeof facilityWithheld>,
  isWhole: boolean,
) => facilityWithheld({ before: before ? measuresOf(before) : new Map(), after: measuresOf(after) }, old, { isWhole })

const changes = fc.array(fc.record({ place: fc.nat(length - 1), counts: month }), { minLength: 1, maxLength: 2 })

test('judged in the months of a change, as much is withheld as if all months were judged anew, and nothing is given back', () => {
  fc.assert(
    fc.property(months, fc.array(changes, { minLength: 1, maxLength: 3 }), (begin, releases) => {
      let [known, old] = [begin, judged(undefined, begin, new Map(), true)]
      for (const release of releases) {
        const next = known.map((counts, place) => release.findLast((one) => one.place === place)?.counts ?? counts)
        const withheld = judged(known, next, old, false)
        expect(withheld).toEqual(judged(known, next, old, true))
        for (const [block, { startMonth, months }] of old)
          for (const [place, code] of months.entries()) {
            const now = withheld.get(block)!
            if (code > 0) expect(now.months[startMonth + place - now.startMonth]).toBe(code)
          }
        ;[known, old] = [next, withheld]
      }
    }),
    { numRuns: 150 },
  )
})

test('where nothing changed nothing is judged', () => {
  const counts: Months = Array.from({ length }, () => cells.map(() => 3))
  const old = judged(undefined, counts, new Map(), true)
  expect(old.size).toBeGreaterThan(3)
  expect(judged(counts, counts, old, false)).toBe(old)
})
