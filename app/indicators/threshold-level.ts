import type { Threshold } from '../../server/domain/indicators/define.ts'
import type { MessageId } from '../messages/ids.ts'

/** What the level of a threshold is called. */
export const levelWords: Record<Threshold['level'], MessageId> = {
  within: 'verdict.within',
  warning: 'verdict.concern.warning',
  serious: 'verdict.concern.serious',
  critical: 'verdict.concern.critical',
  breach: 'verdict.breach',
  reference: 'indicator.level.reference',
  aspiration: 'indicator.level.aspiration',
}
