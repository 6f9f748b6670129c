import type { MeasureWords } from './define.ts'
import type { justice } from './justice.ts'

/** What each measure of the justice section counts, in English. */
export const justiceWords: Record<(typeof justice)[number]['id'], MeasureWords> = {
  pretrial_closing: {
    title: 'Unsentenced',
    counts: 'Persons held on the last day as pretrial or detained without charge, with no first-instance sentence',
  },
  pretrial_7d: { title: 'Unsentenced for 7 days', counts: 'Of those, persons held for 7 days or more' },
  legal_contact_30d: {
    title: 'Lawyer contact in 30 days',
    counts: 'Of those, persons with a lawyer contact in the last 30 days, or since admission if shorter',
  },
  lawyer_due_2d: {
    title: 'First lawyer due',
    counts: 'Persons admitted unsentenced whose second day after admission fell in the month',
  },
  lawyer_seen_2d: {
    title: 'First lawyer in two days',
    counts: 'Of those, persons in contact with a lawyer by the second day after admission',
  },
  pretrial_spell_median_days: {
    title: 'Median pretrial spell',
    counts:
      'Kaplan–Meier median length, in days, of the pretrial spells that began in the 24 months to the last day, those still running included',
  },
  pretrial_spells_24m: {
    title: 'Pretrial spells in 24 months',
    counts: 'Pretrial spells that began in the 24 months to the last day, those still running included',
  },
  pretrial_upto_90d: {
    title: 'Unsentenced up to 90 days',
    counts: 'Of the unsentenced on the last day, persons in custody for 90 days or less',
  },
  pretrial_91_180d: {
    title: 'Unsentenced 91 to 180 days',
    counts: 'Of the unsentenced on the last day, persons in custody for 91 to 180 days',
  },
  pretrial_181_365d: {
    title: 'Unsentenced 181 to 365 days',
    counts: 'Of the unsentenced on the last day, persons in custody for 181 to 365 days',
  },
  pretrial_over_365d: {
    title: 'Unsentenced over a year',
    counts: 'Of the unsentenced on the last day, persons in custody for more than 365 days',
  },
  pretrial_over_limit: {
    title: 'Over the pretrial limit',
    counts:
      'Unsentenced persons past the national time limit, or past the date of their order, on any day of the month',
  },
  pretrial_with_sentenced: {
    title: 'Untried with sentenced',
    counts: 'Unsentenced persons who shared a cell or a unit with sentenced persons on any night of the month',
  },
  children_with_adults: {
    title: 'Children with adults',
    counts: 'Persons under 18 who shared a cell or a unit with adults on any night of the month',
  },
  women_with_men: {
    title: 'Women with men',
    counts: 'Women in a cell or a unit not separate from men on any night of the month',
  },
  civil_with_criminal: {
    title: 'Civil prisoners with others',
    counts:
      'Persons held for debt or another civil matter who shared a cell or a unit with persons held for an offence on any night of the month',
  },
  past_release_date: {
    title: 'Held past release',
    counts: 'Persons held after the day the law required release, at any time in the month',
  },
  sentenced_adm: { title: 'Sentenced admissions', counts: 'Admissions under a custodial sentence' },
  sentenced_adm_6m: { title: 'Short sentences', counts: 'Of those, six months or less' },
  foreign_adm: { title: 'Foreign admissions', counts: 'Admissions of foreign nationals from liberty and on recall' },
  foreign_consular_72h: { title: 'Told of consular rights', counts: 'Of those, told of consular rights within 72 h' },
}
