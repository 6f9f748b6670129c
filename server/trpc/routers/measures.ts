import { z } from 'zod'
import { loadCounts } from '../../../db/queries/counts.ts'
import { measures as catalogue } from '../../domain/measures/index.ts'
import { monthIndex } from '../../domain/period.ts'
import { gradeAt, valueAt } from '../../domain/series.ts'
import { viewOf } from '../../domain/suppression/view.ts'
import { permitted, router } from '../init.ts'
import { key, month } from '../inputs.ts'
import { mustFindFacility } from '../places.ts'

/** What is counted, and the counts of one facility in one month. */
export const measures = router({
  list: permitted('measure.read').query(() => catalogue.map((one) => ({ ...one }))),

  ofFacility: permitted('measure.read')
    .input(z.strictObject({ facility: key, month }))
    .query(async ({ ctx, input }) => {
      const facility = await mustFindFacility(ctx, input.facility, input.month)
      const { rows } = await loadCounts(ctx.tx, facility.id, viewOf(ctx.actor).ofFacilities)
      return rows.map(({ measureId, breakdown, series }) => ({
        measureId,
        breakdown,
        value: valueAt(series, monthIndex(input.month)),
        grade: gradeAt(series, input.month),
      }))
    }),
})
