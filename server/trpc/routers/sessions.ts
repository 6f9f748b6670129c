import { z } from 'zod'
import { listBodySessions } from '../../../db/queries/body-sessions.ts'
import { endSession, endSessions } from '../../services/people.ts'
import { permitted, router } from '../init.ts'
import { occasionOf } from '../occasion.ts'
import { ownBodyOf } from '../own-body.ts'

/** The sessions of the people of the actor's own body. */
export const sessions = router({
  list: permitted('session.read', { audited: true }).query(({ ctx }) =>
    listBodySessions(ctx.tx, ownBodyOf(ctx.actor).id),
  ),

  end: permitted('session.end')
    .input(z.strictObject({ session: z.uuid() }))
    .mutation(({ ctx, input }) => endSession(ctx.tx, occasionOf(ctx), input.session)),

  endAll: permitted('session.end')
    .input(z.strictObject({ person: z.uuid() }))
    .mutation(async ({ ctx, input }) => ({ sessions: await endSessions(ctx.tx, occasionOf(ctx), input.person) })),
})
