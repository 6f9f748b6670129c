import type { IndicatorWords } from './define.ts'
import type { IndicatorId } from './index.ts'
import { legalStatusWords } from './legal-status.en.ts'
import { occupancyWords } from './occupancy.en.ts'
import { staffingWords } from './staffing.en.ts'

/** The English words of every indicator, by its id. */
export const indicatorWords: Record<IndicatorId, IndicatorWords> = {
  ...occupancyWords,
  ...legalStatusWords,
  ...staffingWords,
}
