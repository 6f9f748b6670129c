import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { populationChange, type TwelveMonths } from '../../../server/domain/population/change.ts'

const days = { before: 365, after: 365 }
const year = (personDays: number, arrivals: number, held: number | null = null, places: number | null = null) => ({
  ...{ personDays, arrivals, held, places },
})

describe('the change of a population', () => {
  test('worked example: 100 people become 120, because 800 came where 600 had, and stayed 54.75 days where it was 60.8', () => {
    const { people, finding } = populationChange([{ before: year(36_500, 600), after: year(43_800, 800) }], days)
    expect(people).toMatchObject({ before: 100, after: 120, change: 20 })
    // (800 − 600) / 365 × (60.83 + 54.75) / 2 and (54.75 − 60.83) × (600 + 800) / 730
    expect(people!.byIntake).toBeCloseTo(31.667, 3)
    expect(people!.byStay).toBeCloseTo(-11.667, 3)
    expect(finding).toEqual({ told: 'more-intake' })
  })

  test('worked example: occupancy of 100 % becomes 150 % by places alone, where the people are the same', () => {
    const given = { before: year(36_500, 600, 90, 90), after: year(36_500, 600, 90, 60) }
    expect(populationChange([given], days).occupancy).toMatchObject({
      ...{ before: 100, after: 150, change: 50, byPeople: 0, byPlaces: 50 },
    })
  })

  test.each<[name: string, before: TwelveMonths | null, after: TwelveMonths | null, finding: object]>([
    ['people stay longer', year(36_500, 600), year(43_800, 600), { told: 'longer-stay' }],
    ['people stay shorter', year(43_800, 600), year(36_500, 600), { told: 'shorter-stay' }],
    ['fewer come', year(43_800, 1600), year(36_500, 1333), { told: 'less-intake' }],
    ['as many as before', year(36_500, 600), year(36_900, 900), { told: 'steady' }],
    ['more come and stay longer', year(36_500, 600), year(54_750, 740), { told: 'both-up' }],
    ['more come and stay shorter', year(36_500, 600), year(32_850, 1000), { told: 'intake-up-stay-down' }],
    ['arrivals that chance explains', year(3650, 40), year(4380, 48), { cannotTell: 'within-chance' }],
    ['a year that was not reported', year(36_500, 600), null, { cannotTell: 'no-facility' }],
    ['nobody who came', year(36_500, 0), year(36_500, 600), { cannotTell: 'nobody-came' }],
  ])('%s', (_name, before, after, finding) => {
    expect(populationChange([{ before, after }], days).finding).toEqual(finding)
  })

  test('of three facilities in four tells nothing of the place, and shows what is known', () => {
    const known = { before: year(36_500, 600), after: year(43_800, 800) }
    const given = [known, known, known, { before: null, after: year(36_500, 600) }]
    const { finding, matched, asked, people } = populationChange(given, days)
    expect(finding).toEqual({ cannotTell: 'few-facilities' })
    expect({ matched, asked, held: people!.after }).toEqual({ matched: 3, asked: 4, held: 360 })
  })

  test('a missing capacity leaves the facility out of occupancy alone', () => {
    const given = [
      { before: year(36_500, 600, 100, 50), after: year(36_500, 600, 100, 50) },
      { before: year(36_500, 600, 100, null), after: year(36_500, 600, 100, 80) },
    ]
    const { occupancy, people } = populationChange(given, days)
    expect(occupancy).toMatchObject({ before: 200, after: 200 })
    expect(people!.before).toBe(200)
  })

  test('the parts add up to the change', () => {
    const some = fc.record({
      personDays: fc.integer({ min: 1, max: 400_000 }),
      arrivals: fc.integer({ min: 1, max: 3000 }),
      held: fc.integer({ min: 0, max: 900 }),
      places: fc.integer({ min: 1, max: 900 }),
    })
    fc.assert(
      fc.property(fc.array(fc.record({ before: some, after: some }), { minLength: 1, maxLength: 5 }), (given) => {
        const { people, occupancy } = populationChange(given, { before: 365, after: 366 })
        expect(people!.byIntake + people!.byStay).toBeCloseTo(people!.change, 6)
        expect(occupancy!.byPeople + occupancy!.byPlaces).toBeCloseTo(occupancy!.change, 6)
      }),
    )
  })
})
