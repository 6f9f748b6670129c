import { FormattedMessage } from 'react-intl'
import type { PeerGroupId } from '../../server/domain/peers/peer-groups.ts'

export interface PeersSaidProps {
  group?: PeerGroupId
  count: number
  total: number
}

/** Which facilities are held against each other and how many are left out; of all together, that they are unlike. */
export function PeersSaid({ group, count, total }: PeersSaidProps) {
  if (group === undefined)
    return (
      <p>
        <FormattedMessage id="peers.mixed" values={{ count: total }} />
      </p>
    )
  return (
    <p>
      <FormattedMessage
        id="peers.chosen"
        values={{ group: <FormattedMessage id={`peers.group.${group}`} />, count, others: total - count }}
      />
    </p>
  )
}
