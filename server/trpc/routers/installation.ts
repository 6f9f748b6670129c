import { findInstallation, monthsReported } from '../../../db/queries/installation.ts'
import { DomainError } from '../../domain/errors.ts'
import { monthAt } from '../../domain/period.ts'
import { permitted, router } from '../init.ts'

/** What this installation is, which moment it shows, and which months have anything in them. */
export const installation = router({
  get: permitted('facility.read').query(async ({ ctx }) => {
    const row = await findInstallation(ctx.tx)
    if (!row) throw new DomainError('NOT_POSSIBLE_NOW', 'installation.none')
    const months = await monthsReported(ctx.tx)
    return {
      kind: row.kind,
      countryName: row.countryName,
      now: ctx.now(),
      months: months && { first: monthAt(months.first), last: monthAt(months.last) },
    }
  }),
})
