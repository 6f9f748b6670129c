import { NativeSelect } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useIntl } from 'react-intl'
import { addMonths, type Month, monthsFrom } from '../../server/domain/period.ts'
import { useFormat } from '../format.ts'
import style from './filter-form.module.css'
import { FilterField, FilterForm, useSearchLink, useShownChoice } from './filter-form.tsx'
import { Icon } from './icon.tsx'

export interface PeriodPickerProps {
  month: Month
  /** The months that have anything to show. */
  first: Month
  last: Month
}

/** The month that a page is about: one step back or on by a link, any other by a list. */
export function PeriodPicker(props: PeriodPickerProps) {
  return (
    <div className={style.picker}>
      <MonthSteps {...props} />
      <FilterForm names={['month']} takesEffectAtOnce>
        <MonthField {...props} />
      </FilterForm>
    </div>
  )
}

/** The month as one field of a filter form (`?month=2020-02`). */
export function MonthField({ month, first, last }: PeriodPickerProps) {
  const format = useFormat()
  const list = useShownChoice(month)
  const months = monthsFrom(first, last).toReversed()
  return (
    <FilterField label="period.label" saysItself>
      <NativeSelect
        ref={list}
        name="month"
        size="sm"
        defaultValue={month}
        data={months.map((value) => ({ value, label: format.month(value) }))}
      />
    </FilterField>
  )
}

/** The links to the month before and the month after, and the month in words on paper. */
export function MonthSteps({ month, first, last }: PeriodPickerProps) {
  const format = useFormat()
  return (
    <>
      <span className={style.printed}>{format.month(month)}</span>
      {month > first && <MonthStep to={addMonths(month, -1)} direction="previous" />}
      {month < last && <MonthStep to={addMonths(month, 1)} direction="next" />}
    </>
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
