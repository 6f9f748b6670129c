import type { MeasureId } from '../measures/index.ts'
import type { Cells, CrossCheck } from './check.ts'
import {
  arrivals,
  departures,
  personDaysRange,
  populationChain,
  populationIdentity,
  solitaryBounds,
  solitaryCarryOver,
  subsetNotLarger,
  sumOfBreakdowns,
  transferBalance,
} from './return-checks.ts'
import { capacityStep, flatOrRounded, returnedVersusDerived, staffPlausible } from './return-patterns.ts'
import { recurringEvents, zeroRun } from './zero-run.ts'

function check<const Id extends string>(given: CrossCheck<Id>): CrossCheck<Id> {
  return given
}

/** A month of 412 people at the start and 414 at the end. */
const identity = {
  pop_opening: 412,
  adm_new: 37,
  adm_transfer_in: 5,
  adm_return_escape: 0,
  rel_liberty: 31,
  rel_transfer_out: 8,
  deaths_custody: 1,
  escapes: 0,
  pop_closing: 414,
}

const movements: readonly MeasureId[] = [...arrivals, ...departures]

function numbered(from: number, step: number): Cells {
  return Object.fromEntries(Array.from({ length: 12 }, (_, place) => [`value_${place}`, from + place * step]))
}

function silentMonths(months: number, person_days: number): Cells[] {
  return Array.from({ length: months }, () => ({ complaints_received: 0, person_days }))
}

