import { FormattedMessage } from 'react-intl'
import { fewestPeers, type PeerKind } from '../../server/domain/peers/peer-groups.ts'

/** Who the peers of a facility are, and how many of them the reader may see; or why there is no middle of them. */
export function PeersLine({ kind, peers }: { kind?: PeerKind; peers: number }) {
  if (!kind) return <FormattedMessage id="peers.median.unknown" />
  if (peers < fewestPeers) return <FormattedMessage id="peers.median.few" values={{ peers }} />
  const group = <FormattedMessage id={`peers.group.${kind}`} />
  return <FormattedMessage id="peers.median.said" values={{ peers, group }} />
}
