import type { IntlShape } from 'react-intl'
import { FormattedMessage, useIntl } from 'react-intl'
import type { PlaceKind } from '../../server/domain/access.ts'
import { Moment } from '../components/moment.tsx'
import type { MessageId } from '../messages/ids.ts'
import style from './administration.module.css'

/** A role of somebody as it comes from the server. */
export interface Held {
  id: string
  role: string
  placeKind: PlaceKind
  placeKey: string | null
  placeName: string | null
  until: string | null
}

export function placeWords(intl: IntlShape, held: Pick<Held, 'placeKind' | 'placeKey' | 'placeName'>): string {
  const { placeKind, placeKey, placeName } = held
  return intl.formatMessage({ id: `role.place.${placeKind}` as MessageId }, { name: placeName ?? placeKey ?? '' })
}

/** What a role is called; one that this version does not know is shown as it is written down. */
export function roleWords(intl: IntlShape, role: string): string {
  const id = `role.${role}`
  return id in intl.messages ? intl.formatMessage({ id: id as MessageId }) : role
}

/** The roles that somebody holds, each with its place and, where it has one, its end. */
export function HeldList({ held }: { held: readonly Held[] }) {
  const intl = useIntl()
  if (held.length === 0) return <FormattedMessage id="administration.no-role" />
  return (
    <ul className={style.list}>
      {held.map((one) => (
        <li key={one.id}>
          {roleWords(intl, one.role)}, {placeWords(intl, one)}
          {one.until && (
            <>
              {' '}
              (<FormattedMessage id="administration.until" values={{ moment: <Moment at={one.until} /> }} />)
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
