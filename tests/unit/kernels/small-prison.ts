import { type Cell, columnsBuilder, type FacilityRecords } from '../../../server/domain/kernels/columns.ts'
import type { Coverage } from '../../../server/domain/kernels/index.ts'
import { monthIndex } from '../../../server/domain/period.ts'
import { type RecordId, records } from '../../../server/domain/records/index.ts'

/** Rows of records as a test writes them down. */
export type Rows = Partial<Record<RecordId, Readonly<Record<string, Cell>>[]>>

export const january = monthIndex('2025-01')
export const march = monthIndex('2025-03')
export const asOf = Date.parse('2025-06-10T09:00Z')

/** Everything is sent since 2020. */
export const allSent: Coverage = Object.fromEntries(records.map(({ id }) => [id, { from: monthIndex('2020-01') }]))

/** The records of prison A, in UTC; rows without a facility are its own. */
export function recordsOf(rows: Rows): FacilityRecords {
  const builder = columnsBuilder('A', 'UTC')
  for (const [recordId, list] of Object.entries(rows))
    for (const row of list) builder.add(recordId as RecordId, { facility_id: 'A', ...row })
  return builder.done()
}

const at = (day: string, time = '10:00') => `2025-${day}T${time}Z`
const on = (day: string) => `2025-${day}`

/**
 * A prison of seven people around March 2025. Ann, pregnant, in solitary from 1 to 20 March but for one ordinary night;
 * Ben, who came in solitary from prison B on 10 March; Cy, 17, punished for two days; Dan, untried; Eve, who left; Fay,
 * who was moved away; Gus, who died.
 */
