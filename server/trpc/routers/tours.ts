import { isTourEnded } from '../../../db/queries/tours.ts'
import { endTour } from '../../services/tours.ts'
import { permitted, router } from '../init.ts'
import { occasionOf } from '../occasion.ts'

/** The tour of the role that the asker acts in. */
export const tours = router({
  isEnded: permitted('account.keep').query(({ ctx }) => isTourEnded(ctx.tx, ctx.actor.userId, ctx.actor.role)),

  end: permitted('account.keep').mutation(({ ctx }) => endTour(ctx.tx, occasionOf(ctx))),
})
