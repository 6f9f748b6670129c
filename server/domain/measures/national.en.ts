import type { MeasureWords } from './define.ts'
import type { national } from './national.ts'

/** What each figure of the country counts, in English. */
export const nationalWords: Record<(typeof national)[number]['id'], MeasureWords> = {
  suspects_total_eligible: {
    title: 'Suspects eligible for diversion',
    counts: 'Suspects who were eligible for diversion in the quarter',
  },
  suspects_referred_diversion: { title: 'Suspects diverted', counts: 'Of those, referred to diversion' },
  pretrial_decisions: {
    title: 'Decisions before trial',
    counts: 'Decisions of courts or prosecutors on liberty before trial in the quarter',
  },
  pretrial_alternatives_ordered: {
    title: 'Alternatives ordered',
    counts: 'Of those, decisions that ordered an alternative to detention',
  },
  sentences_total: { title: 'Sentences', counts: 'Sentences passed in the quarter' },
  sentences_noncustodial: { title: 'Non-custodial sentences', counts: 'Of those, sentences without prison' },
  sentences_eligible_for_report: {
    title: 'Sentences that allow a report',
    counts:
      'Sentences in cases in which national rules allow or require a report on the person before the court decides',
  },
  presentence_reports_before_court: {
    title: 'Reports before the court',
    counts: 'Of those, sentences before which the court had such a report',
  },
  supervision_ended: {
    title: 'Supervision ended',
    counts: 'Periods of supervision in the community that ended in the quarter',
  },
  supervision_completed: { title: 'Supervision completed', counts: 'Of those, periods that were completed' },
  supervision_revoked: { title: 'Supervision revoked', counts: 'Of the periods that ended, those that were revoked' },
  supervision_revoked_technical: {
    title: 'Revoked on technical grounds',
    counts: 'Of those revoked, those revoked for a breach of conditions without a new offence',
  },
  supervision_persons: {
    title: 'Persons under supervision',
    counts: 'Persons under supervision in the community on the last day',
  },
  supervision_officers_fte: {
    title: 'Supervision officers',
    counts: 'Full-time equivalents of officers who supervise them',
  },
  rj_referrals: { title: 'Restorative referrals', counts: 'Referrals to a restorative process in the quarter' },
  rj_started: {
    title: 'Restorative processes started',
    counts: 'Of those, processes that started with the consent of all parties',
  },
  cohort_at_risk: {
    title: 'Released cohort',
    counts:
      'Persons of the cohort of releases whose follow-up ended in the year, under the one definition that the country publishes',
  },
  cohort_unlinked: {
    title: 'Not linked',
    counts: 'Of those, persons whom the linkage unit could not find in the registers',
  },
  cohort_with_event: {
    title: 'With a new event',
    counts: 'Of those linked, persons with a new event within 24 months under that definition',
  },
}
