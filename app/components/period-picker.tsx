import { NativeSelect } from '@mantine/core'
import { Link } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { addMonths, type Month, monthsFrom } from '../../server/domain/period.ts'
import { useFormat } from '../format.ts'
import style from './filter-form.module.css'
import { FilterForm, useSearchLink } from './filter-form.tsx'
import { Icon } from './icon.tsx'

export interface PeriodPickerProps {
  month: Month
  /** The months that have anything to show. */
  first: Month
  last: Month
}

/** The month that a page is about: one step back or on by a link, any other by a list. */
export function PeriodPicker({ month, first, last }: PeriodPickerProps) {
  const format = useFormat()
  const months = monthsFrom(first, last).toReversed()
  return (
    <div className={style.picker}>
      <span className={style.printed}>{format.month(month)}</span>
      {month > first && <MonthStep to={addMonths(month, -1)} direction="previous" />}
      {month < last && <MonthStep to={addMonths(month, 1)} direction="next" />}
      <FilterForm names={['month']} submit="period.show">
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the select is inside of it */}
        <label className={style.label}>
          <span>
            <FormattedMessage id="period.label" />
          </span>
          <NativeSelect
            key={month}
            name="month"
            size="xs"
            defaultValue={month}
            data={months.map((value) => ({ value, label: format.month(value) }))}
          />
        </label>
      </FilterForm>
    </div>
  )
}

function MonthStep({ to, direction }: { to: Month; direction: 'previous' | 'next' }) {
  const intl = useIntl()
  const format = useFormat()
  const link = useSearchLink()
  const label = intl.formatMessage({ id: `period.${direction}` }, { month: format.month(to) })
  return (
    <Link to={link('month', to)} className={style.step} aria-label={label} title={label} data-print="no">
      <Icon name={direction} />
    </Link>
  )
}
