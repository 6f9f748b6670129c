import type { IndicatorWords } from './define.ts'
import type { outcomes } from './outcomes.ts'

/** The English words of the area outcomes after release. */
export const outcomesWords: Record<(typeof outcomes)[number]['id'], IndicatorWords> = {
  'reoffending-24m': {
    title: 'Reoffending within 24 months',
    measures: 'Share of a release cohort with a new event within 24 months, under one named definition.',
    numerator: 'Persons of the cohort with a new event under the definition that the country publishes',
    denominator:
      'Persons of the cohort less those whom the linkage unit could not link; deaths and time back in custody are handled by that unit, its method published',
    pitfalls:
      'Five definitions give very different figures; unless the country says otherwise it is reconviction for an offence committed within 24 months of release, with six more months to register. Arrests or charges may be shown only with the notice that everybody is presumed innocent. Never by facility: who is held differs. Returns for a technical breach are not reoffending.',
    breakdownWhy: 'Young adults and short sentences differ most.',
  },
  'positive-reintegration-90d': {
    title: 'Doing well 90 days after release',
    measures: 'Share of people reached who are housed and in work, training or education.',
    numerator: 'Persons reached at day 90 who are housed and in work, training or education',
    denominator: 'Persons reached at day 90 with their consent, over three months',
    pitfalls:
      'Only those who do well may be reached: read the worst case, in which everybody not reached counts as not doing well.',
    breakdownWhy: 'Housing, work, education, health and well-being are also followed each alone.',
  },
  'positive-reintegration-90d-of-all': {
    title: 'Doing well 90 days after release, worst case',
    measures:
      'Share of all people due a contact at day 90 who are known to be housed and in work, training or education.',
    numerator: 'Persons reached at day 90 who are housed and in work, training or education',
    denominator: 'Persons whose day 90 fell in these three months and who consented, reached or not',
    pitfalls: 'The lower bound of the figure among those reached, and not an estimate: it has no colour.',
    breakdownWhy: 'Whom the follow-up does not reach differs.',
  },
  'post-release-deaths-30d': {
    title: 'Deaths in the 30 days after release',
    measures: 'Known deaths within 30 days of release, per 1,000 releases.',
    numerator: 'Persons known to have died within 30 days of their release',
    denominator: 'Releases to liberty of which the thirtieth day fell in the last twelve months',
    pitfalls:
      'Without a link to the register of deaths the figure is the least it can be. Returns do not carry it. Every death is a case to learn from, and so no colour.',
    breakdownWhy: 'Overdose after a short time in custody.',
    alert: 'Every known death',
  },
}
