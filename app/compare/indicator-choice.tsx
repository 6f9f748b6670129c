import { NativeSelect } from '@mantine/core'
import { FilterField, FilterForm } from '../components/filter-form.tsx'

export interface IndicatorChoiceProps {
  indicator: string
  /** The indicators by area, in the order of the catalogue. */
  choices: { group: string; items: { value: string; label: string }[] }[]
}

/** Which indicator is compared. Another choice begins on the first page again. */
export function IndicatorChoice({ indicator, choices }: IndicatorChoiceProps) {
  return (
    <FilterForm names={['indicator', 'page', 'sort', 'order']}>
      <FilterField label="compare.indicator">
        <NativeSelect key={indicator} name="indicator" size="sm" defaultValue={indicator} data={choices} />
      </FilterField>
    </FilterForm>
  )
}
