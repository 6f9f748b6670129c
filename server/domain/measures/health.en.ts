import type { MeasureWords } from './define.ts'
import type { health } from './health.ts'

/** What each measure of the health section counts, in English. */
export const healthWords: Record<(typeof health)[number]['id'], MeasureWords> = {
  adm_all: {
    title: 'Arrivals to screen',
    counts: 'All arrivals who should be screened: new, by transfer and on recall',
  },
  adm_screened_24h: { title: 'Screened within 24 h', counts: 'Of those, seen by health staff in 24 hours' },
  adm_treatment: { title: 'Arrivals in treatment', counts: 'Of the arrivals, those who arrived in treatment' },
  adm_treatment_48h: {
    title: 'Treatment continued',
    counts: 'Of those, whose treatment was continued within 48 hours of arrival',
  },
  self_harm_events: { title: 'Self-harm', counts: 'Self-harm events' },
  self_harm_in_separation: {
    title: 'Self-harm in separation',
    counts: 'Of those, events in a separation or within 14 days of one',
  },
  self_harm_persons: { title: 'Persons who self-harmed', counts: 'Different persons who self-harmed in the month' },
  suicides: { title: 'Suicides', counts: 'Deaths by suicide' },
  deaths_in_separation: {
    title: 'Deaths in separation',
    counts: 'Deaths in custody in a separation or within 14 days of one',
  },
  deaths_family_told: {
    title: 'Family told of death',
    counts: 'Deaths in custody of which the family was told within 24 hours',
  },
  deaths_reported: {
    title: 'Deaths reported outside',
    counts: 'Deaths in custody reported to an independent authority within the national limit',
  },
  serious_illness: {
    title: 'Serious illness or injury',
    counts: 'Serious illnesses, serious injuries and moves to a hospital of which the family must be told',
  },
  serious_illness_family_told: {
    title: 'Family told of illness',
    counts:
      'Of those, cases in which the family, or whom the person had named, was told within 24 hours, or the person asked that nobody be told',
  },
  health_requests: { title: 'Health requests', counts: 'Requests to see health staff' },
  health_requests_ontime: { title: 'Health requests in time', counts: 'Of those, met within the local limit' },
  specialist_booked: { title: 'Outside appointments', counts: 'Outside appointments booked for the month' },
  specialist_missed_prison: {
    title: 'Outside appointments missed',
    counts: 'Of those, missed for escort or other prison reasons',
  },
  injury_signs: { title: 'Signs of ill-treatment', counts: 'Examinations recording signs of possible ill-treatment' },
  injury_reported: { title: 'Signs reported', counts: 'Of those, reported to the competent authority' },
}
