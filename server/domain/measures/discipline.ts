import { measure } from './define.ts'

/** Disciplinary cases and how they were decided. */
export const discipline = [
  measure({ id: 'disc_cases', section: 'discipline', tier: 'extended', over: 'sum', breakdowns: ['sex', 'age_group'] }),
  measure({
    id: 'disc_cases_hearing',
    section: 'discipline',
    tier: 'extended',
    over: 'sum',
    breakdowns: ['sex', 'age_group'],
    partOf: 'disc_cases',
  }),
  measure({
    id: 'disc_process_ok',
    section: 'discipline',
    tier: 'extended',
    over: 'sum',
    partOf: 'disc_cases_hearing',
  }),
  measure({ id: 'disc_mediated', section: 'discipline', tier: 'extended', over: 'sum', partOf: 'disc_cases' }),
  measure({
    id: 'disc_sanctions',
    section: 'discipline',
    tier: 'extended',
    over: 'sum',
    breakdowns: ['sex', 'age_group'],
  }),
]
