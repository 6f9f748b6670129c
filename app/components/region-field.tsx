import { NativeSelect } from '@mantine/core'
import { useIntl } from 'react-intl'
import style from './filter-form.module.css'
import { FilterField, useShownChoice } from './filter-form.tsx'

export interface RegionFieldProps {
  regions: readonly { id: string; name: string }[]
  /** The chosen region; undefined is the whole country. */
  region: string | undefined
}

/** The region as one field of a filter form (`?region=ID`; empty for the whole country), in words on paper. */
export function RegionField({ regions, region }: RegionFieldProps) {
  const intl = useIntl()
  const list = useShownChoice(region ?? '')
  // Whoever has no whole region in reach has nothing to choose.
  if (regions.length === 0) return null
  const all = { value: '', label: intl.formatMessage({ id: 'region.all' }) }
  return (
    <FilterField label="region.label" saysItself>
      <NativeSelect
        ref={list}
        name="region"
        size="sm"
        className={style.region}
        defaultValue={region ?? ''}
        data={[all, ...regions.map(({ id, name }) => ({ value: id, label: name }))]}
      />
    </FilterField>
  )
}