export const smallPrison: Rows = {
  person: [
    {
      person_key: 'ann',
      sex: 'female',
      birth_year_month: '1990-05',
      nationality_group: 'national',
      has_child_under_18: 'yes',
    },
    { person_key: 'ben', sex: 'male', birth_year_month: '1980-05', nationality_group: 'foreign_resident' },
    { person_key: 'cy', sex: 'male', birth_year_month: '2007-12', nationality_group: 'national' },
    { person_key: 'dan', sex: 'male', birth_year_month: '1970-05', nationality_group: 'foreign_non_resident' },
    { person_key: 'eve', sex: 'female', birth_year_month: '1960-05', nationality_group: 'national' },
    { person_key: 'fay', sex: 'female', birth_year_month: '2001-05', nationality_group: 'national' },
    { person_key: 'gus', sex: 'male', birth_year_month: '1950-05', nationality_group: 'national' },
  ],
  person_flag: [
    { person_key: 'ann', flag: 'pregnant', start_on: on('02-01') },
    { person_key: 'ben', flag: 'disability_physical', start_on: on('01-01') },
  ],
  stay: [
    {
      stay_key: 'ann',
      custody_key: 'ann',
      person_key: 'ann',
      admitted_at: at('01-05'),
      admission_kind: 'new_from_liberty',
      distance_home_km: 200,
    },
    {
      facility_id: 'B',
      stay_key: 'ben-b',
      custody_key: 'ben',
      person_key: 'ben',
      admitted_at: '2024-12-01T10:00Z',
      admission_kind: 'new_from_liberty',
      released_at: at('03-10'),
      release_kind: 'transfer_out',
    },
    {
      stay_key: 'ben',
      custody_key: 'ben',
      person_key: 'ben',
      admitted_at: at('03-10', '14:00'),
      admission_kind: 'transfer_in',
      distance_home_km: 10,
    },
    { stay_key: 'cy', custody_key: 'cy', person_key: 'cy', admitted_at: at('02-01'), admission_kind: 'recall' },
    {
      stay_key: 'dan',
      custody_key: 'dan',
      person_key: 'dan',
      admitted_at: at('03-03'),
      admission_kind: 'new_from_liberty',
      info_given_at: at('03-03', '12:00'),
      family_informed_at: at('03-04', '09:00'),
    },
    {
      stay_key: 'eve',
      custody_key: 'eve',
      person_key: 'eve',
      admitted_at: '2024-03-01T10:00Z',
      admission_kind: 'new_from_liberty',
      released_at: at('03-20'),
      release_kind: 'end_of_sentence',
    },
    {
      stay_key: 'fay',
      custody_key: 'fay',
      person_key: 'fay',
      admitted_at: at('02-10'),
      admission_kind: 'new_from_liberty',
      released_at: at('03-21'),
      release_kind: 'transfer_out',
    },
    {
      stay_key: 'gus',
      custody_key: 'gus',
      person_key: 'gus',
      admitted_at: '2023-03-01T10:00Z',
      admission_kind: 'return_from_escape',
      released_at: at('03-25'),
      release_kind: 'death',
    },
  ],
  legal_status_spell: [
    { stay_key: 'ann', status: 'pretrial', start_on: on('01-05') },
    { stay_key: 'ann', status: 'sentenced_final', start_on: on('03-11'), sentence_days: 400 },
    { stay_key: 'ben', status: 'sentenced_final', start_on: on('03-10') },
    { stay_key: 'dan', status: 'pretrial', start_on: on('03-03') },
  ],
  capacity_certificate: [{ certificate_id: 'c', certified_places: 6, valid_from: '2020-01-01' }],
  restrictive_placement: [
    {
      placement_id: 'a1',
      stay_key: 'ann',
      kind: 'administrative_segregation',
      reason_code: 'risk_to_others',
      start_at: at('03-01', '00:00'),
      end_at: at('03-12', '00:00'),
      hours_in_cell_planned: 23,
      authorised_by_role: 'director',
      authorised_at: on('02-28T10:00Z'),
      max_end_on: on('03-30'),
      health_opinion: 'concern_reported',
    },
    {
      placement_id: 'a2',
      stay_key: 'ann',
      kind: 'protective',
      reason_code: 'sentence',
      start_at: at('03-13', '00:00'),
      end_at: at('03-20', '00:00'),
      hours_in_cell_planned: 23,
    },
    {
      facility_id: 'B',
      placement_id: 'b1',
      stay_key: 'ben-b',
      kind: 'other',
      reason_code: 'other',
      start_at: at('03-05'),
      end_at: at('03-10'),
      hours_in_cell_planned: 22,
      max_end_on: on('03-30'),
    },
    {
      placement_id: 'b2',
      stay_key: 'ben',
      kind: 'protective',
      reason_code: 'other',
      start_at: at('03-10', '14:00'),
      hours_in_cell_planned: 22,
      max_end_on: on('04-30'),
    },
    {
      placement_id: 'c1',
      stay_key: 'cy',
      kind: 'disciplinary_solitary',
      reason_code: 'discipline',
      start_at: at('03-04', '00:00'),
      end_at: at('03-06', '00:00'),
      hours_in_cell_planned: 18,
      max_end_on: on('03-06'),
    },
  ],
  placement_review: [{ placement_id: 'a1', reviewed_at: at('03-06'), independent: true }],
  contact_event: [
    {
      stay_key: 'ann',
      kind: 'visit',
      with_group: 'family',
      status: 'completed',
      mode: 'open_contact',
      child_present: true,
      requested_at: at('03-01'),
      happened_on: on('03-05'),
    },
    {
      facility_id: 'B',
      stay_key: 'ben-b',
      kind: 'visit',
      with_group: 'family',
      status: 'completed',
      happened_on: on('01-05'),
    },
    { stay_key: 'ben', kind: 'phone', with_group: 'friend_or_mentor', status: 'completed', happened_on: on('03-30') },
    { stay_key: 'dan', kind: 'visit', with_group: 'legal', status: 'completed', happened_on: on('03-04') },
    { stay_key: 'dan', kind: 'visit', with_group: 'family', status: 'refused_by_facility', requested_at: at('03-09') },
  ],
  contact_restriction: [
    {
      stay_key: 'cy',
      kind: 'child_visits',
      basis: 'child_protection',
      start_on: on('03-01'),
      individual_decision: true,
    },
    { stay_key: 'ann', kind: 'child_visits', basis: 'security', start_on: on('03-01'), individual_decision: true },
    { stay_key: 'cy', kind: 'all_family', basis: 'disciplinary', start_on: on('02-10'), end_on: on('03-03') },
  ],
  disciplinary_case: [
    {
      stay_key: 'cy',
      alleged_on: on('03-01'),
      informed_on: on('03-02'),
      hearing_on: on('03-03'),
      route: 'hearing',
      result: 'proved',
      sanction: 'family_contact_restricted',
      legal_help_offered: true,
      mental_health_considered: 'yes',
      appeal_offered: true,
    },
    {
      stay_key: 'dan',
      alleged_on: on('03-05'),
      route: 'mediation',
      result: 'withdrawn',
      mental_health_considered: 'no',
    },
    {
      stay_key: 'dan',
      alleged_on: on('03-06'),
      hearing_on: on('03-09'),
      route: 'hearing',
      result: 'pending',
      mental_health_considered: 'no',
    },
  ],
  health_screening: [
    {
      stay_key: 'dan',
      kind: 'admission',
      done_at: at('03-03', '20:00'),
      examiner_role: 'nurse',
      private: true,
      injury_signs: true,
      injury_reported_at: at('03-05', '20:00'),
      treatment_on_arrival: true,
      treatment_continued_at: at('03-04'),
    },
    {
      stay_key: 'ben',
      kind: 'transfer',
      done_at: at('03-12'),
      examiner_role: 'doctor',
      private: true,
      injury_signs: false,
    },
    {
      stay_key: 'ann',
      kind: 'admission',
      done_at: at('01-06'),
      examiner_role: 'doctor',
      private: true,
      injury_signs: false,
      gender_specific_done: true,
    },
  ],
  health_request: [
    { stay_key: 'dan', level: 'primary', requested_at: at('03-10'), seen_at: at('03-12'), outcome: 'seen' },
    { stay_key: 'dan', level: 'primary', requested_at: at('03-10'), outcome: 'waiting' },
    { stay_key: 'eve', level: 'dental', requested_at: at('03-10'), outcome: 'waiting' },
    {
      stay_key: 'ann',
      level: 'antenatal',
      requested_at: at('03-01'),
      appointment_at: at('03-15'),
      outcome: 'cancelled_no_escort',
    },
  ],
  notification: [
    { stay_key: 'gus', event: 'serious_illness', event_at: at('03-20'), notified_at: at('03-20', '15:00') },
    { stay_key: 'dan', event: 'injury', event_at: at('03-20') },
  ],
  death: [
    {
      stay_key: 'gus',
      died_on: on('03-25'),
      setting: 'in_prison',
      cause_group: 'suicide',
      in_restriction: true,
      family_told_at: at('03-26'),
      independent_authority_told_at: at('03-29'),
    },
    { stay_key: 'eve', died_on: on('03-28'), setting: 'after_release', cause_group: 'overdose', in_restriction: false },
  ],
  incident: [
    { incident_id: 'i1', kind: 'assault_prisoner_on_prisoner', happened_at: at('03-07'), injury_level: 'hospital' },
    { incident_id: 'i2', kind: 'assault_on_staff', happened_at: at('03-08'), injury_level: 'minor' },
    { incident_id: 'i3', kind: 'sexual_violence', happened_at: at('03-09') },
    { incident_id: 'i4', kind: 'self_harm', happened_at: at('03-10') },
    { incident_id: 'i5', kind: 'self_harm', happened_at: at('04-10') },
  ],
  incident_person: [
    { incident_id: 'i1', stay_key: 'dan', role: 'victim' },
    { incident_id: 'i1', stay_key: 'ann', role: 'alleged_actor' },
    { incident_id: 'i4', stay_key: 'ann', role: 'self' },
  ],
  force_use: [
    {
      force_id: 'f1',
      stay_key: 'dan',
      kind: 'physical',
      happened_at: at('03-07'),
      reason_code: 'other',
      reported_to_director_at: at('03-07', '11:00'),
      medical_check_at: at('03-07', '12:00'),
    },
    {
      force_id: 'f2',
      stay_key: 'dan',
      kind: 'body_restraint',
      happened_at: at('03-08'),
      reason_code: 'other',
      reported_to_director_at: at('03-09', '11:00'),
      medical_check_at: at('03-08', '12:00'),
    },
    { force_id: 'f3', stay_key: 'dan', kind: 'handcuffs', happened_at: at('03-09'), reason_code: 'escort_precaution' },
    {
      force_id: 'f4',
      stay_key: 'ann',
      kind: 'handcuffs',
      happened_at: at('03-28'),
      reason_code: 'other',
      person_state: 'labour_birth',
    },
  ],
  maternity_case: [{ stay_key: 'ann', known_on: on('02-01'), birth_on: on('03-28'), restrained_during_birth: 'yes' }],
  search_event: [
    {
      stay_key: 'dan',
      kind: 'strip',
      done_at: at('03-03'),
      authorised_by_role: 'director',
      searcher_role: 'custody_same_sex',
      record_complete: true,
    },
    {
      stay_key: 'dan',
      kind: 'body_cavity',
      done_at: at('03-04'),
      authorised_by_role: 'director',
      searcher_role: 'custody_same_sex',
      record_complete: true,
    },
    { cell_id: 'x', kind: 'cell', done_at: at('03-05'), record_complete: true },
    { cell_id: 'x', kind: 'cell', done_at: at('03-06'), record_complete: false },
  ],
  complaint: [
    {
      complaint_id: 'k1',
      stay_key: 'dan',
      channel: 'director',
      topic: 'food',
      lodged_at: at('03-01'),
      answered_on: on('03-15'),
      result: 'upheld',
      ill_treatment: false,
    },
    {
      complaint_id: 'k2',
      channel: 'anonymous_box',
      topic: 'safety',
      lodged_at: at('03-20'),
      answered_on: on('03-22'),
      result: 'not_upheld',
      ill_treatment: true,
      referred_independent_at: at('03-21', '23:00'),
    },
    {
      complaint_id: 'k3',
      stay_key: 'ann',
      channel: 'court',
      topic: 'health',
      lodged_at: at('03-30'),
      ill_treatment: true,
    },
  ],
}
