import { measure } from './define.ts'

/** Women, pregnancy and children living with a parent. */
export const women = [
  measure({ id: 'pregnant_closing', section: 'women', tier: 'extended', partOf: 'pop_closing' }),
  measure({ id: 'pregnant_antenatal', section: 'women', tier: 'extended', partOf: 'pregnant_closing' }),
  measure({ id: 'children_closing', section: 'women', tier: 'extended' }),
  measure({ id: 'children_decision_health', section: 'women', tier: 'extended', partOf: 'children_closing' }),
  measure({ id: 'children_left', section: 'women', tier: 'extended', over: 'sum' }),
  measure({ id: 'children_left_decision', section: 'women', tier: 'extended', over: 'sum', partOf: 'children_left' }),
  measure({ id: 'women_adm', section: 'women', tier: 'extended', over: 'sum', partOf: 'adm_all' }),
  measure({ id: 'women_screened_specific', section: 'women', tier: 'extended', over: 'sum', partOf: 'women_adm' }),
  measure({ id: 'women_units_shifts', section: 'women', tier: 'extended', over: 'sum' }),
  measure({
    id: 'women_units_shifts_women',
    section: 'women',
    tier: 'extended',
    over: 'sum',
    partOf: 'women_units_shifts',
  }),
  measure({ id: 'fathers_adm', section: 'women', tier: 'extended', over: 'sum', origin: 'records', partOf: 'adm_all' }),
  measure({
    id: 'fathers_adm_arranged',
    section: 'women',
    tier: 'extended',
    over: 'sum',
    origin: 'records',
    partOf: 'fathers_adm',
  }),
  measure({ id: 'mothers_adm', section: 'women', tier: 'extended', over: 'sum', partOf: 'women_adm' }),
  measure({ id: 'mothers_adm_arranged', section: 'women', tier: 'extended', over: 'sum', partOf: 'mothers_adm' }),
]
