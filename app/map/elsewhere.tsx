import { Link } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'

export interface ElsewhereProps {
  facilities: readonly { key: string; name: string }[]
  linkTo: (facility: string) => string
}

/** The facilities of which the register does not say where they lie: they are not lost from the map without a word. */
export function Elsewhere({ facilities, linkTo }: ElsewhereProps) {
  if (facilities.length === 0) return null
  return (
    <section aria-labelledby="elsewhere">
      <h2 id="elsewhere">
        <FormattedMessage id="map.elsewhere" values={{ count: facilities.length }} />
      </h2>
      <ul>
        {facilities.map(({ key, name }) => (
          <li key={key}>
            <Link to={linkTo(key)}>{name}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
