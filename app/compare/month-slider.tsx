import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { monthAt, monthIndex } from '../../server/domain/period.ts'
import { FilterField, FilterForm } from '../components/filter-form.tsx'
import type { PeriodPickerProps } from '../components/period-picker.tsx'
import { useFormat } from '../format.ts'
import style from './compare.module.css'

/**
 * The month as a slider over all months with figures. Arrow keys move it, and its button takes it into the address; so it
 * works without scripts too, where the server turns the place on the slider (`at`) into the month.
 */
export function MonthSlider({ month, first, last }: PeriodPickerProps) {
  const format = useFormat()
  const [at, move] = useState(monthIndex(month))
  if (first === last) return null
  const shown = format.month(monthAt(at))
  return (
    <FilterForm names={['month', 'at', 'page']}>
      <FilterField label="compare.slider">
        <input
          type="range"
          name="at"
          className={style.slider}
          min={monthIndex(first)}
          max={monthIndex(last)}
          value={at}
          aria-valuetext={shown}
          onChange={({ currentTarget }) => move(currentTarget.valueAsNumber)}
        />
      </FilterField>
      <output>
        <FormattedMessage id="compare.slider.at" values={{ month: shown }} />
      </output>
    </FilterForm>
  )
}
