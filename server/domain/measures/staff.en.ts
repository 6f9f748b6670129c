import type { MeasureWords } from './define.ts'
import type { staff } from './staff.ts'

/** What each measure of the staff section counts, in English. */
export const staffWords: Record<(typeof staff)[number]['id'], MeasureWords> = {
  staff_custodial_fte: {
    title: 'Custodial staff in post',
    counts: 'Custodial full-time equivalents in post on the last day',
  },
  staff_custodial_funded: {
    title: 'Custodial posts funded',
    counts: 'Custodial posts funded, in full-time equivalents',
  },
  staff_absence_days: { title: 'Absence days', counts: 'Working days lost to absence, custodial' },
  staff_total_fte: {
    title: 'All staff in post',
    counts: 'Full-time equivalents of all categories in post on the last day',
  },
  doctor_fte: { title: 'Doctors', counts: 'Full-time equivalents of doctors in post' },
  nurse_fte: { title: 'Nurses', counts: 'Full-time equivalents of nurses in post' },
  staff_head_12m: { title: 'In post for 12 months', counts: 'Staff, by head, in post for all of the last 12 months' },
  staff_refresher_12m: {
    title: 'Refreshed in 12 months',
    counts: 'Of those, staff who completed the required refresher training in the last 12 months',
  },
  staff_hired_24m: { title: 'Hired in 24 months', counts: 'Staff hired in the last 24 months' },
  staff_induction_ok: {
    title: 'Inducted before duty',
    counts: 'Of those, staff who finished induction before duty with prisoners',
  },
}
