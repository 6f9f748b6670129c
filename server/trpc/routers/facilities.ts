import { z } from 'zod'
import { listFacilities, loadFacilityHistory } from '../../../db/queries/facilities.ts'
import { can } from '../../domain/access.ts'
import { lastDay } from '../../domain/period.ts'
import { shownQuality } from '../../domain/quality/shown-quality.ts'
import { viewOf } from '../../domain/suppression/view.ts'
import { permitted, router } from '../init.ts'
import { key, month } from '../inputs.ts'
import { mustFindFacility, mustFindRegion, regionsIn } from '../places.ts'

/** The register: facilities and regions as they were in a month. */
export const facilities = router({
  /** Facilities in register order; with a region, those in it and below. */
  list: permitted('facility.read')
    .input(z.strictObject({ month, region: key.optional() }))
    .query(async ({ ctx, input }) => {
      const regionIds = input.region ? (await mustFindRegion(ctx, input.region, input.month)).below : undefined
      return listFacilities(ctx.tx, ctx.actor.facilities, { day: lastDay(input.month), regionIds })
    }),

  /** One facility with its versions, keys, events and certificates, and the quality of its month. */
  get: permitted('facility.read')
    .input(z.strictObject({ facility: key, month }))
    .query(async ({ ctx, input }) => {
      const facility = await mustFindFacility(ctx, input.facility, input.month)
      const { quality, ...history } = await loadFacilityHistory(ctx.tx, ctx.actor.facilities, facility.id, input.month)
      const readsInspections = can(ctx.actor, 'record.read-withheld')
      return { facility, history, quality: shownQuality(quality, viewOf(ctx.actor).ofFacilities, { readsInspections }) }
    }),

  regions: permitted('facility.read')
    .input(z.strictObject({ month }))
    .query(({ ctx, input }) => regionsIn(ctx, input.month)),
})
