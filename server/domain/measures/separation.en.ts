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
      'Persons whose unbroken time in solitary passed 15 days at any point in the month, days before the month and in other facilities included',
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
  sol_contraindicated: {
    title: 'Solitary against health',
    counts:
      'Persons in solitary at any time in the month although their disability or health was reported to worsen by it',
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
}
