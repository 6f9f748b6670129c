import { type FacilityFigures, type Look, looked } from './define.ts'

/** The least floor for one more place, in square metres. Source: CPT/Inf (2015) 44 (a regional standard), shared cells. */
const squareMetresForOneMore = 4

/**
 * A certificate that adds places without 4 m² of certified floor for each of them; the newest such step between two
 * certificates that follow each other. Found and expected: added floor in square metres.
 */
export function capacityWithoutArea({ certificates }: FacilityFigures): Look {
  const before = certificates?.at(-2)
  const now = certificates?.at(-1)
  if (!now) return { state: 'not-looked', missing: ['certificate'] }
  if (!before || now.places <= before.places) return { state: 'nothing-seen' }
  const [areaNow, areaBefore] = [area(now), area(before)]
  if (areaNow === undefined || areaBefore === undefined)
    return { state: 'not-looked', missing: ['floor area on the certificate'] }
  const found = areaNow - areaBefore
  const expected = (now.places - before.places) * squareMetresForOneMore
  return looked(found < expected ? [{ cells: ['capacity_certified'], found, expected, probability: null }] : [])
}

function area({ places, squareMetresPerPlace }: { places: number; squareMetresPerPlace: number | undefined }) {
  return squareMetresPerPlace === undefined ? undefined : places * squareMetresPerPlace
}
