import { describe, expect, test } from 'vitest'
import { findIndicator } from '../../../server/domain/indicators/index.ts'
import { type Reading, reading } from '../../../server/domain/indicators/reading.ts'
import { monthIndex, parseMonth } from '../../../server/domain/period.ts'
import { lookedAtIn, raisedBy } from '../../../server/domain/questions/raised.ts'
import { type Figure, missing } from '../../../server/domain/value.ts'

const occupancy = findIndicator('occupancy-rate')!
const solitary = findIndicator('solitary-over-15-days')!
const contact = findIndicator('no-contact-90d')!

const people = (count: number): Figure => ({ state: 'counted', numerator: count, denominator: null, value: count })
const share = (numerator: number, denominator: number): Figure => ({
  state: 'counted',
  ...{ numerator, denominator, value: (100 * numerator) / denominator },
})
const column = (definition: typeof occupancy, figures: Figure[]) => ({
  definition,
  readings: figures.map((figure): Reading => reading(definition, figure, 'return')),
})

describe('what figures ask', () => {
  const [full, quiet, small] = raisedBy([
    column(solitary, [people(3), missing('not-reported'), people(0)]),
    column(occupancy, [share(700, 500), share(400, 500), missing('facility-not-open')]),
    column(contact, [share(200, 500), missing('not-from-returns'), share(1, 11)]),
  ])

  test('about people beyond a hard limit is how many they are, and is no concern among others', () => {
    expect(full!.limits).toEqual([{ indicatorId: 'solitary-over-15-days', people: 3 }])
    expect(full!.outside.map(({ indicatorId }) => indicatorId)).toEqual(['occupancy-rate', 'no-contact-90d'])
    expect(small!.limits).toEqual([])
  })

  test('about a figure outside its target is asked where chance does not explain it', () => {
    expect(quiet!.outside).toEqual([])
    expect(small!.outside).toEqual([])
  })

  test('about what is missing is asked where others sent it, and not where there could be none', () => {
    expect(full!.silent).toEqual({ indicatorIds: [], of: 3 })
    expect(quiet!.silent).toEqual({ indicatorIds: ['solitary-over-15-days'], of: 2 })
    expect(small!.silent).toEqual({ indicatorIds: [], of: 2 })
  })

  test('is nothing of an indicator that nobody reported, and of no facility', () => {
    const [only] = raisedBy([column(solitary, [missing('not-reported')])])
    expect(only).toEqual({ limits: [], outside: [], silent: { indicatorIds: [], of: 0 } })
    expect(raisedBy([])).toEqual([])
  })
})

test('every hard limit is looked at however many facilities there are, and of the rest less in a large country', () => {
  const month = monthIndex(parseMonth('2026-01')!)
  const [few, many] = [30, 2000].map((facilities) => lookedAtIn(month, facilities).map(({ id }) => id))
  expect(few!.length).toBeGreaterThan(many!.length)
  for (const ids of [few, many]) expect(ids).toContain('solitary-excluded-groups')
  expect(many).toContain('occupancy-rate')
})
