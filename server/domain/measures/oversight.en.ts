import type { MeasureWords } from './define.ts'
import type { oversight } from './oversight.ts'

/** What each measure of the oversight section counts, in English. */
export const oversightWords: Record<(typeof oversight)[number]['id'], MeasureWords> = {
  days_since_external_visit: {
    title: 'Days since the last independent visit',
    counts:
      'Days from the start of the last visit by a body outside the prison administration that spoke with people in private; where there was none, days since the facility opened',
  },
  recs_due: { title: 'Recommendations due', counts: 'Accepted recommendations that fell due in the last 12 months' },
  recs_verified: {
    title: 'Recommendations verified',
    counts: 'Of those, verified as done by somebody outside the facility by the last day',
  },
  partner_kinds_needed: {
    title: 'Kinds of partners needed',
    counts:
      'Kinds of partners on the country’s list for cooperation protocols; eight unless the country says otherwise',
  },
  partner_kinds_agreed: {
    title: 'Kinds of partners under protocol',
    counts:
      'Of those, kinds with a protocol in force on the last day that covers release and of which data protection was checked',
  },
  volunteers_ready: {
    title: 'Volunteers, screened and trained',
    counts: 'Active volunteers who were both screened and trained; where only the two counts are kept, the smaller one',
  },
  strategy_statements: {
    title: 'Statements on the strategy in force',
    counts:
      'Of the four signed statements on the national strategy (strategy, funded action plan, published definition, legal review), those that say yes with evidence, were verified and have not expired',
  },
  kyoto_statements: {
    title: 'Statements asked for',
    counts: 'Signed statements that belong to the Kyoto model strategies',
  },
  kyoto_statements_in_force: {
    title: 'Statements in force',
    counts: 'Of those, statements that say yes with evidence and have not expired',
  },
  kyoto_statements_verified: {
    title: 'Statements verified',
    counts: 'Of those in force, statements that somebody outside verified',
  },
}
