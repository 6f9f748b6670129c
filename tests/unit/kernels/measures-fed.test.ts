import { expect, test } from 'vitest'
import { derivationOf } from '../../../server/domain/kernels/index.ts'
import { measures } from '../../../server/domain/measures/index.ts'

/** Counted from certificates, or known from returns alone: no record of events says it. */
const notFromEvents = ['capacity_certified', 'capacity_available']

/** Measures that records could feed and for which no derivation is written: they come from returns alone. */
const withoutDerivation = `
  person_days_lockdown sep_person_days sep_involuntary_person_days sol_health_visits_done sep_person_days_outdoor_ok
  sol_release_direct sep_other_in_place sol_median_days_12m sol_support_due sol_supported_7d sep_person_days_contact_2h
  pretrial_spell_median_days pretrial_spells_24m pretrial_with_sentenced children_with_adults women_with_men
  civil_with_criminal enrolled_any enrolled_education in_work in_work_paid need_open need_matched part_started
  wait_upto_45d wait_46_90d wait_over_90d referrals_day_45 referrals_started_45d referrals_day_90 referrals_started_90d
  part_ended part_completed part_ended_facility part_open part_accredited purposeful_hours no_basic_education
  no_basic_education_enrolled high_risk_sentenced high_risk_started_12m low_risk_sentenced low_risk_started_12m
  programmes_total programmes_evaluated assess_due assess_done review_expected review_overdue plan_required plan_active
  women_assessed women_assess_specific assessments_14d assessments_sound security_found_12m security_above_found
  rel_priority_need rel_need_unmet self_harm_in_separation self_harm_persons staff_custodial_fte staff_custodial_funded
  staff_absence_days staff_total_fte doctor_fte nurse_fte staff_head_12m staff_refresher_12m staff_hired_24m
  staff_induction_ok days_since_external_visit recs_due recs_verified partner_kinds_needed partner_kinds_agreed
  volunteers_ready`
  .trim()
  .split(/\s+/)

test('every measure of a facility is fed by records, or is on a list that says that it is not', () => {
  const unfed = measures.filter(({ id, place }) => place === 'facility' && !derivationOf(id)).map(({ id }) => id)
  expect([...unfed].sort()).toEqual([...notFromEvents, ...withoutDerivation].sort())
})
