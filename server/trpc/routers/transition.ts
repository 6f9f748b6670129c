import { z } from 'zod'
import { listPlaceFigures } from '../../../db/queries/figures.ts'
import type { Indicator } from '../../domain/indicators/define.ts'
import { findIndicator } from '../../domain/indicators/index.ts'
import { pooled } from '../../domain/indicators/pooled.ts'
import { type Reading, reading } from '../../domain/indicators/reading.ts'
import { addMonths, monthIndex } from '../../domain/period.ts'
import { type FigureSeries, figureAt } from '../../domain/series.ts'
import { viewOf } from '../../domain/suppression/view.ts'
import { readyTogether, transitionSteps } from '../../domain/transition/steps.ts'
import { permitted, router } from '../init.ts'
import { key, month } from '../inputs.ts'
import { mustFindPlace, regionsIn } from '../places.ts'

const indicatorIds = [readyTogether, ...transitionSteps.map((step) => step.indicator)]

/** What people leave prison with. */
export const transition = router({
  /** Shares of twelve months up to a month, step by step: of a place, and of the regions that the reader holds. */
  steps: permitted('indicator.read')
    .input(z.strictObject({ month, region: key.optional() }))
    .query(async ({ ctx, input }) => {
      const place = await mustFindPlace(ctx, input.region ? { region: input.region } : { country: true }, input.month)
      const all = await regionsIn(ctx, input.month)
      const regions = input.region ? all.filter((one) => one.parentId === place.id) : all
      const last = monthIndex(input.month)
      const filter = { indicatorIds, breakdown: '', first: last - 11, last }
      const ids = [place.id, ...regions.map((one) => one.id)]
      const rows = await listPlaceFigures(ctx.tx, ids, filter, viewOf(ctx.actor))
      const readingsOf = (placeId: string) =>
        indicatorIds.map((id) => {
          const row = rows.find((one) => one.placeId === placeId && one.indicatorId === id)
          return { indicator: id, ...yearOf(findIndicator(id)!, row?.series, last) }
        })
      return {
        from: addMonths(input.month, -11),
        whole: readingsOf(place.id),
        regions: regions.map(({ id, key, name }) => ({ key, name, steps: readingsOf(id) })),
      }
    }),
})

/** The reading of twelve months together, and of how many of them it is made. */
function yearOf(
  definition: Indicator,
  series: FigureSeries | undefined,
  last: number,
): { reading: Reading; months: number } {
  const figures = Array.from({ length: 12 }, (_, step) => figureAt(series, last - 11 + step))
  const { figure, months } = pooled(definition, figures)
  return { reading: reading(definition, figure, 'none'), months }
}
