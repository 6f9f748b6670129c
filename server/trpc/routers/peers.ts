import { z } from 'zod'
import { permitted, router } from '../init.ts'
import { month } from '../inputs.ts'
import { peersIn } from '../peers.ts'

/** Which facilities may be held against each other. */
export const peers = router({
  /** The open facilities of a month with the peer groups that they are in. */
  list: permitted('indicator.read')
    .input(z.strictObject({ month }))
    .query(({ ctx, input }) => peersIn(ctx, input.month)),
})
