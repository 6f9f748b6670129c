import type { Month } from '../../server/domain/period.ts'
import { PeriodPicker } from './period-picker.tsx'
import { RegionFilter } from './region-filter.tsx'

export interface ScopeControlsProps {
  month: Month
  first: Month
  last: Month
  region?: string
  regions: { id: string; name: string }[]
}

/** Month and region of a page, for the top bar. */
export function ScopeControls({ month, first, last, region, regions }: ScopeControlsProps) {
  return (
    <>
      <PeriodPicker month={month} first={first} last={last} />
      <RegionFilter regions={regions} region={region} />
    </>
  )
}
