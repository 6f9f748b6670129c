import type { IndicatorWords } from './define.ts'
import type { partnerships } from './partnerships.ts'

/** The English words of the area partnerships and strategy. */
export const partnershipsWords: Record<(typeof partnerships)[number]['id'], IndicatorWords> = {
  'protocols-in-force': {
    title: 'Cooperation protocols in force',
    measures:
      'Share of the kinds of partners needed with a signed protocol in force that covers release and data protection.',
    numerator:
      'Kinds of partners with a protocol in force that covers release and of which data protection was checked',
    denominator:
      'Kinds of partners needed; unless the country says otherwise eight: probation, social services, health, employment, housing, training, victim support, civil society',
    pitfalls: 'Protocols on paper: compare with what partners do in the release checklist.',
  },
  'volunteers-rate': {
    title: 'Volunteers at work',
    measures: 'Active volunteers, screened and trained, per 100 people held.',
    numerator: 'Active volunteers who were screened and trained',
    denominator: 'Persons held on the last day',
    pitfalls:
      'One event with many visitors. Where screening and training are counted apart, the smaller count stands: those with both may be fewer. The monthly return does not carry it.',
  },
  'restorative-justice-access': {
    title: 'Restorative justice',
    measures: 'Share of referrals to a restorative process in which the process started.',
    numerator: 'Restorative processes started with the consent of all parties in the quarter',
    denominator: 'Referrals to a restorative process in the quarter',
    pitfalls:
      'Pressure on victims to agree: inspections look at consent. There is no target for agreements, and no colour.',
    breakdownWhy: 'Regions differ in what they offer.',
  },
  'programmes-evaluated-share': {
    title: 'Programmes evaluated',
    measures:
      'Share of rehabilitation programmes with a written theory of change and an evaluation in the last 5 years.',
    numerator: 'Programmes with a written theory of change and an evaluation in the last 5 years',
    denominator: 'Rehabilitation programmes on offer; domestic work and sport are left out',
    pitfalls: 'Sheets that ask whether people liked it are no evaluation.',
  },
  'reoffending-strategy-in-force': {
    title: 'National strategy to reduce reoffending',
    measures: 'How many of four statements on a funded national strategy are in force.',
    numerator:
      'Statements in force, with evidence and verified: strategy, funded action plan, published definition of reoffending, legal review',
    denominator: 'None; there are four',
    pitfalls: 'A strategy on paper: the evidence is a line in the budget and a report each year.',
    alert: 'A statement has expired',
  },
  'kyoto-measures-attested': {
    title: 'Kyoto model strategies attested',
    measures: 'Share of the signed statements of the model strategies that are in force, with evidence.',
    numerator: 'Statements that say yes with evidence and have not expired',
    denominator: 'Statements that belong to the 18 model strategies',
    pitfalls:
      'Self-praise: a yes that nobody outside verified is drawn hatched. The strategies are guidance and no obligations: this is never called compliance.',
    breakdownWhy: 'Each strategy has its own statements.',
  },
  'kyoto-measures-verified': {
    title: 'Statements verified from outside',
    measures: 'Share of the statements in force that somebody outside verified.',
    numerator: 'Statements in force that somebody outside verified',
    denominator: 'Statements that say yes with evidence and have not expired',
    pitfalls: 'Who verifies must not be who signed.',
    breakdownWhy: 'Each strategy has its own statements.',
  },
}
