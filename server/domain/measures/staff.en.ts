import type { staff } from './staff.ts'

/** What each measure of the staff section counts, in English. */
export const staffWords: Record<(typeof staff)[number]['id'], { title: string; counts: string }> = {
  staff_custodial_fte: {
    title: 'Custodial staff in post',
    counts: 'Custodial full-time equivalents in post on the last day',
  },
  staff_custodial_funded: {
    title: 'Custodial posts funded',
    counts: 'Custodial posts funded, in full-time equivalents',
  },
  staff_total_fte: {
    title: 'All staff in post',
    counts: 'Full-time equivalents of all categories in post on the last day',
  },
  doctor_fte: { title: 'Doctors', counts: 'Full-time equivalents of doctors in post' },
  nurse_fte: { title: 'Nurses', counts: 'Full-time equivalents of nurses in post' },
}
