import { loadCohorts } from '../../../db/queries/national.ts'
import { cohortFamilies } from '../../domain/outcomes/cohorts.ts'
import { permitted, router } from '../init.ts'

/** What became of people after release. */
export const outcomes = router({
  /** The country's cohorts by definition, as the linkage unit counted them; no record of a person is behind them here. */
  cohorts: permitted('measure.read').query(async ({ ctx }) => cohortFamilies(await loadCohorts(ctx.tx))),
})
