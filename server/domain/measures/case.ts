import { measure } from './define.ts'

/** Assessments, reviews and individual plans. */
export const caseManagement = [
  measure({ id: 'assess_due', section: 'case', tier: 'core', over: 'sum', breakdowns: ['sex'] }),
  measure({ id: 'assess_done', section: 'case', tier: 'core', over: 'sum', breakdowns: ['sex'], partOf: 'assess_due' }),
  measure({ id: 'review_expected', section: 'case', tier: 'extended', breakdowns: ['sex'], partOf: 'pop_closing' }),
  measure({ id: 'review_overdue', section: 'case', tier: 'extended', breakdowns: ['sex'], partOf: 'review_expected' }),
  measure({ id: 'plan_required', section: 'case', tier: 'extended', breakdowns: ['sex'], partOf: 'pop_closing' }),
  measure({ id: 'plan_active', section: 'case', tier: 'extended', breakdowns: ['sex'], partOf: 'plan_required' }),
  measure({ id: 'women_assessed', section: 'case', tier: 'extended', over: 'sum' }),
  measure({
    id: 'women_assess_specific',
    section: 'case',
    tier: 'extended',
    over: 'sum',
    partOf: 'women_assessed',
  }),
  measure({
    id: 'assessments_14d',
    section: 'case',
    tier: 'extended',
    origin: 'records',
    over: 'sum',
    breakdowns: ['sex', 'legal_status'],
  }),
  measure({
    id: 'assessments_sound',
    section: 'case',
    tier: 'extended',
    origin: 'records',
    over: 'sum',
    breakdowns: ['sex', 'legal_status'],
    partOf: 'assessments_14d',
  }),
  measure({
    id: 'security_found_12m',
    section: 'case',
    tier: 'extended',
    origin: 'records',
    breakdowns: ['sex', 'legal_status'],
    partOf: 'pop_closing',
  }),
  measure({
    id: 'security_above_found',
    section: 'case',
    tier: 'extended',
    origin: 'records',
    breakdowns: ['sex', 'legal_status'],
    partOf: 'security_found_12m',
  }),
]
