import type { MeasureWords } from './define.ts'
import type { release } from './release.ts'

/** What each measure of the release section counts, in English. */
export const releaseWords: Record<(typeof release)[number]['id'], MeasureWords> = {
  rel_sentenced: { title: 'Sentenced released', counts: 'Sentenced persons released to liberty in the month' },
  rel_plan: { title: 'Released with a plan', counts: 'Of those, with a release plan agreed with them' },
  rel_ready: {
    title: 'Released ready',
    counts:
      'Of the sentenced released, those with every critical checklist item done and both gates cleared (release date verified, safeguards for victims)',
  },
  rel_id: {
    title: 'Released with identity papers',
    counts: 'Of the sentenced released, those leaving with valid identity documents',
  },
  rel_housing: {
    title: 'Released to a home',
    counts: 'Of the sentenced released, those with a confirmed place to live',
  },
  rel_first_night: {
    title: 'Place for the first night',
    counts: 'Of the sentenced released, those with a place for the first night',
  },
  rel_income: {
    title: 'Released to an income',
    counts: 'Of the sentenced released, those with work, training or income arranged',
  },
  rel_material: {
    title: 'Released with means',
    counts: 'Of the sentenced released, those leaving with clothing, transport and money',
  },
  rel_health_need: {
    title: 'Released in treatment',
    counts: 'Of the sentenced released, those in continuing treatment',
  },
  rel_health_handover: {
    title: 'Treatment handed over',
    counts: 'Of those in treatment, those with a confirmed handover',
  },
  rel_sentenced_45d: {
    title: 'Released after 45 days',
    counts: 'Of the sentenced released, those held for 45 days or more',
  },
  rel_lead: {
    title: 'Released with a lead agency',
    counts: 'Of those held for 45 days or more, those with a lead agency named 30 days or more before release',
  },
  rel_priority_need: {
    title: 'Released with a priority need',
    counts: 'Of the sentenced released, those with at least one high-priority need identified in this custody',
  },
  rel_need_unmet: {
    title: 'Priority need unmet',
    counts: 'Of those, with a high-priority need for which they never started anything that fits it',
  },
  rel_pretrial: { title: 'Untried released', counts: 'Unsentenced persons released in the month' },
  rel_pretrial_ready: {
    title: 'Untried released ready',
    counts:
      'Of those, released with the short kit: papers returned, health handover, family told, transport and money, contact card',
  },
  rel_30d_ago: {
    title: 'Released 30 days before',
    counts: 'Releases to liberty of which the thirtieth day fell in the month',
  },
  rel_died_30d: { title: 'Died within 30 days', counts: 'Of those, persons known to have died within these 30 days' },
  rel_short_notice: {
    title: 'Released at short notice',
    counts: 'Releases of which the person had less than one day’s notice',
  },
  rel_due_180: {
    title: 'Due out in 180 days',
    counts: 'Sentenced persons on the last day who are due for release within 180 days',
  },
  rel_due_180_plan: { title: 'Plan opened', counts: 'Of those, with a plan opened' },
  rel_due_30: {
    title: 'Due out in 30 days',
    counts: 'Sentenced persons on the last day who are expected out within 30 days',
  },
  rel_due_30_score_sum: {
    title: 'Sum of readiness scores',
    counts: 'Sum of their readiness scores, each from 0 to 100; a person without a plan adds 0',
  },
  conditional_eligible: {
    title: 'Eligible for conditional release',
    counts: 'Persons held whose first day of eligibility for conditional release fell in the month',
  },
  conditional_decided: {
    title: 'Decided in time',
    counts: 'Of those, with a decision on or before that day',
  },
  follow_due_90: { title: 'Day 90 due', counts: 'Released persons whose day 90 fell in the month and who consented' },
  follow_reached_90: { title: 'Reached at day 90', counts: 'Of those, contacted' },
  follow_housed_90: { title: 'Housed at day 90', counts: 'Of those reached, housed' },
  follow_work_90: { title: 'In work at day 90', counts: 'Of those reached, in work, training or education' },
  follow_housed_and_work_90: {
    title: 'Housed and in work at day 90',
    counts: 'Of those housed, also in work, training or education',
  },
}
