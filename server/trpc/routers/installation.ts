import { findInstallationAndMonths } from '../../../db/queries/installation.ts'
import { DomainError } from '../../domain/errors.ts'
import { monthAt } from '../../domain/period.ts'
import { permitted, router } from '../init.ts'

/** What this installation is, which moment it shows, and which months have anything in them. */
export const installation = router({
  get: permitted('rule.read').query(async ({ ctx }) => {
    const row = await findInstallationAndMonths(ctx.tx)
    if (!row) throw new DomainError('NOT_POSSIBLE_NOW', 'installation.none')
    const { kind, countryName, first, last } = row
    return {
      kind,
      countryName,
      now: ctx.now(),
      months: first === null || last === null ? undefined : { first: monthAt(first), last: monthAt(last) },
    }
  }),
})
