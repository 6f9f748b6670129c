import { z } from 'zod'
import { listFigureColumns } from '../../../db/queries/figures.ts'
import { findIndicator } from '../../domain/indicators/index.ts'
import { addMonths, type Month, monthIndex } from '../../domain/period.ts'
import { changeWithParts } from '../../domain/population/parts.ts'
import { daysOfYearTo, readForChange, twelveMonthsOf } from '../../domain/population/years.ts'
import { viewOf } from '../../domain/suppression/view.ts'
import { type Context, permitted, router } from '../init.ts'
import { month, place } from '../inputs.ts'
import { mustFindFacility, mustFindRegion, openFacilitiesIn } from '../places.ts'
import { readColumn } from '../read-column.ts'

/** What makes the population of a place larger or smaller. */
export const population = router({
  /**
   * Why the population changed within a year up to a month: of the country, a region or one facility, and of each of their parts
   * (regions, or facilities of a region). Made of figures of single facilities that this reader is shown, and of no others: whoever
   * may see some of them only is told of those (`isPartial`), never of the country or a region.
   */
  change: permitted('indicator.read')
    .input(z.strictObject({ month, place }))
    .query(async ({ ctx, input }) => {
      const before = addMonths(input.month, -12)
      const asked = input.place
      const region = 'region' in asked ? await mustFindRegion(ctx, asked.region, input.month) : undefined
      const facilities =
        'facility' in asked
          ? [await mustFindFacility(ctx, asked.facility, input.month)]
          : await openFacilitiesIn(ctx, input.month, region?.below)
      const isPartial = ctx.actor.facilities !== 'all' && !('facility' in asked)
      const withTransfers = ctx.actor.facilities !== 'all' || !('country' in asked)
      const [then, now] = await Promise.all([
        yearsTo(ctx, before, withTransfers),
        yearsTo(ctx, input.month, withTransfers),
      ])
      const days = { before: daysOfYearTo(before), after: daysOfYearTo(input.month) }
      const years = facilities.map(({ id, key, name, regionName }) => ({
        ...{ key, name, regionName },
        years: { before: then(id), after: now(id) },
      }))
      const { whole, parts } = changeWithParts(years, region || isPartial ? 'facility' : 'region', days)
      const shown = 'facility' in asked ? [] : parts
      return { before, withTransfers, isPartial, facilities: years.length, whole, parts: shown }
    }),
})

/** The twelve months up to a month of each facility, as its reader is shown them. */
async function yearsTo(ctx: Context, month: Month, withTransfers: boolean) {
  const filter = { indicatorIds: readForChange, month: monthIndex(month) }
  const found = await listFigureColumns(ctx.tx, ctx.actor.facilities, filter, viewOf(ctx.actor).ofFacilities)
  const columns = new Map(readForChange.map((id) => [id, readColumn(findIndicator(id)!, found)]))
  return (facilityId: string) =>
    twelveMonthsOf((id) => columns.get(id)!.readingOf(facilityId).figure, { withTransfers })
}
