import { measure } from './define.ts'

/** Places, cells, beds, water and unlocked hours. */
export const conditions = [
  measure({ id: 'capacity_certified', section: 'conditions', tier: 'core', breakdowns: ['sex'] }),
  measure({
    id: 'capacity_available',
    section: 'conditions',
    tier: 'core',
    breakdowns: ['sex'],
    partOf: 'capacity_certified',
  }),
  measure({ id: 'cells_occupied', section: 'conditions', tier: 'core' }),
  measure({ id: 'cells_over_capacity', section: 'conditions', tier: 'core', partOf: 'cells_occupied' }),
  measure({
    id: 'persons_no_own_bed',
    section: 'conditions',
    tier: 'core',
    over: 'max',
    breakdowns: ['sex'],
    partOf: 'pop_peak',
  }),
  measure({ id: 'persons_with_cell', section: 'conditions', tier: 'extended', partOf: 'pop_closing' }),
  measure({ id: 'persons_below_4m2', section: 'conditions', tier: 'extended', partOf: 'persons_with_cell' }),
  measure({ id: 'persons_below_3m2', section: 'conditions', tier: 'core', partOf: 'pop_closing' }),
  measure({ id: 'toilets_working', section: 'conditions', tier: 'extended' }),
  measure({ id: 'showers_working', section: 'conditions', tier: 'extended' }),
  measure({ id: 'unit_days', section: 'conditions', tier: 'core', over: 'sum' }),
  measure({ id: 'unit_days_outdoor_ok', section: 'conditions', tier: 'core', over: 'sum', partOf: 'unit_days' }),
  measure({ id: 'out_of_cell_hours_sum', section: 'conditions', tier: 'core', kind: 'number', over: 'sum' }),
  measure({
    id: 'out_of_cell_weekend_hours_sum',
    section: 'conditions',
    tier: 'extended',
    kind: 'number',
    over: 'sum',
  }),
  measure({ id: 'unit_days_lockdown', section: 'conditions', tier: 'extended', over: 'sum', partOf: 'unit_days' }),
  measure({ id: 'person_days_lockdown', section: 'conditions', tier: 'extended', over: 'sum', partOf: 'person_days' }),
  measure({ id: 'days_over_capacity', section: 'conditions', tier: 'extended', over: 'sum' }),
  measure({ id: 'person_days_weekend', section: 'conditions', tier: 'extended', over: 'sum', partOf: 'person_days' }),
]
