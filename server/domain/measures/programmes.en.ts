import type { MeasureWords } from './define.ts'
import type { programmes } from './programmes.ts'

/** What each measure of the programmes section counts, in English. */
export const programmesWords: Record<(typeof programmes)[number]['id'], MeasureWords> = {
  enrolled_any: { title: 'In any activity', counts: 'Persons in any programme, education or work on the last day' },
  enrolled_education: { title: 'In education', counts: 'Persons in education on the last day' },
  in_work: { title: 'In work', counts: 'Persons with a work place on the last day' },
  in_work_paid: { title: 'In paid work', counts: 'Of those, paid' },
  need_open: {
    title: 'Open priority need',
    counts: 'Persons with at least one high-priority need open 60 days or more',
  },
  need_matched: { title: 'Need matched', counts: 'Of those, started on a programme that fits' },
  part_started: { title: 'Participations started', counts: 'Participations that started in the month' },
  wait_upto_45d: { title: 'Started within 45 days', counts: 'Of those, started 45 days or less after referral' },
  wait_46_90d: {
    title: 'Started after 46 to 90 days',
    counts: 'Of those that started in the month, started 46 to 90 days after referral',
  },
  wait_over_90d: {
    title: 'Started after 90 days',
    counts: 'Of those that started in the month, started more than 90 days after referral',
  },
  referrals_day_45: {
    title: 'Referrals at day 45',
    counts: 'Referrals whose day 45 fell in the month; those ended by release, transfer or withdrawal stay in',
  },
  referrals_started_45d: { title: 'Started by day 45', counts: 'Of those, started on or before day 45' },
  referrals_day_90: {
    title: 'Referrals at day 90',
    counts: 'Referrals whose day 90 fell in the month; those ended by release, transfer or withdrawal stay in',
  },
  referrals_started_90d: { title: 'Started by day 90', counts: 'Of those, started on or before day 90' },
  part_ended: { title: 'Participations ended', counts: 'Participations that ended in the month' },
  part_completed: { title: 'Completed', counts: 'Of those, completed' },
  part_ended_facility: {
    title: 'Ended by the prison',
    counts: 'Of those that ended, ended by transfer or cancellation by the prison',
  },
  part_open: {
    title: 'Participations open',
    counts: 'Participations open on the last day; unpaid domestic work is left out',
  },
  part_accredited: { title: 'Accredited participations', counts: 'Of those, in accredited programmes' },
  purposeful_hours: { title: 'Purposeful hours', counts: 'Person-hours of purposeful activity in the month' },
  no_basic_education: {
    title: 'Without basic education',
    counts: 'Persons on the last day who have no or an incomplete primary education',
  },
  no_basic_education_enrolled: { title: 'Of those in education', counts: 'Of those, persons in education' },
  high_risk_sentenced: {
    title: 'Assessed as high risk',
    counts: 'Sentenced persons on the last day whose latest assessment found a high risk',
  },
  high_risk_started_12m: {
    title: 'High risk, programme started',
    counts: 'Of those, started on an offending-behaviour programme in the last 12 months',
  },
  low_risk_sentenced: {
    title: 'Assessed as low risk',
    counts: 'Sentenced persons on the last day whose latest assessment found a low risk',
  },
  low_risk_started_12m: {
    title: 'Low risk, programme started',
    counts: 'Of those, started on an offending-behaviour programme in the last 12 months',
  },
  programmes_total: {
    title: 'Programmes',
    counts: 'Rehabilitation programmes on offer; domestic work and sport are left out',
  },
  programmes_evaluated: { title: 'Programmes evaluated', counts: 'Of those, evaluated within the national interval' },
}
