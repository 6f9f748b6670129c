import { FormattedMessage } from 'react-intl'

/** Where a session was begun, as a person reads it: this computer, a network, an address, or that it is not known. */
export function ClientAddress({ address }: { address: string | null }) {
  if (!address) return <FormattedMessage id="session.address.unknown" />
  if (address === '::1' || address.startsWith('127.')) return <FormattedMessage id="session.address.here" />
  if (!address.endsWith('/64')) return address
  return <FormattedMessage id="session.address.network" values={{ address: address.slice(0, -3) }} />
}
