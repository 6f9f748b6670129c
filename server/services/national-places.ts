import type { Tx } from '../../db/client.ts'
import { loadNational, regionsByName } from '../../db/queries/national.ts'
import { countryId } from '../../db/queries/places.ts'
import { type Formula, formulasFedBy } from '../domain/engine/formulas.ts'
import { addShare, shareOf } from '../domain/engine/place-sums.ts'
import { type RegionVersion, regionsOf } from '../domain/engine/region-tree.ts'
import { type NationalPart, nationalParts } from '../domain/kernels/national.ts'
import { usualSettings } from '../domain/kernels/settings.ts'
import { monthAt } from '../domain/period.ts'
import { type Months, type Place, placeIn, sumsIn } from './places-in-sum.ts'

/** A part of the country, with the region that it is of; without one where the register knows none by that name. */
type Part = NationalPart & { regionId: string | undefined }

/** What courts, probation and the country itself say, over some months; with `known`, what had come by that moment. */
export async function listNationalParts(tx: Tx, { range }: Months, known?: Date): Promise<Part[]> {
  // A window before the months reads what a formula over a year looks back on.
  const parts = nationalParts(
    await loadNational(tx, known),
    { first: range.first - 12, last: range.last },
    usualSettings,
  )
  if (parts.length === 0) return []
  const regions = await regionsByName(tx)
  return parts.map((part) => ({ ...part, regionId: part.region && regions.get(part.region.toLowerCase()) }))
}

/**
 * Adds what no facility has to the sums of the country and of the region that it is of, and of those above it: sums before
 * ratios, over the parts whose counts are all there, as facilities are added up.
 */
export function addNational(
  places: Map<string, Place>,
  { window }: Months,
  parts: readonly Part[],
  tree: readonly RegionVersion[],
  wanted?: ReadonlySet<Formula>,
): void {
  for (const { regionId, measures } of parts) {
    const own = regionId ? [{ regionId, from: '0001-01-01', until: null }] : []
    const fed = formulasFedBy(measures.keys()).filter((formula) => !wanted || wanted.has(formula))
    for (let month = window.first; month <= window.last; month++) {
      const held = [countryId, ...regionsOf(own, tree, monthAt(month))].map((id) => placeIn(places, id, window))
      for (const formula of fed) {
        const share = shareOf(formula, measures, month, true)
        for (const place of held) addShare(sumsIn(place, formula, window), month, share, false)
      }
    }
  }
}
