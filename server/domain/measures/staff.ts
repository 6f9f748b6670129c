import { measure } from './define.ts'

/** Posts and people at work; full-time equivalents may have decimals. */
export const staff = [
  measure({
    id: 'staff_custodial_fte',
    section: 'staff',
    tier: 'core',
    kind: 'number',
    breakdowns: ['sex'],
    partOf: 'staff_total_fte',
  }),
  measure({ id: 'staff_custodial_funded', section: 'staff', tier: 'core', kind: 'number' }),
  measure({ id: 'staff_absence_days', section: 'staff', tier: 'extended', kind: 'number', over: 'sum' }),
  measure({ id: 'staff_total_fte', section: 'staff', tier: 'core', kind: 'number', breakdowns: ['sex'] }),
  measure({ id: 'doctor_fte', section: 'staff', tier: 'core', kind: 'number', partOf: 'staff_total_fte' }),
  measure({ id: 'nurse_fte', section: 'staff', tier: 'core', kind: 'number', partOf: 'staff_total_fte' }),
  measure({ id: 'staff_head_12m', section: 'staff', tier: 'core' }),
  measure({ id: 'staff_refresher_12m', section: 'staff', tier: 'core', partOf: 'staff_head_12m' }),
  measure({ id: 'staff_hired_24m', section: 'staff', tier: 'extended' }),
  measure({ id: 'staff_induction_ok', section: 'staff', tier: 'extended', partOf: 'staff_hired_24m' }),
]
