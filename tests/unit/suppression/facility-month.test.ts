import { describe, expect, test } from 'vitest'
import type { CellId } from '../../../server/domain/measures/index.ts'
import { cellsOfBlocks, withheldBlocks } from '../../../server/domain/suppression/facility-month.ts'

const nothing = { thisMonth: new Set<string>(), monthBefore: new Set<string>() }

function withheld(counts: Record<string, number>, earlier: Partial<typeof nothing> = {}): string[] {
  const countOf = (cell: CellId) => counts[cell]
  return [...withheldBlocks(cellsOfBlocks(Object.keys(counts) as CellId[]), countOf, { ...nothing, ...earlier })]
}

/** 40 people, of whom 8 await trial and 2 are held for debt: few enough that people by legal status are withheld. */
function bySexAndTrial({ male, female, menAwaiting }: { male: number; female: number; menAwaiting: number }) {
  return {
    ...{ pop_closing: 40, pretrial_closing: 8, 'pop_closing@sex:male': male, 'pop_closing@sex:female': female },
    ...{ 'pop_closing@legal_status:pretrial': 8, 'pop_closing@legal_status:civil': 2 },
    'pop_closing@legal_status:sentenced_final': 30,
    'pop_closing@sex_x_legal_status:male_x_pretrial': menAwaiting,
    'pop_closing@sex_x_legal_status:female_x_pretrial': 8 - menAwaiting,
    'pop_closing@sex_x_legal_status:male_x_sentenced_final': male - menAwaiting,
    'pop_closing@sex_x_legal_status:female_x_sentenced_final': female - (8 - menAwaiting),
  }
}

/** 20 people awaiting trial, and all others by the law on which they are held. */
function byLaw({ sentenced, administrative, civil }: { sentenced: number; administrative: number; civil: number }) {
  return {
    ...{ pop_closing: 20 + sentenced + administrative + civil, pretrial_closing: 20 },
    ...{ 'pop_closing@legal_status:pretrial': 20, 'pop_closing@legal_status:sentenced_final': sentenced },
    ...{ 'pop_closing@legal_status:administrative': administrative, 'pop_closing@legal_status:civil': civil },
  }
}

