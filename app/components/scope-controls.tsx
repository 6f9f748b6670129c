import type { Month } from '../../server/domain/period.ts'
import style from './filter-form.module.css'
import { FilterForm } from './filter-form.tsx'
import { MonthField, MonthSteps } from './period-picker.tsx'
import { RegionField } from './region-field.tsx'

export interface ScopeControlsProps {
  month: Month
  first: Month
  last: Month
  region?: string
  regions: { id: string; name: string }[]
}

/** Month and region of a page as one form, for the top bar. Another region begins at the first page of its table. */
export function ScopeControls({ month, first, last, region, regions }: ScopeControlsProps) {
  return (
    <div className={style.picker}>
      <MonthSteps month={month} first={first} last={last} />
      <FilterForm names={['month', 'region', 'page']} takesEffectAtOnce>
        <MonthField month={month} first={first} last={last} />
        <RegionField regions={regions} region={region} />
      </FilterForm>
    </div>
  )
}
