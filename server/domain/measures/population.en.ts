import type { MeasureWords } from './define.ts'
import type { population } from './population.ts'

/** What each measure of the population section counts, in English. */
export const populationWords: Record<(typeof population)[number]['id'], MeasureWords> = {
  pop_opening: { title: 'Held at the start', counts: 'Persons held at 00:00 on the first day' },
  adm_new: { title: 'Admitted', counts: 'Admissions in the month from liberty and on recall' },
  adm_transfer_in: { title: 'Transferred in', counts: 'Arrivals by transfer from another facility' },
  adm_return_escape: { title: 'Returned from escape', counts: 'Returns from escape' },
  rel_liberty: { title: 'Released', counts: 'Final departures other than by transfer, death or escape' },
  rel_transfer_out: { title: 'Transferred out', counts: 'Departures by transfer' },
  escapes: { title: 'Escaped', counts: 'Persons who escaped, still away at the end of the month or not' },
  deaths_custody: { title: 'Died', counts: 'Deaths in custody, in hospital included' },
  pop_closing: {
    title: 'Held at the end',
    counts:
      'Persons held at 24:00 on the last day, temporary absences included; children living with a parent are not counted',
  },
  foreign_closing: {
    title: 'Foreign nationals held at the end',
    counts: 'Persons held at 24:00 on the last day who are not citizens, stateless persons included',
  },
  person_days: { title: 'Person-days', counts: 'Sum of the daily midnight counts over the month' },
  pop_peak: { title: 'Highest count', counts: 'Highest midnight count in the month' },
}
