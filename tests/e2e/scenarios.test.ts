import { describe, expect, test } from 'vitest'
import { scenarios } from '../../seeds/synthetic/scenarios.ts'
import type { Role } from '../../server/domain/access.ts'
import { openServer } from '../support/browser.ts'

const site = await openServer()

/** The words of a page as a role reads them, without its marks. */
async function read(role: Role, path: string): Promise<string> {
  const answer = await fetch(`${site.server.url}${path}`, { headers: { cookie: await site.cookieOf(role) } })
  expect(answer.status, path).toBe(200)
  const html = (await answer.text()).replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

/** Where each scenario is seen, by whom, and by which words. */
const shown: Record<string, [Role, path: string, words: RegExp][]> = {
  decline: [
    [
      'facility-director',
      '/facilities/kel-01?month=2026-02',
      /Hours out of cell 2\.\d hours a day [\d.,]+ ÷ [\d,]+ Serious concern/,
    ],
    ['ministry-analyst', '/facilities/kel-01/staff-gap?month=2026-02', /[23]\d\.\d%.*Serious concern/],
  ],
  'clock-reset': [
    ['npm-member', '/facilities/ost-01/solitary-over-15-days?month=2026-01', /[1-9] persons .*Breach : [1-9] p/],
    ['npm-member', '/facilities/ost-02/solitary-over-15-days?month=2026-01', /[1-9] persons .*Breach : [1-9] p/],
  ],
  'too-quiet': [
    [
      'npm-member',
      '/facilities/sul-01?month=2026-02',
      /None in 12 months on end.*This is a question, not an accusation/,
    ],
  ],
  'copied-forward': [
    [
      'npm-member',
      '/facilities/tir-03?month=2025-12',
      /100% of the values repeat those of the month before, for 4 months on end/,
    ],
  ],
  'capacity-without-area': [
    ['ministry-analyst', '/facilities/tir-01?month=2025-07', /545 of 620 .*More places on the same floor/],
  ],
  'late-return': [
    [
      'npm-member',
      '/facilities/ost-04/occupancy-rate?month=2026-01',
      /core-2026-01-late\.csv, line 2, taken in on 9 March 2026/,
    ],
  ],
  'missing-return': [
    ['ministry-analyst', '/facilities/que-04?month=2026-02', /Missing not reported/],
    ['ministry-analyst', '/?month=2026-02', /29 of 30 facilities reporting/],
  ],
  'gap-in-the-past': [['ministry-analyst', '/facilities/tir-04?month=2024-08', /Missing not reported/]],
  'real-outlier': [
    [
      'npm-member',
      '/facilities/dor-02/violence-rate?month=2025-10',
      /[3-6]\.\d per 1,000 person-days .*Serious concern .*No check or question touches this number/,
    ],
  ],
  'small-and-extreme': [
    // Two of five are the highest share of all, and none of eleven the lowest: neither is told from the others.
    [
      'npm-member',
      '/compare?indicator=no-contact-90d&month=2026-02',
      /Tavvesh House Sulvenna 2 of 5 40\.0% 95% interval 1\d\.\d% to 7\d\.\d% too few cases/,
    ],
    [
      'npm-member',
      '/compare?indicator=no-contact-90d&month=2026-02',
      /Isle of Hathe House Quelmar Isles 0 of 11 0\.0% 95% interval 0\.0% to 2\d\.\d% within what chance explains/,
    ],
    [
      'npm-member',
      '/compare?indicator=no-contact-90d&month=2026-02',
      /2\d facilities are within what chance explains\. They form one band: nothing here tells one of them from another\. \d facilities have too few cases/,
    ],
  ],
  'just-under-a-limit': [
    [
      'npm-member',
      '/facilities/que-02?month=2026-02',
      /separations of twelve months ended after more than 13 and up to 15 days.*Chance alone gives this less than once in a million times\..*a question, not an accusation.*were planned for 21\.5 hours/,
    ],
  ],
  'late-entries': [
    [
      'npm-member',
      '/facilities/tir-03?month=2026-01',
      /Late entries.*3\d% of the rows of [^.]+ were entered more than a week after what they tell, where 10% are allowed.*a question, not an accusation/,
    ],
  ],
  'moved-denominator': [
    [
      'npm-member',
      '/facilities/tir-02?month=2026-01',
      /Reckoned from \d+, where the months before make about 2\d\d likely.*turned from concern to within.*a question, not an accusation/,
    ],
  ],
  'overdue-screening': [
    [
      'npm-member',
      '/facilities/kel-02/health-screening-24h?month=2026-02',
      /[4-7]\d\.\d% \d+ of \d+ .*Serious concern/,
    ],
  ],
  'unready-at-release': [
    ['npm-member', '/facilities/que-01/release-ready-critical?month=2026-01', / 1?\d\.\d% \d of 1\d .*Serious concern/],
  ],
  'pretrial-over-limit': [
    ['npm-member', '/facilities/kel-02/pretrial-over-limit?month=2026-02', /Breach : \d+ people/],
  ],
  'disparity-women': [
    ['npm-member', '/facilities/kel-03/women-men-parity?month=2026-02', /0\.\d ratio .*Serious concern/],
  ],
  'disparity-foreign': [
    ['npm-member', '/facilities/kel-02/no-contact-90d?month=2026-02', /[2-4]\d\.\d% \d+ of \d+ .*Serious concern/],
    // By group, each share with its interval: that of foreigners without a residence lies wholly above that of nationals.
    [
      'npm-member',
      '/indicators/no-contact-90d?month=2026-02',
      /National \d\.\d% \d+ of [\d,]+ \d\.\d% to \d\.\d% .*Lower than among the others.*Foreign national, not resident 3\d\.\d% \d+ of \d+ [23]\d\.\d% to [34]\d\.\d% Serious concern Higher than among the others, by more than chance makes likely/,
    ],
  ],
  'good-example': [
    [
      'npm-member',
      '/facilities/dor-04?month=2026-02',
      /Release plan opened in time (9\d\.\d|100(\.0)?)% \d+ of \d+ .{0,60}Within/,
    ],
  ],
  'corrected-return': [
    [
      'npm-member',
      '/facilities/sul-02/solitary-over-15-days?month=2025-12',
      /core-2025-12-corrected\.csv, line 2.*was 0 until 10 March 2026.*0 became [1-9]/,
    ],
  ],
}

describe('what happens in the demonstration on purpose is seen where it is said to show', () => {
  test('each of it', () => {
    expect(Object.keys(shown).sort()).toEqual(scenarios.map(({ id }) => id).sort())
  })

  for (const [id, places] of Object.entries(shown))
    test.each(places)(`${id}: %s at %s`, async (role, path, words) => {
      expect(await read(role, path)).toMatch(words)
    })
})
