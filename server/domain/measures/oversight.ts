import { measure } from './define.ts'

/** Visits of inspectors, their recommendations, signed statements, agreements and volunteers: never typed in a return. */
export const oversight = [
  measure({
    id: 'days_since_external_visit',
    section: 'oversight',
    tier: 'extended',
    origin: 'records',
    // A region is as far from its last visit as the facility that has waited longest.
    across: 'max',
  }),
  measure({ id: 'recs_due', section: 'oversight', tier: 'extended', origin: 'records' }),
  measure({ id: 'recs_verified', section: 'oversight', tier: 'extended', origin: 'records', partOf: 'recs_due' }),
  measure({ id: 'partner_kinds_needed', section: 'oversight', tier: 'extended', origin: 'records' }),
  measure({
    id: 'partner_kinds_agreed',
    section: 'oversight',
    tier: 'extended',
    origin: 'records',
    partOf: 'partner_kinds_needed',
  }),
  measure({ id: 'volunteers_ready', section: 'oversight', tier: 'extended', origin: 'records' }),
  measure({
    id: 'strategy_statements',
    section: 'oversight',
    tier: 'extended',
    origin: 'records',
    place: 'country',
  }),
  measure({ id: 'kyoto_statements', section: 'oversight', tier: 'extended', origin: 'records', place: 'country' }),
  measure({
    id: 'kyoto_statements_in_force',
    section: 'oversight',
    tier: 'extended',
    origin: 'records',
    place: 'country',
    partOf: 'kyoto_statements',
  }),
  measure({
    id: 'kyoto_statements_verified',
    section: 'oversight',
    tier: 'extended',
    origin: 'records',
    place: 'country',
    partOf: 'kyoto_statements_in_force',
  }),
]
