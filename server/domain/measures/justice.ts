import { measure } from './define.ts'

/** On what legal ground and for how long people are held, and with whom. */
export const justice = [
  measure({
    id: 'pretrial_closing',
    section: 'justice',
    tier: 'core',
    breakdowns: ['sex', 'age_group'],
    partOf: 'pop_closing',
  }),
  measure({ id: 'pretrial_7d', section: 'justice', tier: 'extended', partOf: 'pretrial_closing' }),
  measure({ id: 'legal_contact_30d', section: 'justice', tier: 'extended', partOf: 'pretrial_7d' }),
  measure({ id: 'lawyer_due_2d', section: 'justice', tier: 'extended', over: 'sum' }),
  measure({ id: 'lawyer_seen_2d', section: 'justice', tier: 'extended', over: 'sum', partOf: 'lawyer_due_2d' }),
  // The middle of a distribution: it can be added neither over facilities nor over months.
  measure({
    id: 'pretrial_spell_median_days',
    section: 'justice',
    tier: 'extended',
    kind: 'number',
    across: 'none',
    origin: 'records',
  }),
  measure({ id: 'pretrial_spells_24m', section: 'justice', tier: 'extended', origin: 'records' }),
  measure({ id: 'pretrial_upto_90d', section: 'justice', tier: 'extended', partOf: 'pretrial_closing' }),
  measure({ id: 'pretrial_91_180d', section: 'justice', tier: 'extended', partOf: 'pretrial_closing' }),
  measure({ id: 'pretrial_181_365d', section: 'justice', tier: 'extended', partOf: 'pretrial_closing' }),
  measure({ id: 'pretrial_over_365d', section: 'justice', tier: 'extended', partOf: 'pretrial_closing' }),
  measure({ id: 'pretrial_over_limit', section: 'justice', tier: 'core', over: 'max' }),
  measure({ id: 'pretrial_with_sentenced', section: 'justice', tier: 'extended', over: 'max' }),
  measure({ id: 'children_with_adults', section: 'justice', tier: 'extended', over: 'max' }),
  measure({ id: 'women_with_men', section: 'justice', tier: 'extended', over: 'max' }),
  measure({ id: 'civil_with_criminal', section: 'justice', tier: 'extended', over: 'max', origin: 'records' }),
  measure({ id: 'past_release_date', section: 'justice', tier: 'core', over: 'max' }),
  measure({
    id: 'sentenced_adm',
    section: 'justice',
    tier: 'extended',
    over: 'sum',
    breakdowns: ['sex'],
    partOf: 'adm_new',
  }),
  measure({
    id: 'sentenced_adm_6m',
    section: 'justice',
    tier: 'extended',
    over: 'sum',
    breakdowns: ['sex'],
    partOf: 'sentenced_adm',
  }),
  measure({ id: 'foreign_adm', section: 'justice', tier: 'extended', over: 'sum', partOf: 'adm_new' }),
  measure({ id: 'foreign_consular_72h', section: 'justice', tier: 'extended', over: 'sum', partOf: 'foreign_adm' }),
]
