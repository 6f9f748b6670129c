import { z } from 'zod'
import { listSavedViews } from '../../../db/queries/saved-views.ts'
import { longestViewName, longestViewPath } from '../../domain/saved-views.ts'
import { dropView, keepView, renameView } from '../../services/saved-views.ts'
import { permitted, router } from '../init.ts'
import { line } from '../inputs.ts'
import { occasionOf } from '../occasion.ts'

/** Somewhat more than is kept: the refusal of a longer one says how long it may be. */
const name = line(4 * longestViewName)
const path = line(4 * longestViewPath)

/** Pages with their filters that the asker keeps under names of their own: never those of anybody else. */
export const views = router({
  list: permitted('account.keep').query(({ ctx }) => listSavedViews(ctx.tx, ctx.actor.userId)),

  keep: permitted('account.keep')
    .input(z.strictObject({ name, path, latestMonth: z.boolean() }))
    .mutation(({ ctx, input }) => keepView(ctx.tx, occasionOf(ctx), input)),

  rename: permitted('account.keep')
    .input(z.strictObject({ id: z.uuid(), name }))
    .mutation(({ ctx, input }) => renameView(ctx.tx, occasionOf(ctx), input)),

  drop: permitted('account.keep')
    .input(z.strictObject({ id: z.uuid() }))
    .mutation(({ ctx, input }) => dropView(ctx.tx, occasionOf(ctx), input.id)),
})
