import { NativeSelect } from '@mantine/core'
import { FormattedMessage, useIntl } from 'react-intl'
import { Labelled } from '../components/labelled.tsx'
import { roleWords } from './held-place.tsx'

/** What can be granted: roles of the body, and the places there are. */
export interface Choices {
  roles: readonly { role: string }[]
  regions: readonly { key: string; name: string }[]
  facilities: readonly { key: string; name: string }[]
}

/** The choice of a role and of a place where it is to be held: `role=…&place=facility:KEY`. */
export function RoleFields({ choices }: { choices: Choices }) {
  const intl = useIntl()
  const named = (kind: string, places: Choices['regions']) =>
    places.map(({ key, name }) => ({ value: `${kind}:${key}`, label: `${name} (${key})` }))
  const places = [
    { value: 'country', label: intl.formatMessage({ id: 'role.place.country' }) },
    { group: intl.formatMessage({ id: 'administration.regions' }), items: named('region', choices.regions) },
    { group: intl.formatMessage({ id: 'administration.facilities' }), items: named('facility', choices.facilities) },
  ]
  return (
    <>
      <Labelled label={<FormattedMessage id="administration.role" />}>
        <NativeSelect
          name="role"
          size="sm"
          required
          data={[
            { value: '', label: intl.formatMessage({ id: 'administration.choose' }) },
            ...choices.roles.map(({ role }) => ({ value: role, label: roleWords(intl, role) })),
          ]}
        />
      </Labelled>
      <Labelled label={<FormattedMessage id="administration.place" />}>
        <NativeSelect name="place" size="sm" data={places} />
      </Labelled>
    </>
  )
}
