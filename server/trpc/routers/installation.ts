import { findInstallationAndMonths } from '../../../db/queries/installation.ts'
import { type BeingMade, monthsBeingMade } from '../../domain/being-made.ts'
import { DomainError } from '../../domain/errors.ts'
import { monthAt } from '../../domain/period.ts'
import { permitted, router } from '../init.ts'

/** What this installation is, which moment it shows, which months have anything in them, and which figures are being made anew. */
export const installation = router({
  get: permitted('rule.read').query(async ({ ctx }) => {
    const row = await findInstallationAndMonths(ctx.tx)
    if (!row) throw new DomainError('NOT_POSSIBLE_NOW', 'installation.none')
    const { kind, countryName, first, last, waiting } = row
    const shown = first === null || last === null ? undefined : { first, last }
    const beingMade: BeingMade | undefined = waiting
      ? {
          facilities: waiting.facilities,
          of: waiting.of,
          keys: waiting.keys,
          since: new Date(waiting.since),
          months: monthsBeingMade(waiting, shown),
        }
      : undefined
    return {
      kind,
      countryName,
      now: ctx.now(),
      months: shown && { first: monthAt(shown.first), last: monthAt(shown.last) },
      beingMade,
    }
  }),
})
