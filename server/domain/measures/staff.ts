import { measure } from './define.ts'

/** Posts and people at work; full-time equivalents may have decimals. */
export const staff = [
  measure({ id: 'staff_custodial_fte', section: 'staff', tier: 'core', kind: 'number' }),
  measure({ id: 'staff_custodial_funded', section: 'staff', tier: 'core', kind: 'number' }),
  measure({ id: 'staff_total_fte', section: 'staff', tier: 'core', kind: 'number' }),
  measure({ id: 'doctor_fte', section: 'staff', tier: 'core', kind: 'number', partOf: 'staff_total_fte' }),
  measure({ id: 'nurse_fte', section: 'staff', tier: 'core', kind: 'number', partOf: 'staff_total_fte' }),
]
