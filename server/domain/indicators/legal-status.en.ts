import type { IndicatorWords } from './define.ts'
import type { legalStatus } from './legal-status.ts'

/** The English words of the area legal status and justice. */
export const legalStatusWords: Record<(typeof legalStatus)[number]['id'], IndicatorWords> = {
  'unsentenced-share': {
    title: 'Unsentenced share (SDG 16.3.2)',
    measures: 'Share of people held who have no first-instance sentence.',
    numerator: 'Persons pretrial or detained without charge on the last day',
    denominator: 'All persons held, people under administrative and civil holds left out',
    pitfalls:
      'The SDG counts a first-instance sentence that is not final as sentenced; SPACE I does not count it as final. A facility’s figure reflects where courts send people, not how it treats them: read it by region or country.',
    breakdownWhy: 'Women and foreign nationals are over-represented.',
  },
  'women-share': {
    title: 'Women’s share',
    measures: 'Share of people held who are women.',
    numerator: 'Women held on the last day',
    denominator: 'All persons held on the last day',
    pitfalls:
      'It describes who is held and is neither good nor bad. In a men’s prison a few women are most at risk of being overlooked: look at the count, not at the share.',
  },
  'foreign-national-share': {
    title: 'Foreign nationals’ share',
    measures: 'Share of people held who are foreign nationals.',
    numerator: 'Foreign nationals and stateless persons held on the last day, by citizenship',
    denominator: 'All persons held on the last day',
    pitfalls:
      'It describes who is held and is neither good nor bad. Citizenship counts, not birthplace. Countries differ in how they count stateless persons and people with two citizenships.',
    breakdownWhy: 'Foreign women are the group most often far from family and language.',
  },
}
