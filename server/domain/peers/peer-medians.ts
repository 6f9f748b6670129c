import type { Indicator } from '../indicators/define.ts'
import { fewestPeers } from './peer-groups.ts'

/** The middle of what is known of a facility's peers, and of how many; never of fewer than three. */
export interface PeerMedian {
  median: number
  known: number
}

/**
 * Whether a middle of peers may stand beside the figure. A count of people grows with the place, and what is usual among
 * peers excuses nobody beyond a hard limit: neither is held against others.
 */
export function hasPeerMedian({ kind, thresholds }: Pick<Indicator, 'kind' | 'thresholds'>): boolean {
  return kind !== 'count' && kind !== 'attested' && thresholds.every(({ level }) => level !== 'breach')
}

/** The middle of the peers' values as they are shown, null where one is withheld or missing; undefined under three of them. */
export function peerMedian(shown: readonly (number | null)[]): PeerMedian | undefined {
  const values = shown.filter((value) => value !== null).sort((a, b) => a - b)
  if (values.length < fewestPeers) return undefined
  const middle = values.length / 2
  const median = Number.isInteger(middle) ? (values[middle - 1]! + values[middle]!) / 2 : values[Math.floor(middle)]!
  return { median, known: values.length }
}
