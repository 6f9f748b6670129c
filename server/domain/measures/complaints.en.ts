import type { complaints } from './complaints.ts'
import type { MeasureWords } from './define.ts'

/** What each measure of the complaints section counts, in English. */
export const complaintsWords: Record<(typeof complaints)[number]['id'], MeasureWords> = {
  complaints_received: { title: 'Complaints', counts: 'Complaints lodged by any channel' },
  complaints_due: { title: 'Complaints due', counts: 'Complaints whose answer fell due in the month' },
  complaints_ontime: { title: 'Complaints answered in time', counts: 'Of those, answered in time' },
  complaints_closed: { title: 'Complaints decided', counts: 'Complaints decided' },
  complaints_upheld: { title: 'Complaints upheld', counts: 'Of those, upheld in full or part' },
  ill_treatment_alleged: { title: 'Ill-treatment alleged', counts: 'Allegations of ill-treatment' },
  ill_treatment_referred: {
    title: 'Ill-treatment referred',
    counts: 'Of those, passed to an independent authority within the limit',
  },
  info_given_24h: {
    title: 'Told on admission',
    counts: 'New admissions given written and spoken information within 24 hours',
  },
}
