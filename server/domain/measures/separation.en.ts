import type { MeasureWords } from './define.ts'
import type { separation } from './separation.ts'

/** What each measure of the separation section counts, in English. */
export const separationWords: Record<(typeof separation)[number]['id'], MeasureWords> = {
  sol_in_place: {
    title: 'In solitary',
    counts:
      'Persons in solitary on the last day, whatever the label: 22 hours or more a day in the cell (2 hours or less outside it) without meaningful human contact',
  },
  sol_starts: {
    title: 'Solitary started',
    counts:
      'Episodes of solitary that started in the month, after merging; an arrival by transfer already in solitary is no start',
  },
  sol_transfer_in: {
    title: 'Arrived in solitary',
    counts: 'Persons who arrived by transfer with a solitary episode running',
  },
  sol_persons: { title: 'Persons in solitary', counts: 'Different persons in solitary at any time in the month' },
  sol_person_days: { title: 'Days in solitary', counts: 'Person-days in solitary' },
  sol_over15: {
    title: 'Over 15 days in solitary',
    counts:
      'Persons whose unbroken time in solitary passed 15 days at any point in the month, days before the month and in other facilities included; a transfer, another cell or another label breaks nothing, any other gap does',
  },
  sol_over15_merged: {
    title: 'Over 15 days counting gaps',
    counts:
      'Persons not counted there whose time in solitary passed 15 days only when gaps under the country’s break rule are counted as no break',
  },
  sol_longest_days: {
    title: 'Longest time in solitary',
    counts:
      'Longest unbroken time in solitary reached by anyone in the month, in days, counted from its true start even if before the month',
  },
  sol_no_end_date: {
    title: 'Solitary without end date',
    counts: 'Solitary orders in force on any day of the month that name no end date',
  },
  sol_by_sentence: {
    title: 'Solitary by sentence',
    counts: 'Persons in solitary at any time in the month because their sentence says so',
  },
  sol_ended: { title: 'Solitary ended', counts: 'Episodes of solitary that ended in the month' },
  sol_ended_upto_3d: { title: 'Ended within 3 days', counts: 'Of those, episodes of 3 days or less' },
  sol_ended_4_7d: { title: 'Ended after 4 to 7 days', counts: 'Of those, episodes of more than 3 and at most 7 days' },
  sol_ended_8_15d: {
    title: 'Ended after 8 to 15 days',
    counts: 'Of those, episodes of more than 7 and at most 15 days',
  },
  sol_ended_over_15d: { title: 'Ended after more than 15 days', counts: 'Of those, episodes of more than 15 days' },
  sol_persons_90d: {
    title: 'Persons in solitary in 90 days',
    counts: 'Different persons with an episode of solitary that started in the 90 days to the last day',
  },
  sol_repeat_90d: { title: 'Repeated solitary in 90 days', counts: 'Of those, persons with two or more episodes' },
  sol_excluded: {
    title: 'Excluded groups held apart',
    counts:
      'Pregnant or breastfeeding women, women with an infant and persons under 18 who were held in solitary, or in any disciplinary separation, at any time in the month; those placed before it included',
  },
  sol_excluded_discipline: {
    title: 'Excluded groups punished',
    counts: 'Of those, persons held apart as a punishment, whether or not for 22 hours a day',
  },
  sol_contraindicated: {
    title: 'Solitary against health',
    counts:
      'Persons in solitary at any time in the month although their disability or health was reported to worsen by it',
  },
  sol_contraindicated_disability: {
    title: 'Solitary despite a disability',
    counts: 'Of those, persons with a mental or physical disability on record that solitary would worsen',
  },
  sep_person_days: {
    title: 'Days in separation',
    counts: 'Person-days in any separation, solitary and own request included',
  },
  sep_involuntary_person_days: {
    title: 'Days in imposed separation',
    counts: 'Person-days in separation that the person had not asked for, solitary included',
  },
  sol_health_visits_done: {
    title: 'Days with a health visit',
    counts: 'Of those, person-days with an in-person visit by health staff',
  },
  sep_person_days_outdoor_ok: {
    title: 'Days in separation with an outdoor hour',
    counts: 'Person-days in separation on which 60 minutes or more outside were offered',
  },
  sol_authorised: {
    title: 'Solitary authorised',
    counts: 'Of the episodes started, those with authority recorded at or before the start by a competent authority',
  },
  sol_release_direct: {
    title: 'Released soon after solitary',
    counts: 'Releases of persons who had been in solitary in the 30 days before',
  },
  sep_other_in_place: { title: 'In other separation', counts: 'Persons in any other separation on the last day' },
  sol_episodes_12m: {
    title: 'Episodes in 12 months',
    counts: 'Episodes of solitary that started in the 12 months to the last day',
  },
  sol_median_days_12m: {
    title: 'Median length of solitary',
    counts: 'Kaplan-Meier median length of those episodes in days, those still open included as censored',
  },
  sol_over30_in_90d: {
    title: 'Over 30 days in 90',
    counts: 'Persons whose days in solitary in the 90 days to the last day add up to more than 30',
  },
  sol_reached_7d: { title: 'Reached day 7', counts: 'Episodes of solitary that reached day 7 in the month' },
  sol_reviewed_7d: { title: 'Reviewed by day 7', counts: 'Of those, with an independent review on or before day 7' },
  sol_support_due: {
    title: 'Help after solitary due',
    counts: 'Episodes of 8 days or more whose seventh day after the end fell in the month, the person still in custody',
  },
  sol_supported_7d: { title: 'Helped after solitary', counts: 'Of those, with support within 7 days of the end' },
  sep_person_days_contact_2h: {
    title: 'Days with two hours of contact',
    counts:
      'Person-days in separation with at least 120 minutes of meaningful human contact; a day without a log has none',
  },
}
