import { measure } from './define.ts'

/** Assessments, reviews and individual plans. */
export const caseManagement = [
  measure({ id: 'assess_due', section: 'case', tier: 'core', over: 'sum', breakdowns: ['sex'] }),
  measure({ id: 'assess_done', section: 'case', tier: 'core', over: 'sum', breakdowns: ['sex'], partOf: 'assess_due' }),
  measure({ id: 'review_overdue', section: 'case', tier: 'extended', partOf: 'pop_closing' }),
  measure({ id: 'plan_required', section: 'case', tier: 'extended', breakdowns: ['sex'], partOf: 'pop_closing' }),
  measure({ id: 'plan_active', section: 'case', tier: 'extended', breakdowns: ['sex'], partOf: 'plan_required' }),
  measure({ id: 'women_assess_specific', section: 'case', tier: 'extended', over: 'sum' }),
]