describe('of a facility’s month the ministry is not shown', () => {
  test.each<[name: string, counts: Record<string, number>, withheld: string[]]>([
    ['a count from 1 to 4 of an incident', { sexual_violence: 4 }, ['sexual_violence']],
    ['and is shown nought', { sexual_violence: 0 }, []],
    ['and is shown five', { sexual_violence: 5 }, []],
    ['what is left of a whole, when that is small', { force_uses: 20, force_reported: 18 }, ['force_reported']],
    ['any part of a small whole, nought too', { force_uses: 2, force_reported: 0 }, ['force_uses', 'force_reported']],
    ['suicides among one death, which it is told of', { deaths_custody: 1, suicides: 0 }, ['suicides']],
    [
      'but how many await trial or are foreign nationals',
      { pop_closing: 300, foreign_closing: 3, pretrial_closing: 1 },
      [],
    ],
    ['but every count of people held', { pop_closing: 3 }, []],
    ['but a hard limit, however few', { sol_over15: 1, persons_no_own_bed: 2, deaths_in_separation: 1 }, []],
    ['any group of a hard limit', { sol_over15: 9, 'sol_over15@sex:male': 9 }, ['sol_over15@sex']],
    [
      'all groups of a count when one is small',
      { pop_closing: 300, 'pop_closing@sex:female': 4, 'pop_closing@sex:male': 296 },
      ['pop_closing@sex'],
    ],
    [
      'but a group that is all there is',
      { visits_done: 3, 'visits_done@sex:male': 3, 'visits_done@sex:female': 0 },
      [],
    ],
    ['groups of which a small rest was not told', { visits_done: 30, 'visits_done@sex:male': 27 }, ['visits_done@sex']],
    [
      'the groups of a withheld count',
      { sexual_violence: 4, 'sexual_violence@sex:male': 4 },
      ['sexual_violence', 'sexual_violence@sex'],
    ],
    [
      'the small groups of such a count',
      { pop_closing: 300, foreign_closing: 9, 'foreign_closing@sex:male': 6, 'foreign_closing@sex:female': 3 },
      ['foreign_closing@sex'],
    ],
    [
      'the days of a small group, which are its number over again: two women are 62 days of January',
      {
        ...{ pop_closing: 300, 'pop_closing@sex:female': 2, 'pop_closing@sex:male': 298 },
        ...{ person_days: 9300, 'person_days@sex:female': 62, 'person_days@sex:male': 9238 },
      },
      ['pop_closing@sex', 'person_days@sex'],
    ],
    [
      'the days in solitary of one woman',
      {
        ...{ sol_persons: 9, 'sol_persons@sex:female': 1, 'sol_persons@sex:male': 8 },
        ...{ sol_person_days: 90, 'sol_person_days@sex:female': 21.5, 'sol_person_days@sex:male': 68.5 },
      },
      ['sol_persons@sex', 'sol_person_days@sex'],
    ],
    [
      'a mean of a group of fewer than ten',
      {
        ...{ rel_due_30: 40, 'rel_due_30@sex:female': 8, 'rel_due_30@sex:male': 32 },
        ...{ rel_due_30_score_sum: 120, 'rel_due_30_score_sum@sex:female': 24, 'rel_due_30_score_sum@sex:male': 96 },
      },
      ['rel_due_30_score_sum@sex'],
    ],
    [
      'people by sex, where with those who await trial they tell how many men do: 35 and 8 of 40 are at least 3',
      bySexAndTrial({ male: 35, female: 5, menAwaiting: 4 }),
      ['held-on-other-law', 'pop_closing@sex', 'pop_closing@legal_status', 'pop_closing@sex_x_legal_status'],
    ],
    [
      'but people by sex where they tell nothing: 30 and 8 of 40 may be none',
      bySexAndTrial({ male: 30, female: 10, menAwaiting: 4 }),
      ['held-on-other-law', 'pop_closing@legal_status', 'pop_closing@sex_x_legal_status'],
    ],
    [
      'how many are held on other law, where there are 4 in all',
      byLaw({ sentenced: 40, administrative: 3, civil: 1 }),
      ['held-on-other-law', 'pop_closing@legal_status'],
    ],
    [
      'and where they leave no more than 4 who are sentenced',
      byLaw({ sentenced: 4, administrative: 40, civil: 0 }),
      ['held-on-other-law', 'pop_closing@legal_status'],
    ],
    [
      'but how many they are together, of which law each is not',
      byLaw({ sentenced: 40, administrative: 3, civil: 4 }),
      ['pop_closing@legal_status'],
    ],
    ['a median of fewer than ten', { sol_median_days_12m: 9.5, sol_episodes_12m: 9 }, ['sol_median_days_12m']],
    ['but one of ten', { sol_median_days_12m: 9.5, sol_episodes_12m: 10 }, []],
  ])('%s', (_name, counts, expected) => {
    expect(withheld(counts)).toEqual(expected)
  })

  test('what was withheld of the month before it was corrected', () => {
    expect(withheld({ sexual_violence: 9 }, { thisMonth: new Set(['sexual_violence']) })).toEqual(['sexual_violence'])
  })

  test('people by sex as the month began, where they are those that the month before withholds at its end', () => {
    const counts = { pop_opening: 40, 'pop_opening@sex:female': 20, 'pop_opening@sex:male': 20 }
    expect(withheld(counts)).toEqual([])
    expect(withheld(counts, { monthBefore: new Set(['pop_closing@sex']) })).toEqual(['pop_opening@sex'])
  })

  test('people by sex at the month’s end, where all who came are told by them', () => {
    const flows = {
      adm_new: 3,
      'adm_new@sex:female': 3,
      'adm_new@sex:male': 0,
      rel_liberty: 2,
      'rel_liberty@sex:female': 1,
      'rel_liberty@sex:male': 1,
    }
    const stocks = { pop_opening: 99, 'pop_opening@sex:female': 40, 'pop_opening@sex:male': 59 }
    const end = { pop_closing: 100, 'pop_closing@sex:female': 42, 'pop_closing@sex:male': 58 }
    expect(withheld({ ...flows, ...stocks, ...end })).toContain('pop_closing@sex')
  })
})
