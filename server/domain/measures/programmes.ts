import { measure } from './define.ts'

/** Needs met, education, work and purposeful hours. */
export const programmes = [
  measure({
    id: 'enrolled_any',
    section: 'programmes',
    tier: 'extended',
    breakdowns: ['sex', 'legal_status', 'age_group'],
    partOf: 'pop_closing',
  }),
  measure({
    id: 'enrolled_education',
    section: 'programmes',
    tier: 'extended',
    breakdowns: ['sex', 'age_group'],
    partOf: 'enrolled_any',
  }),
  measure({ id: 'in_work', section: 'programmes', tier: 'extended', breakdowns: ['sex'], partOf: 'enrolled_any' }),
  measure({ id: 'in_work_paid', section: 'programmes', tier: 'extended', breakdowns: ['sex'], partOf: 'in_work' }),
  measure({ id: 'need_open', section: 'programmes', tier: 'core', breakdowns: ['sex'], partOf: 'pop_closing' }),
  measure({ id: 'need_matched', section: 'programmes', tier: 'core', breakdowns: ['sex'], partOf: 'need_open' }),
  measure({ id: 'part_started', section: 'programmes', tier: 'extended', over: 'sum' }),
  measure({ id: 'wait_upto_45d', section: 'programmes', tier: 'extended', over: 'sum', partOf: 'part_started' }),
  measure({ id: 'wait_46_90d', section: 'programmes', tier: 'extended', over: 'sum', partOf: 'part_started' }),
  measure({ id: 'wait_over_90d', section: 'programmes', tier: 'extended', over: 'sum', partOf: 'part_started' }),
  measure({ id: 'part_ended', section: 'programmes', tier: 'extended', over: 'sum', breakdowns: ['sex'] }),
  measure({
    id: 'part_completed',
    section: 'programmes',
    tier: 'extended',
    over: 'sum',
    breakdowns: ['sex'],
    partOf: 'part_ended',
  }),
  measure({ id: 'part_ended_facility', section: 'programmes', tier: 'extended', over: 'sum', partOf: 'part_ended' }),
  measure({ id: 'part_open', section: 'programmes', tier: 'extended' }),
  measure({ id: 'part_accredited', section: 'programmes', tier: 'extended', partOf: 'part_open' }),
  measure({
    id: 'purposeful_hours',
    section: 'programmes',
    tier: 'core',
    kind: 'number',
    over: 'sum',
    breakdowns: ['sex', 'legal_status'],
  }),
  measure({ id: 'programmes_total', section: 'programmes', tier: 'extended' }),
  measure({ id: 'programmes_evaluated', section: 'programmes', tier: 'extended', partOf: 'programmes_total' }),
]
