import type { MeasureWords } from './define.ts'
import type { women } from './women.ts'

/** What each measure of the women section counts, in English. */
export const womenWords: Record<(typeof women)[number]['id'], MeasureWords> = {
  pregnant_closing: { title: 'Pregnant women', counts: 'Pregnant women on the last day' },
  pregnant_antenatal: { title: 'With antenatal care', counts: 'Of those, with antenatal contact in the last 30 days' },
  children_closing: {
    title: 'Children with a parent',
    counts: 'Children living with a parent on the last day; they are not counted among the persons held',
  },
  children_decision_health: {
    title: 'Children with safeguards',
    counts: 'Of those, with a best-interests decision and health check on file',
  },
  children_left: {
    title: 'Children who left',
    counts: 'Children who lived with a parent in the prison and left without the parent in the month',
  },
  children_left_decision: {
    title: 'Left by individual decision',
    counts: 'Of those, with an individual decision in the child’s best interests',
  },
  women_adm: { title: 'Women admitted', counts: 'Women admitted' },
  women_screened_specific: {
    title: 'Women screened specifically',
    counts: 'Of the women admitted, those offered the gender-specific screening',
  },
  women_units_shifts: { title: 'Shifts in women’s units', counts: 'Shifts run in women’s units' },
  women_units_shifts_women: {
    title: 'Shifts of women only',
    counts: 'Of those, shifts with women officers on duty and no men officers',
  },
  fathers_adm: { title: 'Men with caring duties', counts: 'Men admitted who care for a child alone or mainly' },
  fathers_adm_arranged: { title: 'Care arranged by men', counts: 'Of those, given the chance to arrange care' },
  mothers_adm: {
    title: 'Women with caring duties',
    counts: 'Women admitted with caring duties; men who care alone are not in the return',
  },
  mothers_adm_arranged: { title: 'Care arranged', counts: 'Of those, given the chance to arrange care' },
}
