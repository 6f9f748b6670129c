import type { Rows } from './rows.ts'

const at = (day: string, time = '10:00') => `2025-${day}T${time}Z`
const on = (day: string) => `2025-${day}`

/** Where they lived, and how they left. */
export const places: Rows = {
  unit: [
    { unit_id: 'u1', unit_kind: 'ordinary', designated_sex: 'men' },
    { unit_id: 'u2', unit_kind: 'women', designated_sex: 'women' },
    { unit_id: 'u3', unit_kind: 'segregation', designated_sex: 'any' },
  ],
  cell: [
    { cell_id: 'small', unit_id: 'u1', floor_area_m2: 5, certified_places: 1, valid_from: '2020-01-01' },
    { cell_id: 'large', unit_id: 'u1', floor_area_m2: 20, certified_places: 4, valid_from: '2020-01-01' },
  ],
  housing_allocation: [
    { stay_key: 'dan', cell_id: 'small', start_at: at('03-03'), own_bed: true },
    { stay_key: 'ben', cell_id: 'small', start_at: at('03-10', '14:00'), own_bed: false },
    { stay_key: 'cy', cell_id: 'large', start_at: at('02-01'), own_bed: true },
    { stay_key: 'eve', cell_id: 'large', start_at: at('02-01'), end_at: at('03-20'), own_bed: true },
  ],
  regime_day: [
    {
      unit_id: 'u1',
      day: on('03-29'),
      persons_present: 4,
      out_of_cell_hours: 2,
      outdoor_offered_minutes: 60,
      toilets_working: 9,
    },
    {
      unit_id: 'u1',
      day: on('03-31'),
      persons_present: 4,
      out_of_cell_hours: 8,
      outdoor_offered_minutes: 30,
      toilets_working: 3,
      showers_working: 2,
      shower_access_within_7d: 3,
    },
    {
      unit_id: 'u3',
      day: on('03-31'),
      persons_present: 2,
      out_of_cell_hours: 1,
      outdoor_offered_minutes: 30,
      toilets_working: 1,
      showers_working: 1,
    },
  ],
  release_plan: [
    {
      plan_id: 'eve',
      stay_key: 'eve',
      opened_on: on('01-01'),
      agreed_with_person_on: on('02-01'),
      first_night_place: 'yes',
      lead_agency_kind: 'probation',
      lead_designated_on: on('02-01'),
    },
    { plan_id: 'ann', stay_key: 'ann', opened_on: on('03-05') },
    { plan_id: 'hal', stay_key: 'hal', opened_on: on('02-01') },
    { plan_id: 'ida', stay_key: 'ida', opened_on: '2024-09-01' },
  ],
  release_plan_item: [
    { plan_id: 'eve', item: 'id_documents', applicable: true, status: 'done', done_on: on('03-01') },
    { plan_id: 'eve', item: 'housing', applicable: true, status: 'done', done_on: on('03-01') },
    {
      plan_id: 'eve',
      item: 'health_handover',
      applicable: true,
      status: 'done',
      done_on: on('03-01'),
      evidence_kind: 'appointment_confirmed',
    },
    { plan_id: 'eve', item: 'income_work_training', applicable: true, status: 'in_progress' },
    { plan_id: 'eve', item: 'lead_agency', applicable: true, status: 'done', done_on: on('03-01') },
    { plan_id: 'eve', item: 'transport_clothing_money', applicable: true, status: 'done', done_on: on('03-20') },
    { plan_id: 'eve', item: 'gate_release_date_verified', applicable: true, status: 'done', done_on: on('03-13') },
    { plan_id: 'eve', item: 'gate_victim_safeguards', applicable: false, status: 'not_started' },
    { plan_id: 'ann', item: 'id_documents', applicable: true, status: 'done', done_on: on('03-10') },
    { plan_id: 'ann', item: 'lead_agency', applicable: true, status: 'done', done_on: on('04-02') },
    { plan_id: 'ann', item: 'supervision_explained', applicable: false, status: 'not_started' },
    { plan_id: 'hal', item: 'id_documents', applicable: true, status: 'done', done_on: on('02-10') },
    { plan_id: 'hal', item: 'health_handover', applicable: false, status: 'not_started' },
    { plan_id: 'hal', item: 'family_contact_plan', applicable: true, status: 'done', done_on: on('02-10') },
    { plan_id: 'hal', item: 'transport_clothing_money', applicable: true, status: 'done', done_on: on('02-20') },
  ],
  followup: [
    {
      plan_id: 'ida',
      milestone: 'T90',
      reached: true,
      reached_on: on('03-12'),
      housed: 'yes',
      in_work_or_training: 'yes',
      consent: true,
    },
    { plan_id: 'ida', milestone: 'T30', reached: true, reached_on: on('01-09'), housed: 'yes', consent: true },
  ],
  child_resident: [
    {
      child_key: 'k',
      stay_key: 'ann',
      start_on: on('03-01'),
      best_interests_decision_on: on('03-02'),
      health_check_on: on('03-03'),
    },
    {
      child_key: 'l',
      stay_key: 'ann',
      start_on: on('02-01'),
      end_on: on('03-15'),
      separation_decision_on: on('03-10'),
    },
  ],
  shift_roster: [
    { unit_id: 'u2', day: on('03-01'), shift: 'early', women_officers: 2, men_officers: 0 },
    { unit_id: 'u2', day: on('03-01'), shift: 'late', women_officers: 1, men_officers: 1 },
    { unit_id: 'u1', day: on('03-01'), shift: 'early', women_officers: 1, men_officers: 0 },
  ],
}
