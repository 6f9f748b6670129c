import { NativeSelect } from '@mantine/core'
import { FormattedMessage, useIntl } from 'react-intl'
import style from './filter-form.module.css'
import { FilterForm } from './filter-form.tsx'

export interface RegionFilterProps {
  regions: readonly { id: string; name: string }[]
  /** The chosen region; undefined is the whole country. */
  chosen?: string
}

/** The region that a page is about. */
export function RegionFilter({ regions, chosen }: RegionFilterProps) {
  const intl = useIntl()
  const all = { value: '', label: intl.formatMessage({ id: 'region.all' }) }
  const printed = regions.find(({ id }) => id === chosen)?.name ?? all.label
  return (
    <>
      <span className={style.printed}>{printed}</span>
      <FilterForm names={['region']} submit="region.show">
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the select is inside of it */}
        <label className={style.label}>
          <span>
            <FormattedMessage id="region.label" />
          </span>
          <NativeSelect
            key={chosen}
            name="region"
            size="xs"
            defaultValue={chosen ?? ''}
            data={[all, ...regions.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        </label>
      </FilterForm>
    </>
  )
}
