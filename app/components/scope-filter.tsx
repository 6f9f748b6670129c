import { useIntl } from 'react-intl'
import style from './filter-form.module.css'
import { FilterForm } from './filter-form.tsx'
import { MonthField, MonthSteps, type PeriodPickerProps } from './period-picker.tsx'
import { RegionField, type RegionFilterProps } from './region-filter.tsx'

/** The region and the month that a page is about, in one form: what most pages put into the top bar. */
export function ScopeFilter(props: PeriodPickerProps & RegionFilterProps) {
  const intl = useIntl()
  const place = props.regions.find(({ id }) => id === props.region)?.name ?? intl.formatMessage({ id: 'region.all' })
  return (
    <div className={style.picker}>
      <span className={style.printed}>{place}</span>
      <FilterForm names={['region', 'month']}>
        <RegionField {...props} />
        <MonthField {...props} />
      </FilterForm>
      <MonthSteps {...props} />
    </div>
  )
}
