import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import type { Tx } from '../../db/client.ts'
import { type Actor, can, type Permission } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'

/** What every procedure is given: the transaction that the edge opened, who asks, and what time it is. */
export interface Context {
  tx: Tx
  actor: Actor
  now: () => Date
}

const codes = {
  NOT_FOUND: 'NOT_FOUND',
  NOT_PERMITTED: 'FORBIDDEN',
  NOT_POSSIBLE_NOW: 'CONFLICT',
  INVALID: 'BAD_REQUEST',
} as const

const t = initTRPC
  .context<Context>()
  .meta<{ permission: Permission }>()
  .create({
    transformer: superjson,
    // What is not a refusal is a fault: its message stays in the log.
    errorFormatter: ({ shape, error }) =>
      error.code === 'INTERNAL_SERVER_ERROR'
        ? { ...shape, message: 'error.unexpected', data: { code: shape.data.code, httpStatus: shape.data.httpStatus } }
        : { ...shape, data: { ...shape.data, stack: undefined } },
  })

export const router = t.router
export const createCallerFactory = t.createCallerFactory

/** Refusals of the domain in the words of the transport; the only place that knows both. */
const refusals = t.middleware(async ({ next }) => {
  const result = await next()
  if (!result.ok && result.error.cause instanceof DomainError) {
    const { cause } = result.error
    throw new TRPCError({ code: codes[cause.code], message: cause.messageId, cause })
  }
  return result
})

/** The only kind of procedure: what it needs is said first, and who may is looked up in one table. */
export function permitted(permission: Permission) {
  return t.procedure
    .meta({ permission })
    .use(refusals)
    .use(({ ctx, next }) => {
      if (!can(ctx.actor, permission)) throw new DomainError('NOT_PERMITTED', 'error.not-permitted')
      return next()
    })
}
