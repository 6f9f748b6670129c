import {
  type CapacityBasisId,
  type CertifiedRoom,
  capacityBases,
  capacityBasisIds,
} from '../../server/domain/indicators/capacity-bases.ts'
import type { Reading } from '../../server/domain/indicators/reading.ts'
import { lastDay, type Month } from '../../server/domain/period.ts'
import { refusal } from '../page-scope.server.ts'
import type { CapacityChoiceProps } from './capacity-choice.tsx'

/**
 * The bases of a facility's occupancy, and the one that the address names (`?capacity=before`); the certified one where the
 * certificates of the month hold no other. Throws a Response of 404 for a basis that there is not.
 */
export function capacityAsked(
  request: Request,
  certificates: readonly CertifiedRoom[],
  occupancy: Reading | undefined,
  month: Month,
): CapacityChoiceProps {
  const asked = new URL(request.url).searchParams.get('capacity') || 'certified'
  const chosen = capacityBasisIds.find((id) => id === asked)
  if (!chosen) throw refusal(404, 'capacity.none', asked)
  const bases = capacityBases(certificates, lastDay(month))
  const held = occupancy?.figure.state === 'counted' ? occupancy.figure.numerator : undefined
  const isThere = bases.some(({ id }) => id === chosen)
  const usual: CapacityBasisId = 'certified'
  return { bases, chosen: isThere ? chosen : usual, ...(held !== undefined && { held }) }
}
