import type { IndicatorWords } from './define.ts'
import type { populationFlow } from './population-flow.ts'

/** The English words of population flow. */
export const populationFlowWords: Record<(typeof populationFlow)[number]['id'], IndicatorWords> = {
  admissions: {
    title: 'Admissions',
    measures: 'How many people were taken into prison from liberty or recalled in the month.',
    numerator: 'Admissions from liberty and recalls in the month; transfers between facilities left out',
    denominator: 'None: it is a count',
    pitfalls:
      'Entries are counted, not persons: whoever comes twice counts twice. It says what police, courts and recall decide, not what a facility does.',
  },
  releases: {
    title: 'Releases',
    measures: 'How many people were released to liberty in the month.',
    numerator: 'Every final departure in the month but transfers, deaths and escapes',
    denominator: 'None: it is a count',
    pitfalls:
      'An amnesty moves many releases into one month. People who died or escaped are no releases, so admissions and releases do not add up to the change of the population.',
  },
  'stay-in-custody': {
    title: 'Time in custody for each admission',
    measures: 'Days spent in prison in twelve months for each person admitted from liberty in them.',
    numerator: 'Person-days of the last 12 months',
    denominator: 'Admissions from liberty and recalls in the last 12 months',
    pitfalls:
      'It is the mean length of custody where as many people leave as come (SPACE I gives it so, as stock over flow). While the population grows or shrinks it is off, and one year says little of sentences of many. Read the median of pretrial detention beside it.',
  },
  'stay-in-facility': {
    title: 'Time in one facility for each arrival',
    measures: 'Days spent in a facility in twelve months for each person who arrived there in them, by transfer too.',
    numerator: 'Person-days of the last 12 months',
    denominator: 'Admissions and transfers in of the last 12 months',
    pitfalls:
      'More transfers make it shorter and change nobody’s custody. It holds where as many people leave as come.',
  },
}
