import { type FacilityRow, findFacility, listOpenFacilities, listRegions } from '../../db/queries/facilities.ts'
import { countryId } from '../../db/queries/figures.ts'
import { DomainError } from '../domain/errors.ts'
import { lastDay, type Month } from '../domain/period.ts'
import type { Context } from './init.ts'
import type { PlaceInput } from './inputs.ts'
import { once } from './once.ts'

/** A place that was asked for, found. */
export type FoundPlace =
  | { kind: 'facility'; id: string; key: string; name: string; facility: FacilityRow }
  | { kind: 'region'; id: string; key: string; name: string }
  | { kind: 'country'; id: string; key: ''; name: '' }

/** The facility, or a refusal: what one may not see does not exist. */
export async function mustFindFacility(ctx: Context, key: string, month: Month): Promise<FacilityRow> {
  const day = lastDay(month)
  const facility = await once(ctx, ['facility', key, day], () => findFacility(ctx.tx, ctx.actor.facilities, key, day))
  if (!facility) throw new DomainError('NOT_FOUND', 'facility.none')
  return facility
}

/**
 * Regions that lie wholly in the actor's place, as they are named on the month's last day: of any other region its figures
 * would be the figures of somebody else's facilities.
 */
export async function regionsIn(ctx: Context, month: Month) {
  const day = lastDay(month)
  const regions = await once(ctx, ['regions', day], () => listRegions(ctx.tx, day))
  const { facilities, regions: held = [] } = ctx.actor
  return facilities === 'all' ? regions : regions.filter((one) => held.includes(one.id))
}

/** Facilities that are open on the month's last day, of some regions or of all. */
export function openFacilitiesIn(ctx: Context, month: Month, regionIds: readonly string[] | undefined) {
  const day = lastDay(month)
  return once(ctx, ['open facilities', day, regionIds], () =>
    listOpenFacilities(ctx.tx, ctx.actor.facilities, { day, ...(regionIds && { regionIds }) }),
  )
}

/** The region by its key, with all the regions below it. */
export async function mustFindRegion(ctx: Context, key: string, month: Month) {
  const regions = await regionsIn(ctx, month)
  const region = regions.find((one) => one.key === key)
  if (!region) throw new DomainError('NOT_FOUND', 'region.none')
  return { ...region, below: below(regions, region.id) }
}

function below(regions: readonly { id: string; parentId: string | null }[], id: string): string[] {
  const held = [id]
  // Grows while it is walked: children of children follow.
  for (const parent of held) {
    held.push(...regions.filter((one) => one.parentId === parent && !held.includes(one.id)).map((one) => one.id))
  }
  return held
}

export async function mustFindPlace(ctx: Context, input: PlaceInput, month: Month): Promise<FoundPlace> {
  if ('facility' in input) {
    const facility = await mustFindFacility(ctx, input.facility, month)
    return { kind: 'facility', id: facility.id, key: facility.key, name: facility.name, facility }
  }
  if ('region' in input) {
    const { id, key, name } = await mustFindRegion(ctx, input.region, month)
    return { kind: 'region', id, key, name }
  }
  return { kind: 'country', id: countryId, key: '', name: '' }
}
