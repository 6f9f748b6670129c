import { caseManagementWords } from './case-management.en.ts'
import { complaintsWords } from './complaints.en.ts'
import type { IndicatorWords } from './define.ts'
import { familyContactWords } from './family-contact.en.ts'
import { healthWords } from './health.en.ts'
import type { IndicatorId } from './index.ts'
import { legalStatusWords } from './legal-status.en.ts'
import { occupancyWords } from './occupancy.en.ts'
import { outcomesWords } from './outcomes.en.ts'
import { partnershipsWords } from './partnerships.en.ts'
import { populationFlowWords } from './population-flow.en.ts'
import { programmesAndWorkWords } from './programmes.en.ts'
import { releaseReadinessWords } from './release-readiness.en.ts'
import { restrictiveRegimesWords } from './restrictive-regimes.en.ts'
import { safetyWords } from './safety.en.ts'
import { solitaryLimitsWords } from './solitary-limits.en.ts'
import { staffingWords } from './staffing.en.ts'
import { womenWords } from './women.en.ts'

/** The English words of every indicator, by its id. */
export const indicatorWords: Record<IndicatorId, IndicatorWords> = {
  ...occupancyWords,
  ...restrictiveRegimesWords,
  ...solitaryLimitsWords,
  ...familyContactWords,
  ...programmesAndWorkWords,
  ...caseManagementWords,
  ...releaseReadinessWords,
  ...healthWords,
  ...safetyWords,
  ...complaintsWords,
  ...womenWords,
  ...legalStatusWords,
  ...populationFlowWords,
  ...staffingWords,
  ...outcomesWords,
  ...partnershipsWords,
}
