import { NativeSelect } from '@mantine/core'
import { useIntl } from 'react-intl'
import style from './filter-form.module.css'
import { FilterField, FilterForm } from './filter-form.tsx'

export interface RegionFilterProps {
  regions: readonly { id: string; name: string }[]
  /** The chosen region; undefined is the whole country. */
  region: string | undefined
}

/** The region that a page is about. */
export function RegionFilter(props: RegionFilterProps) {
  return (
    <FilterForm names={['region']}>
      <RegionField {...props} />
    </FilterForm>
  )
}

/** The region as one field of a filter form (`?region=ID`; empty for the whole country), in words on paper. */
export function RegionField({ regions, region }: RegionFilterProps) {
  const intl = useIntl()
  const all = { value: '', label: intl.formatMessage({ id: 'region.all' }) }
  return (
    <FilterField label="region.label">
      <NativeSelect
        key={region}
        name="region"
        size="sm"
        className={style.region}
        defaultValue={region ?? ''}
        data={[all, ...regions.map(({ id, name }) => ({ value: id, label: name }))]}
      />
    </FilterField>
  )
}
