import { measure } from './define.ts'

/** Who is held, who came and who left: the first section of the monthly return. */
export const population = [
  measure({ id: 'pop_opening', section: 'population', tier: 'core', breakdowns: ['sex'] }),
  measure({
    id: 'adm_new',
    section: 'population',
    tier: 'core',
    over: 'sum',
    breakdowns: ['sex', 'legal_status', 'age_group'],
  }),
  measure({ id: 'adm_transfer_in', section: 'population', tier: 'core', over: 'sum', breakdowns: ['sex'] }),
  measure({ id: 'adm_return_escape', section: 'population', tier: 'core', over: 'sum' }),
  measure({ id: 'rel_liberty', section: 'population', tier: 'core', over: 'sum', breakdowns: ['sex', 'legal_status'] }),
  measure({ id: 'rel_transfer_out', section: 'population', tier: 'core', over: 'sum', breakdowns: ['sex'] }),
  measure({ id: 'escapes', section: 'population', tier: 'core', over: 'sum' }),
  measure({ id: 'deaths_custody', section: 'population', tier: 'core', over: 'sum', breakdowns: ['sex'] }),
  measure({
    id: 'pop_closing',
    section: 'population',
    tier: 'core',
    breakdowns: ['sex', 'age_group', 'legal_status', 'nationality_group', 'special_group', 'sex_x_legal_status'],
  }),
  // By citizenship; a country that reports the finer nationality groups still gives their total here.
  measure({ id: 'foreign_closing', section: 'population', tier: 'core', breakdowns: ['sex'], partOf: 'pop_closing' }),
  measure({ id: 'person_days', section: 'population', tier: 'core', over: 'sum', breakdowns: ['sex', 'legal_status'] }),
  measure({ id: 'pop_peak', section: 'population', tier: 'core', over: 'max' }),
]
