import { caseManagement } from './case-management.ts'
import { complaints } from './complaints.ts'
import type { Indicator } from './define.ts'
import { familyContact } from './family-contact.ts'
import { health } from './health.ts'
import { legalStatus } from './legal-status.ts'
import { occupancy } from './occupancy.ts'
import { outcomes } from './outcomes.ts'
import { partnerships } from './partnerships.ts'
import { populationFlow } from './population-flow.ts'
import { programmesAndWork } from './programmes.ts'
import { releaseReadiness } from './release-readiness.ts'
import { restrictiveRegimes } from './restrictive-regimes.ts'
import { safety } from './safety.ts'
import { solitaryLimits } from './solitary-limits.ts'
import { staffing } from './staffing.ts'
import { newestOf } from './versions.ts'
import { women } from './women.ts'

/** The indicators by the names of their files, in the order of the catalogue. */
export const indicatorFamilies = {
  occupancy,
  'restrictive-regimes': restrictiveRegimes,
  'solitary-limits': solitaryLimits,
  'family-contact': familyContact,
  programmes: programmesAndWork,
  'case-management': caseManagement,
  'release-readiness': releaseReadiness,
  health,
  safety,
  complaints,
  women,
  'legal-status': legalStatus,
  'population-flow': populationFlow,
  staffing,
  outcomes,
  partnerships,
} as const

const list = Object.values(indicatorFamilies).flat()

export type IndicatorId = (typeof list)[number]['id']

/** All indicators, in the order of the catalogue, each as its newest version. */
export const indicators: readonly Indicator<IndicatorId>[] = newestOf(list as unknown as Indicator<IndicatorId>[])

const byId = new Map<string, Indicator<IndicatorId>>(indicators.map((entry) => [entry.id, entry]))

export function findIndicator(id: string): Indicator<IndicatorId> | undefined {
  return byId.get(id)
}
