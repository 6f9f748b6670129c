import { codeLists } from '../../../server/domain/records/codes.ts'
import { chance } from '../chance.ts'
import type { Sink } from './book.ts'

const regions = ['DOR', 'KEL', 'OST', 'SUL', 'TIR', 'QUE'] as const
const quarters = ['2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'] as const

/** What courts, prosecution and probation count in a quarter and region; a part is a share of its whole. */
const wholes = {
  suspects_total_eligible: 420,
  pretrial_decisions: 260,
  sentences_total: 610,
  supervision_persons: 900,
} as const
const shares = {
  suspects_total_eligible: { suspects_referred_diversion: 0.31, diversions_completed: 0.22 },
  pretrial_decisions: { pretrial_detention_ordered: 0.44, pretrial_alternatives_ordered: 0.56 },
  sentences_total: {
    sentences_custodial: 0.37,
    sentences_noncustodial: 0.63,
    sentences_custodial_6m_or_less: 0.13,
    sentences_eligible_for_report: 0.5,
    presentence_reports_requested: 0.34,
    presentence_reports_before_court: 0.29,
    rj_referrals: 0.08,
    rj_started: 0.06,
    rj_agreements: 0.05,
    record_relief_applications: 0.06,
    record_relief_granted: 0.04,
    joint_training_participants: 0.1,
  },
  supervision_persons: {
    supervision_officers_fte: 0.025,
    supervision_conditions_reviewed: 0.62,
    supervision_ended: 0.2,
    supervision_completed: 0.15,
    supervision_revoked: 0.03,
    supervision_revoked_technical: 0.012,
    em_persons: 0.08,
  },
} as const

/** The figures that no facility has: of courts and probation by quarter, of the population, and of those released. */
export function writeNational(seed: number, sink: Sink): void {
  for (const region of regions) {
    for (const quarter of quarters) {
      const draw = chance(seed, 'national', region, quarter)
      for (const [whole, usual] of Object.entries(wholes) as [keyof typeof wholes, number][]) {
        const value = draw.poisson(usual)
        sink.take('', 'justice_return', { region, quarter, measure: whole, value })
        for (const [measure, share] of Object.entries(shares[whole]))
          sink.take('', 'justice_return', { region, quarter, measure, value: Math.round(value * share) })
      }
    }
  }
  for (const [place, year] of [2023, 2024, 2025].entries())
    sink.take('', 'population_reference', { year, residents: 6_140_000 + 21_000 * place })
  cohorts(seed, sink)
  statements(seed, sink)
}

/** Who was released in a quarter and came back within a year or two; counted by those who may link, never by person. */
function cohorts(seed: number, sink: Sink): void {
  for (const [from, to, months] of [
    ['2022-07-01', '2022-12-31', 24],
    ['2023-01-01', '2023-06-30', 24],
    ['2023-07-01', '2023-12-31', 12],
    ['2024-01-01', '2024-06-30', 12],
  ] as const) {
    const draw = chance(seed, 'cohort', from)
    const persons = draw.poisson(2100)
    sink.take('', 'cohort_outcome', {
      cohort_from: from,
      cohort_to: to,
      definition_id: 'reimprisonment_new_sentence',
      followup_months: months,
      start_event: 'release_from_prison',
      persons_at_risk: persons,
      persons_with_event: draw.binomial(persons, months === 24 ? 0.34 : 0.21),
      persons_unlinked: draw.binomial(persons, 0.03),
    })
  }
}

/** How far the country is with what it can only sign for: most statements say yes, and an inspectorate looked at half of these. */
function statements(seed: number, sink: Sink): void {
  for (const measure of codeLists.attested_measure) {
    const draw = chance(seed, 'statement', measure)
    const isYes = draw.next() < 0.66
    const signed = 20 + Math.floor(draw.next() * 300)
    const isVerified = isYes && draw.next() < 0.5
    sink.take('', 'national_attestation', {
      measure,
      value: isYes ? 'yes' : draw.next() < 0.5 ? 'partly' : 'no',
      evidence_ref: isYes ? `EV/${measure}` : undefined,
      signed_by_role: 'ministry',
      signed_on: dayOf2025(signed),
      expires_on: dayOf2025(signed + 365),
      verified_by_role: isVerified ? 'inspectorate' : undefined,
      verified_on: isVerified ? dayOf2025(signed + 40) : undefined,
    })
  }
}

/** A day, counted from 1 April 2025: a statement holds for a year, and all of them are in force in the last month. */
function dayOf2025(day: number): string {
  return new Date(Date.UTC(2025, 3, 1 + day)).toISOString().slice(0, 10)
}
