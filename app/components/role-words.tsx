import { FormattedMessage, type IntlShape } from 'react-intl'
import type { HeldRole } from '../../server/domain/visitor.ts'
import type { MessageId } from '../messages/ids.ts'

type Held = Pick<HeldRole, 'role' | 'place' | 'placeKey' | 'placeName'>

/** What a role is called. */
export const roleName = (intl: IntlShape, role: HeldRole['role']) =>
  intl.formatMessage({ id: `role.${role}` as MessageId })

/** What the place of a role is called: its name, its key where no name is in force today, or that it is the country. */
export function placeName(intl: IntlShape, { place, placeKey, placeName: name }: Held): string {
  return intl.formatMessage({ id: `role.place.${place.kind}` as MessageId }, { name: name ?? placeKey ?? '' })
}

/** A role with its place in one sentence: Act as Inspector, Whole country. */
export function RoleSentence({ id, held }: { id: 'role-choice.act'; held: Held }) {
  return <FormattedMessage id={id} values={{ role: <RoleName role={held.role} />, place: <PlaceName held={held} /> }} />
}

export function RoleName({ role }: Pick<Held, 'role'>) {
  return <FormattedMessage id={`role.${role}` as MessageId} />
}

export function PlaceName({ held }: { held: Held }) {
  const { place, placeKey, placeName: name } = held
  return <FormattedMessage id={`role.place.${place.kind}` as MessageId} values={{ name: name ?? placeKey ?? '' }} />
}
