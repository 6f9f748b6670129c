import { measure } from './define.ts'

/** Complaints, what became of them, and information given on arrival. */
export const complaints = [
  measure({ id: 'complaints_received', section: 'complaints', tier: 'extended', over: 'sum', breakdowns: ['sex'] }),
  measure({ id: 'complaints_due', section: 'complaints', tier: 'core', over: 'sum' }),
  measure({ id: 'complaints_ontime', section: 'complaints', tier: 'core', over: 'sum', partOf: 'complaints_due' }),
  measure({ id: 'complaints_closed', section: 'complaints', tier: 'extended', over: 'sum' }),
  measure({
    id: 'complaints_upheld',
    section: 'complaints',
    tier: 'extended',
    over: 'sum',
    partOf: 'complaints_closed',
  }),
  measure({ id: 'ill_treatment_alleged', section: 'complaints', tier: 'core', over: 'sum' }),
  measure({
    id: 'ill_treatment_referred',
    section: 'complaints',
    tier: 'core',
    over: 'sum',
    partOf: 'ill_treatment_alleged',
  }),
  measure({
    id: 'info_given_24h',
    section: 'complaints',
    tier: 'extended',
    over: 'sum',
    breakdowns: ['sex'],
    partOf: 'adm_new',
  }),
]
