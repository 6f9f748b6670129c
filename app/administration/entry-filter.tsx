import { NativeSelect, TextInput } from '@mantine/core'
import { useSearchParams } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { outcomes } from '../../server/domain/audit/entry.ts'
import { FilterForm } from '../components/filter-form.tsx'
import { Labelled } from '../components/labelled.tsx'
import style from './administration.module.css'
import { auditFields } from './audit-filter.ts'

/** The filter of the record; without `people` it is one's own. */
export function EntryFilter({ people }: { people?: readonly { id: string; name: string | null }[] }) {
  const intl = useIntl()
  const [search] = useSearchParams()
  const given = (name: string) => search.get(name) ?? ''
  const all = { value: '', label: intl.formatMessage({ id: 'administration.audit.all' }) }
  return (
    <div className={style.filter}>
      <FilterForm names={auditFields}>
        {people && (
          <Labelled label={<FormattedMessage id="administration.audit.person" />}>
            <NativeSelect
              name="person"
              size="sm"
              defaultValue={given('person')}
              data={[all, ...people.map(({ id, name }) => ({ value: id, label: name ?? id }))]}
            />
          </Labelled>
        )}
        <Labelled label={<FormattedMessage id="administration.audit.action" />}>
          <TextInput name="action" size="sm" maxLength={200} defaultValue={given('action')} placeholder="assignment." />
        </Labelled>
        <Labelled label={<FormattedMessage id="administration.audit.outcome" />}>
          <NativeSelect
            name="outcome"
            size="sm"
            defaultValue={given('outcome')}
            data={[
              all,
              ...outcomes.map((value) => ({
                value,
                label: intl.formatMessage({ id: `administration.audit.outcome.${value}` }),
              })),
            ]}
          />
        </Labelled>
        <Labelled label={<FormattedMessage id="administration.audit.from" />}>
          <TextInput name="from" type="date" size="sm" defaultValue={given('from')} />
        </Labelled>
        <Labelled label={<FormattedMessage id="administration.audit.to" />}>
          <TextInput name="to" type="date" size="sm" defaultValue={given('to')} />
        </Labelled>
        <Labelled label={<FormattedMessage id="administration.audit.object" />}>
          <TextInput name="object" size="sm" maxLength={200} defaultValue={given('object')} />
        </Labelled>
      </FilterForm>
    </div>
  )
}
