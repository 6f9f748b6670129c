import { listFacilities, listRegions } from '../../db/queries/facilities.ts'
import { countryId } from '../../db/queries/figures.ts'
import { listOverrides } from '../../db/queries/threshold-overrides.ts'
import { DomainError } from '../domain/errors.ts'
import {
  type OverridePlace,
  overridesAt,
  type ThresholdOverride,
  thresholdChanges,
} from '../domain/indicators/override.ts'
import { firstDay, isPeriod, lastDay, type Month, monthIndex } from '../domain/period.ts'
import type { Context } from './init.ts'
import type { PlaceInput } from './inputs.ts'
import { type FoundPlace, mustFindPlace } from './places.ts'

/**
 * The thresholds that the country has set for itself, for all of it, its regions and the facilities that the asker sees, those
 * that ended or were withdrawn too; each with whether it holds at a place at the end of a month. `changes` are the days that changed
 * what holds there, in the months from `from` to `to`.
 */
export async function ownThresholds(
  ctx: Context,
  indicatorId: string,
  asked: { place: PlaceInput; month: Month; from?: Month | undefined; to?: Month | undefined },
) {
  const day = lastDay(asked.month)
  const { from = asked.month, to = asked.month } = asked
  if (!isPeriod({ first: monthIndex(from), last: monthIndex(to) })) throw new DomainError('INVALID', 'month.range')
  const found = await mustFindPlace(ctx, asked.place, asked.month)
  const all = await listOverrides(ctx.tx, indicatorId)
  if (all.length === 0) return { thresholds: [], changes: [] }
  const regions = await listRegions(ctx.tx, day)
  const isOfFacility = all.some(({ place }) => place.kind === 'facility')
  const facilities = isOfFacility ? await listFacilities(ctx.tx, ctx.actor.facilities, { day }) : []
  const names = new Map([...regions, ...facilities].map(({ id, key, name }) => [id, { key, name }]))
  const around = placesAround(found, regions)
  const window = { from: firstDay(from), to: lastDay(to) }
  const holding = new Set(overridesAt(all, around, day).map(({ id }) => id))
  return {
    thresholds: all.map(({ place, ...one }) => ({
      ...one,
      place: { kind: place.kind, id: place.id, ...names.get(place.id) },
      holds: holding.has(one.id),
    })),
    changes: thresholdChanges(all, around, window).map(({ on, began, ended }) => ({
      on,
      began: began.map(boundsOnly),
      ended: ended.map(boundsOnly),
    })),
  }
}

/** What a chart says of a threshold that came or went: who signed it stands in the table of the page. */
function boundsOnly({ level, above, atLeast, below, atMost, source, cited }: ThresholdOverride) {
  return { level, above, atLeast, below, atMost, source, cited }
}

/** A place and those that hold it, the nearest first. */
function placesAround(found: FoundPlace, regions: readonly { id: string; parentId: string | null }[]): OverridePlace[] {
  const around: OverridePlace[] = found.kind === 'facility' ? [{ kind: 'facility', id: found.id }] : []
  const start = found.kind === 'facility' ? found.facility.regionId : found.kind === 'region' ? found.id : null
  for (let id = start; id !== null && around.every((one) => one.id !== id); ) {
    const held: string = id
    around.push({ kind: 'region', id: held })
    id = regions.find((one) => one.id === held)?.parentId ?? null
  }
  return [...around, { kind: 'country', id: countryId }]
}
