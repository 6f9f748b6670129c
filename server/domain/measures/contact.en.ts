import type { contact } from './contact.ts'
import type { MeasureWords } from './define.ts'

/** What each measure of the contact section counts, in English. */
export const contactWords: Record<(typeof contact)[number]['id'], MeasureWords> = {
  visits_done: { title: 'Visits', counts: 'Family and friend visits that took place' },
  visits_open: { title: 'Open visits', counts: 'Of those, without a barrier' },
  visits_refused: { title: 'Visits refused', counts: 'Visits refused or cancelled by the facility' },
  persons_present_90d: {
    title: 'In custody for 90 days',
    counts: 'Persons in custody for all of the last 90 days, time in other facilities included',
  },
  persons_visited_90d: {
    title: 'Visited in 90 days',
    counts: 'Of those, persons with at least one visit by family or friends',
  },
  persons_no_contact_90d: {
    title: 'No contact in 90 days',
    counts: 'Of those in custody for all of the last 90 days, persons with no visit, call, video or letter',
  },
  parents_present_90d: {
    title: 'Parents in custody for 90 days',
    counts: 'Of those in custody for all of the last 90 days, parents of a child under 18',
  },
  parents_child_visit_90d: {
    title: 'Visited by a child in 90 days',
    counts: 'Of those, parents whose child took part in a visit',
  },
  visits_asked_14d: {
    title: 'Visit requests answerable',
    counts: 'Requests for a family or friend visit whose fourteenth day fell in the month, withdrawn ones left out',
  },
  visits_within_14d: {
    title: 'Visited within 14 days',
    counts: 'Of those, visits that took place by the fourteenth day',
  },
  calls_done: { title: 'Calls', counts: 'Phone and video calls to family or friends' },
  child_bans_active: {
    title: 'Bans on visits by children',
    counts: 'Persons under a ban on visits by children on the last day',
  },
  child_bans_individual: {
    title: 'Bans decided individually',
    counts: 'Of those, with an individual child-protection decision',
  },
  contact_bans_disciplinary: {
    title: 'Family contact banned',
    counts:
      'Bans on all family contact in force on any day of the month for discipline or security, and sanctions that restrict family contact',
  },
  adm_family_24h: {
    title: 'Family told within 24 h',
    counts: 'Arrivals, new and by transfer, where the person could tell family within 24 hours',
  },
  home_known: { title: 'Home area known', counts: 'Persons whose home area is known' },
  home_far: { title: 'Far from home', counts: 'Of those, held beyond the national distance line' },
}
