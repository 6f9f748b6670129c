import { type Day, inForce } from '../period.ts'

/** What a certificate says of a facility's room. */
export interface CertifiedRoom {
  certifiedPlaces: number
  /** Square metres of floor for each person in a shared cell, by which the places were counted; null where it is not said. */
  spaceM2Multi: number | null
  validFrom: string
  validTo: string | null
}

/**
 * What people can be counted against: the places of the certificate in force; those of the certificate before it; or the
 * floor of today at the space that each person had by the certificate before.
 */
export const capacityBasisIds = ['certified', 'before', 'same-space'] as const
export type CapacityBasisId = (typeof capacityBasisIds)[number]

export interface CapacityBasis {
  id: CapacityBasisId
  places: number
  /** The first day of the certificate that it rests on. */
  from: string
  /** Square metres a person. */
  m2: number | null
}

/**
 * The bases that the certificates hold on a day, the certified one first; none without a certificate in force. More places
 * on the same floor lower occupancy and give nobody room: the third basis takes that gain away again, in whole places.
 */
export function capacityBases(certificates: readonly CertifiedRoom[], day: Day): CapacityBasis[] {
  const byDay = certificates.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))
  const now = byDay.findLast((one) => inForce(one, day))
  if (!now) return []
  const before = byDay.findLast((one) => one.validFrom < now.validFrom)
  const certified = basis('certified', now.certifiedPlaces, now)
  if (!before) return [certified]
  const earlier =
    before.certifiedPlaces === now.certifiedPlaces ? [] : [basis('before', before.certifiedPlaces, before)]
  return [certified, ...earlier, ...sameSpace(now, before)]
}

function sameSpace(now: CertifiedRoom, before: CertifiedRoom): CapacityBasis[] {
  if (now.spaceM2Multi === null || before.spaceM2Multi === null || now.spaceM2Multi >= before.spaceM2Multi) return []
  // Rounded first: 620 places of 4.9 are a little over 3,038 in the binary fractions of a computer.
  const floor = Number((now.certifiedPlaces * now.spaceM2Multi).toFixed(6))
  return [
    { id: 'same-space', places: Math.floor(floor / before.spaceM2Multi), from: now.validFrom, m2: before.spaceM2Multi },
  ]
}

function basis(id: CapacityBasisId, places: number, { validFrom, spaceM2Multi }: CertifiedRoom): CapacityBasis {
  return { id, places, from: validFrom, m2: spaceM2Multi }
}
