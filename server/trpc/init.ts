import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import type { Tx } from '../../db/client.ts'
import { isStillHeld } from '../../db/queries/people.ts'
import { type Actor, can, type Permission } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import { deedsRecorded, recordAudit } from '../services/audit.ts'

/** What every procedure is given: the transaction that the edge opened, who asks, and what time it is. */
export interface Context {
  tx: Tx
  actor: Actor
  now: () => Date
  /** The id of the request, for the audit; absent where there is none. */
  requestId?: string
  /** Is told which procedure refused: what it did is undone, so the edge writes it down afterwards. */
  onRefusal?: (refusal: { action: string; code: DomainError['code'] }) => void
}

const codes = {
  NOT_FOUND: 'NOT_FOUND',
  NOT_PERMITTED: 'FORBIDDEN',
  NOT_POSSIBLE_NOW: 'CONFLICT',
  INVALID: 'BAD_REQUEST',
} as const

const t = initTRPC
  .context<Context>()
  .meta<{ permission: Permission; audited?: boolean }>()
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
const refusals = t.middleware(async ({ next, ctx, path }) => {
  const result = await next()
  if (!result.ok && result.error.cause instanceof DomainError) {
    const { cause } = result.error
    ctx.onRefusal?.({ action: path, code: cause.code })
    throw new TRPCError({ code: codes[cause.code], message: cause.messageId, cause })
  }
  return result
})

/** A change is undone when its maker's role was ended while it was made: who may was looked up before it began. */
const stillHeld = t.middleware(async ({ next, ctx, type }) => {
  const result = await next()
  const { assignment, userId: personId } = ctx.actor
  if (!result.ok || type !== 'mutation' || !assignment) return result
  if (!(await isStillHeld(ctx.tx, { id: assignment.id, personId }))) {
    throw new DomainError('NOT_PERMITTED', 'error.not-permitted')
  }
  return result
})

/** As much of a question as an entry of the audit keeps. */
const longestFilter = 2000

/** Sees to it that every change left an entry in the audit, and writes down who read what where reading is audited. */
const audit = t.middleware(async ({ next, ctx, path, type, meta, getRawInput }) => {
  const before = deedsRecorded(ctx.tx)
  const result = await next()
  if (!result.ok) return result
  if (type === 'mutation' && deedsRecorded(ctx.tx) === before) throw new Error(`${path} changed something unrecorded`)
  if (type === 'query' && meta?.audited) {
    const filter = JSON.stringify((await getRawInput()) ?? {}).slice(0, longestFilter)
    const { tx, actor, requestId = null } = ctx
    await recordAudit(tx, { by: actor, action: path, subject: { filter }, at: ctx.now(), requestId })
  }
  return result
})

/**
 * The only kind of procedure: what it needs is said first, and who may is looked up in one table. `audited` reads, those
 * of people and of what they did, are written down.
 */
export function permitted(permission: Permission, { audited = false } = {}) {
  return t.procedure
    .meta({ permission, audited })
    .use(refusals)
    .use(({ ctx, next }) => {
      if (!can(ctx.actor, permission)) throw new DomainError('NOT_PERMITTED', 'error.not-permitted')
      return next()
    })
    .use(audit)
    .use(stillHeld)
}
