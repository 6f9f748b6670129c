import { measure } from './define.ts'

/** Visits, calls and letters, bans on them, and distance from home. */
export const contact = [
  measure({ id: 'visits_done', section: 'contact', tier: 'extended', over: 'sum', breakdowns: ['sex'] }),
  measure({ id: 'visits_open', section: 'contact', tier: 'extended', over: 'sum', partOf: 'visits_done' }),
  measure({ id: 'visits_refused', section: 'contact', tier: 'extended', over: 'sum' }),
  measure({
    id: 'persons_present_90d',
    section: 'contact',
    tier: 'core',
    breakdowns: ['sex', 'nationality_group'],
    partOf: 'pop_closing',
  }),
  measure({
    id: 'persons_visited_90d',
    section: 'contact',
    tier: 'core',
    breakdowns: ['sex', 'nationality_group'],
    partOf: 'persons_present_90d',
  }),
  measure({
    id: 'persons_no_contact_90d',
    section: 'contact',
    tier: 'core',
    breakdowns: ['sex', 'nationality_group'],
    partOf: 'persons_present_90d',
  }),
  measure({
    id: 'parents_present_90d',
    section: 'contact',
    tier: 'extended',
    breakdowns: ['sex'],
    partOf: 'persons_present_90d',
  }),
  measure({
    id: 'parents_child_visit_90d',
    section: 'contact',
    tier: 'extended',
    breakdowns: ['sex'],
    partOf: 'parents_present_90d',
  }),
  measure({ id: 'calls_done', section: 'contact', tier: 'extended', over: 'sum', breakdowns: ['sex'] }),
  measure({ id: 'child_bans_active', section: 'contact', tier: 'extended', partOf: 'pop_closing' }),
  measure({ id: 'child_bans_individual', section: 'contact', tier: 'extended', partOf: 'child_bans_active' }),
  measure({ id: 'contact_bans_disciplinary', section: 'contact', tier: 'core', over: 'max' }),
  measure({
    id: 'adm_family_24h',
    section: 'contact',
    tier: 'core',
    over: 'sum',
    breakdowns: ['sex'],
    partOf: 'adm_all',
  }),
  measure({ id: 'home_known', section: 'contact', tier: 'extended', breakdowns: ['sex'], partOf: 'pop_closing' }),
  measure({ id: 'home_far', section: 'contact', tier: 'extended', breakdowns: ['sex'], partOf: 'home_known' }),
]