const list = [
  check({
    id: 'X01',
    name: 'population-identity',
    data: ['returns'],
    level: 'error',
    measures: ['pop_opening', ...movements, 'pop_closing'],
    run: populationIdentity,
    examples: [
      { given: { cells: identity }, gives: 'holds' },
      { given: { cells: { ...identity, pop_closing: 415 } }, gives: 'fails', naming: ['pop_closing'] },
      { given: { cells: { ...identity, escapes: undefined } }, gives: 'not-checked', naming: ['escapes'] },
    ],
  }),
  check({
    id: 'X02',
    name: 'population-chain',
    data: ['returns'],
    level: 'error',
    measures: ['pop_opening', 'pop_closing'],
    run: populationChain,
    examples: [
      { given: { cells: { pop_opening: 412 }, before: { pop_closing: 412 } }, gives: 'holds' },
      { given: { cells: { pop_opening: 412 }, before: { pop_closing: 410 } }, gives: 'fails', naming: ['pop_opening'] },
      { given: { cells: { pop_opening: 412 } }, gives: 'not-checked', naming: ['pop_closing'] },
    ],
  }),
  check({
    id: 'X03',
    name: 'population-identity-events',
    data: ['events'],
    level: 'error',
    records: ['stay.admitted_at', 'stay.released_at'],
  }),
  check({
    id: 'X04',
    name: 'one-place-at-a-time',
    data: ['events'],
    level: 'error',
    records: ['stay.person_key', 'stay.custody_key', 'stay.admitted_at', 'stay.released_at'],
  }),
  check({
    id: 'X05',
    name: 'transfer-balance',
    data: ['events', 'returns'],
    level: 'error',
    measures: ['adm_transfer_in', 'rel_transfer_out'],
    records: ['stay.admission_kind', 'stay.release_kind'],
    run: transferBalance,
    examples: [
      // Of 60 in a month 4 may have been on the way at its beginning and as many at its end.
      { given: { cells: {}, country: { adm_transfer_in: 60, rel_transfer_out: 64 } }, gives: 'holds' },
      {
        given: { cells: {}, country: { adm_transfer_in: 60, rel_transfer_out: 70 } },
        gives: 'fails',
        naming: ['adm_transfer_in', 'rel_transfer_out'],
      },
      { given: { cells: {}, country: { adm_transfer_in: 60 } }, gives: 'not-checked', naming: ['rel_transfer_out'] },
      { given: { cells: { adm_transfer_in: 3 } }, gives: 'not-checked' },
    ],
  }),
  check({ id: 'X06', name: 'inside-stay', data: ['events'], level: 'error', records: ['stay'] }),
  check({
    id: 'X07',
    name: 'placement-inside-stay',
    data: ['events'],
    level: 'error',
    records: [
      'restrictive_placement.start_at',
      'restrictive_placement.end_at',
      'restrictive_placement.cell_id',
      'stay',
    ],
  }),
  check({
    id: 'X08',
    name: 'placement-merge',
    data: ['events'],
    level: 'info',
    records: ['restrictive_placement.start_at', 'restrictive_placement.end_at', 'regime_day.out_of_cell_hours'],
  }),
  check({
    id: 'X09',
    name: 'placement-cell-match',
    data: ['events'],
    level: 'warning',
    records: ['restrictive_placement.cell_id', 'housing_allocation.cell_id'],
  }),
  check({
    id: 'X10',
    name: 'hidden-separation',
    data: ['events'],
    level: 'warning',
    records: ['housing_allocation', 'unit.unit_kind', 'restrictive_placement'],
  }),
  check({
    id: 'X11',
    name: 'long-lock-up-unlabelled',
    data: ['events', 'returns'],
    level: 'warning',
    records: ['regime_day.out_of_cell_hours', 'regime_day.lockdown', 'unit.unit_kind', 'restrictive_placement'],
  }),
  check({
    id: 'X12',
    name: 'night-cover',
    data: ['events'],
    level: 'error',
    records: ['stay', 'housing_allocation', 'absence'],
  }),
  check({
    id: 'X13',
    name: 'cell-count',
    data: ['events'],
    level: 'warning',
    records: ['housing_allocation.own_bed', 'cell.beds'],
  }),
  check({
    id: 'X14',
    name: 'sum-of-breakdowns',
    data: ['returns'],
    level: 'error',
    records: ['return_line.breakdown_dim', 'return_line.breakdown_value', 'return_line.value'],
    run: sumOfBreakdowns,
    examples: [
      {
        given: {
          cells: {
            pop_closing: 100,
            'pop_closing@sex:female': 20,
            'pop_closing@sex:male': 79,
            'pop_closing@sex:other_or_unspecified': 1,
          },
        },
        gives: 'holds',
      },
      {
        given: {
          cells: {
            pop_closing: 100,
            'pop_closing@sex:female': 20,
            'pop_closing@sex:male': 79,
            'pop_closing@sex:other_or_unspecified': 0,
          },
        },
        gives: 'fails',
        naming: ['pop_closing@sex:male'],
      },
      // Two of three codes: the third is not known, so they need not reach the total.
      {
        given: { cells: { pop_closing: 100, 'pop_closing@sex:female': 20, 'pop_closing@sex:male': 79 } },
        gives: 'holds',
      },
      {
        given: { cells: { pop_closing: 100, 'pop_closing@sex:female': 30, 'pop_closing@sex:male': 79 } },
        gives: 'fails',
        naming: ['pop_closing@sex:female'],
      },
      { given: { cells: { 'pop_closing@sex:female': 20 } }, gives: 'not-checked', naming: ['pop_closing'] },
    ],
  }),
  check({
    id: 'X15',
    name: 'subset-not-larger',
    data: ['returns'],
    level: 'error',
    records: ['return_line.measure', 'return_line.value'],
    run: subsetNotLarger,
    examples: [
      { given: { cells: { visits_done: 90, visits_open: 80 } }, gives: 'holds' },
      { given: { cells: { visits_done: 90, visits_open: 91 } }, gives: 'fails', naming: ['visits_open'] },
      // A plan is not needed to be ready: ready people are compared with all sentenced released.
      { given: { cells: { rel_sentenced: 20, rel_plan: 8, rel_ready: 12 } }, gives: 'holds' },
      { given: { cells: { rel_sentenced: 20, rel_ready: 21 } }, gives: 'fails', naming: ['rel_ready'] },
      // The measure between the two was not reported.
      { given: { cells: { pop_closing: 10, in_work: 11 } }, gives: 'fails', naming: ['in_work', 'pop_closing'] },
      {
        given: { cells: { pop_closing: 100, 'pop_closing@sex:female': 101 } },
        gives: 'fails',
        naming: ['pop_closing@sex:female'],
      },
      {
        given: { cells: { 'visits_done@sex:female': 4, visits_done: 90, 'visits_open@sex:female': 5 } },
        gives: 'fails',
        naming: ['visits_open@sex:female'],
      },
      { given: { cells: { searches_strip: 4, searches_cavity: 1, searches_recorded: 6 } }, gives: 'fails' },
      { given: { cells: { visits_open: 80 } }, gives: 'not-checked' },
    ],
  }),
  check({
    id: 'X16',
    name: 'person-days-range',
    data: ['returns'],
    level: 'error',
    measures: ['person_days', 'pop_opening', 'pop_closing', 'pop_peak', ...movements],
    run: personDaysRange,
    examples: [
      { given: { month: '2025-03', cells: { ...identity, person_days: 12803 } }, gives: 'holds' },
      // 31 days of at least 372 people.
      { given: { month: '2025-03', cells: { ...identity, person_days: 11531 } }, gives: 'fails' },
      { given: { month: '2025-03', cells: { ...identity, person_days: 14075 } }, gives: 'fails' },
      { given: { month: '2025-03', cells: { ...identity, pop_peak: 420, person_days: 13021 } }, gives: 'fails' },
      { given: { month: '2025-03', cells: { ...identity, person_days: 31 * 414 } }, gives: 'fails' },
      { given: { month: '2025-03', cells: identity }, gives: 'not-checked', naming: ['person_days'] },
    ],
  }),
  check({
    id: 'X17',
    name: 'solitary-days-bound',
    data: ['returns'],
    level: 'error',
    measures: [
      'sol_person_days',
      'person_days',
      'sol_persons',
      'sol_starts',
      'sol_transfer_in',
      'sol_in_place',
      'sol_over15',
      'sol_longest_days',
    ],
    run: solitaryBounds,
    examples: [
      {
        given: {
          cells: {
            person_days: 3000,
            sol_person_days: 60,
            sol_persons: 5,
            sol_starts: 3,
            sol_transfer_in: 1,
            sol_over15: 1,
            sol_longest_days: 17,
          },
          before: { sol_in_place: 1 },
        },
        gives: 'holds',
      },
      {
        given: {
          cells: { sol_persons: 5, sol_starts: 3, sol_transfer_in: 0 },
          before: { sol_in_place: 1 },
        },
        gives: 'fails',
        naming: ['sol_persons'],
      },
      { given: { cells: { sol_over15: 1, sol_longest_days: 15 } }, gives: 'fails', naming: ['sol_over15'] },
      { given: { cells: { sol_over15: 0, sol_longest_days: 15.5 } }, gives: 'fails', naming: ['sol_longest_days'] },
      { given: { cells: { person_days: 30, sol_person_days: 31 } }, gives: 'fails', naming: ['sol_person_days'] },
      { given: { cells: { person_days: 30, sol_person_days: 3 } }, gives: 'not-checked', naming: ['sol_over15'] },
    ],
  }),
  check({
    id: 'X18',
    name: 'solitary-carry-over',
    data: ['returns'],
    level: 'warning',
    measures: ['sol_in_place', 'sol_starts', 'sol_person_days'],
    run: solitaryCarryOver,
    examples: [
      { given: { cells: { sol_starts: 0, sol_person_days: 6 }, before: { sol_in_place: 2 } }, gives: 'holds' },
      {
        given: { cells: { sol_starts: 0, sol_person_days: 0 }, before: { sol_in_place: 2 } },
        gives: 'fails',
        naming: ['sol_person_days'],
      },
      { given: { cells: { sol_starts: 0 }, before: { sol_in_place: 2 } }, gives: 'not-checked' },
    ],
  }),
  check({
    id: 'X19',
    name: 'capacity-step',
    data: ['events', 'returns'],
    level: 'warning',
    measures: ['capacity_certified'],
    records: ['capacity_certificate.certified_places', 'capacity_certificate.valid_from'],
    run: capacityStep,
    examples: [
      {
        given: { cells: { capacity_certified: 320 }, before: { capacity_certified: 300 }, newCertificate: true },
        gives: 'holds',
      },
      {
        given: { cells: { capacity_certified: 320 }, before: { capacity_certified: 300 }, newCertificate: false },
        gives: 'fails',
        naming: ['capacity_certified'],
      },
      { given: { cells: { capacity_certified: 320 }, newCertificate: false }, gives: 'not-checked' },
    ],
  }),
  check({
    id: 'X20',
    name: 'zero-run',
    data: ['returns'],
    level: 'warning',
    measures: [...recurringEvents, 'person_days'],
    run: zeroRun,
    examples: [
      // 6 months of 9,000 person-days at 1 complaint in 10,000 would give 5.4; none, once in 221: rare for one question.
      {
        given: {
          cells: { complaints_received: 0, person_days: 9000 },
          history: silentMonths(5, 9000),
          usualRates: { complaints_received: { rate: 0.0001, spread: 0 } },
        },
        gives: 'fails',
        naming: ['complaints_received'],
      },
      // Of 240 questions that are asked one is answered so by chance alone.
      {
        given: {
          cells: { complaints_received: 0, person_days: 9000 },
          history: silentMonths(5, 9000),
          usualRates: { complaints_received: { rate: 0.0001, spread: 0 } },
          asked: 240,
        },
        gives: 'holds',
      },
      // A facility that had few in its own two years before is no more silent than it was.
      {
        given: {
          cells: { complaints_received: 0, person_days: 9000 },
          history: [...silentMonths(5, 9000), { complaints_received: 1, person_days: 9000 }, ...silentMonths(23, 9000)],
          usualRates: { complaints_received: { rate: 0.001, spread: 0 } },
        },
        gives: 'holds',
      },
      {
        given: {
          cells: { complaints_received: 0, person_days: 900 },
          history: silentMonths(5, 900),
          usualRates: { complaints_received: { rate: 0.0001, spread: 0 } },
        },
        gives: 'holds',
      },
      // A month that was not reported ends the run: silence is not nought.
      {
        given: {
          cells: { complaints_received: 0, person_days: 9000 },
          history: Array.from({ length: 5 }, () => ({ person_days: 9000 })),
          usualRates: { complaints_received: { rate: 0.0001, spread: 0 } },
        },
        gives: 'holds',
      },
      { given: { cells: { complaints_received: 0, person_days: 9000 } }, gives: 'not-checked' },
    ],
  }),
  check({
    id: 'X21',
    name: 'flat-or-rounded',
    data: ['returns'],
    level: 'warning',
    records: ['return_line.value'],
    run: flatOrRounded,
    examples: [
      { given: { cells: numbered(21, 7), before: numbered(22, 7) }, gives: 'holds' },
      { given: { cells: numbered(21, 7), before: numbered(21, 7) }, gives: 'fails', naming: ['value_0'] },
      { given: { cells: numbered(20, 5), before: numbered(22, 7) }, gives: 'fails', naming: ['value_3'] },
      // Small numbers end in 0 or 5 by themselves.
      { given: { cells: numbered(0, 0), before: numbered(0, 0) }, gives: 'not-checked' },
    ],
  }),
  check({
    id: 'X22',
    name: 'late-entry',
    data: ['events'],
    level: 'warning',
    records: ['restrictive_placement.authorised_at', 'restrictive_placement.recorded_at'],
  }),
  check({
    id: 'X23',
    name: 'death-closes-stay',
    data: ['events'],
    level: 'error',
    records: ['death.died_on', 'stay.released_at', 'stay.release_kind'],
  }),
  check({
    id: 'X24',
    name: 'release-plan-match',
    data: ['events'],
    level: 'error',
    records: ['stay.released_at', 'release_plan', 'release_plan_item.done_on'],
  }),
  check({
    id: 'X25',
    name: 'legal-status-tiling',
    data: ['events'],
    level: 'error',
    records: ['legal_status_spell.start_on', 'legal_status_spell.end_on', 'legal_status_spell.status', 'stay'],
  }),
  check({
    id: 'X26',
    name: 'age-plausible',
    data: ['events'],
    level: 'error',
    records: ['person.birth_year_month', 'stay.admitted_at', 'facility.holds_children'],
  }),
  check({
    id: 'X27',
    name: 'sex-versus-unit',
    data: ['events'],
    level: 'error',
    records: ['person.sex', 'unit.designated_sex', 'housing_allocation'],
  }),
  check({
    id: 'X28',
    name: 'pregnancy-consistency',
    data: ['events'],
    level: 'error',
    records: ['person_flag.flag', 'maternity_case.birth_on'],
  }),
  check({
    id: 'X29',
    name: 'visit-after-release',
    data: ['events'],
    level: 'error',
    records: ['contact_event.happened_on', 'contact_event.status', 'stay.released_at'],
  }),
  check({
    id: 'X30',
    name: 'complaint-dates',
    data: ['events'],
    level: 'error',
    records: ['complaint.lodged_at', 'complaint.answered_on', 'complaint.stay_key'],
  }),
  check({
    id: 'X31',
    name: 'staff-plausible',
    data: ['events', 'returns'],
    level: 'warning',
    measures: ['staff_custodial_fte', 'staff_custodial_funded'],
    records: ['staff_month.fte_in_post', 'staff_month.posts_funded'],
    run: staffPlausible,
    examples: [
      {
        given: {
          cells: { staff_custodial_fte: 110, staff_custodial_funded: 120 },
          before: { staff_custodial_fte: 112 },
        },
        gives: 'holds',
      },
      {
        given: {
          cells: { staff_custodial_fte: 150, staff_custodial_funded: 120 },
          before: { staff_custodial_fte: 150 },
        },
        gives: 'fails',
        naming: ['staff_custodial_funded'],
      },
      {
        given: {
          cells: { staff_custodial_fte: 90, staff_custodial_funded: 120 },
          before: { staff_custodial_fte: 112 },
        },
        gives: 'fails',
        naming: ['staff_custodial_fte'],
      },
      {
        given: { cells: { staff_custodial_fte: 90 }, before: { staff_custodial_fte: 90 } },
        gives: 'not-checked',
        naming: ['staff_custodial_funded'],
      },
    ],
  }),
  check({
    id: 'X32',
    name: 'returned-versus-derived',
    data: ['events', 'returns'],
    level: 'warning',
    records: ['return_line.measure', 'return_line.value'],
    run: returnedVersusDerived,
    examples: [
      { given: { cells: { pop_closing: 412 }, derived: { pop_closing: 418 } }, gives: 'holds' },
      { given: { cells: { pop_closing: 40 }, derived: { pop_closing: 44 } }, gives: 'fails', naming: ['pop_closing'] },
      { given: { cells: { pop_closing: 412 } }, gives: 'not-checked' },
    ],
  }),
  check({
    id: 'X33',
    name: 'claimed-versus-verified',
    data: ['events', 'returns'],
    level: 'info',
    records: ['recommendation.claimed_done_on', 'recommendation.verified_done_on'],
  }),
  check({
    id: 'X34',
    name: 'inspection-contradiction',
    data: ['events', 'returns'],
    level: 'info',
    records: ['inspection_visit.started_on', 'recommendation.area'],
  }),
  check({
    id: 'X35',
    name: 'cohort-closure',
    data: ['events', 'returns'],
    level: 'error',
    records: ['cohort_outcome.cohort_to', 'cohort_outcome.followup_months'],
  }),
]

export type CheckId = (typeof list)[number]['id']

/** All checks across records and measures, in the order of their numbers. Those with `run` judge one monthly return. */
export const checks: readonly CrossCheck<CheckId>[] = list
