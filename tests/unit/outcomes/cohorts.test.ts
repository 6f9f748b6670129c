import { describe, expect, test } from 'vitest'
import { cohortFamilies, type SentCohort } from '../../../server/domain/outcomes/cohorts.ts'

const cohort = (given: Partial<SentCohort>): SentCohort => ({
  ...{ definition: 'reconviction_new_offence', months: 24, start: 'release_from_prison' },
  ...{ from: '2021-01-01', to: '2021-12-31', atRisk: 2000, withEvent: 570, unlinked: 100 },
  ...given,
})
const next = { from: '2022-01-01', to: '2022-12-31' }

describe('cohorts', () => {
  test('worked example: 570 of 1,900 linked are 30 %, and 100 could not be linked', () => {
    const [family] = cohortFamilies([cohort({})])
    const [only] = family!.cohorts
    expect(only).toMatchObject({ atRisk: 2000, unlinked: 100, withEvent: 570 })
    expect(only!.share!.value).toBeCloseTo(30, 10)
    // prop.test(570, 1900, correct = FALSE)
    expect([only!.share!.low, only!.share!.high].map((end) => end.toFixed(2))).toEqual(['27.98', '32.10'])
    expect(family!.change).toBeNull()
  })

  test('of unlike definitions, follow-ups or beginnings stand apart', () => {
    const families = cohortFamilies([
      cohort({}),
      cohort(next),
      cohort({ definition: 'rearrest' }),
      cohort({ months: 12 }),
      cohort({ start: 'start_of_community_sentence' }),
    ])
    expect(families.map(({ cohorts }) => cohorts.length)).toEqual([2, 1, 1, 1])
  })

  test('in which nobody could be linked have no share', () => {
    expect(cohortFamilies([cohort({ atRisk: 40, unlinked: 40, withEvent: 0 })])[0]!.cohorts[0]!.share).toBeNull()
  })

  test.each<[name: string, after: Partial<SentCohort>, verdict: string | null]>([
    ['a fall that chance explains is none', { ...next, withEvent: 540 }, 'no-difference-beyond-chance'],
    ['a fall by more', { ...next, withEvent: 380 }, 'better'],
    ['a rise by more', { ...next, withEvent: 760 }, 'worse'],
    [
      'of cohorts with people in common nothing is said',
      { from: '2021-07-01', to: '2022-06-30', withEvent: 380 },
      null,
    ],
    ['nor of one that could not be linked', { ...next, withEvent: 0, unlinked: 2000 }, 'cannot-tell-no-figure'],
  ])('%s', (_name, after, verdict) => {
    expect(cohortFamilies([cohort(after), cohort({})])[0]!.change).toBe(verdict)
  })
})
