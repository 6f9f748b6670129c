import { z } from 'zod'
import { findLastDrop } from '../../../db/queries/audit-drops.ts'
import {
  type AuditFilter,
  findAuditCheck,
  findSignedHead,
  listBodyEntries,
  wantAuditCheck,
} from '../../../db/queries/audit-reading.ts'
import { listBodyPeople } from '../../../db/queries/body-people.ts'
import { outcomes } from '../../domain/audit/entry.ts'
import { DomainError } from '../../domain/errors.ts'
import { recordAudit } from '../../services/audit.ts'
import { permitted, router } from '../init.ts'
import { line } from '../inputs.ts'
import { occasionOf } from '../occasion.ts'
import { ownBodyOf } from '../own-body.ts'

/** The most entries that one answer holds: as many as a file of them may. */
const mostEntries = 20_000

const word = line(200).trim().min(1)
const own = {
  action: word.optional(),
  outcome: z.enum(outcomes).optional(),
  /** Days, both included; UTC. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  object: word.optional(),
  before: z.uuid().optional(),
  limit: z.number().int().min(1).max(mostEntries).default(100),
}
const OwnFilter = z.strictObject(own)
const Filter = z.strictObject({ ...own, person: word.optional() })

/** What was done in the actor's own body, and by whom. */
export const audit = router({
  list: permitted('audit.read', { audited: true })
    .input(Filter)
    .query(({ ctx, input }) =>
      listBodyEntries(ctx.tx, ownBodyOf(ctx.actor).id, { ...filterOf(input), personId: input.person }, input),
    ),

  /** Everybody in the body, for the choice of whose deeds are shown. */
  people: permitted('audit.read').query(async ({ ctx }) => {
    const everybody = await listBodyPeople(ctx.tx, ownBodyOf(ctx.actor).id)
    return everybody.map(({ id, name }) => ({ id, name }))
  }),

  /** What the actor did, in whichever of the own roles. */
  ofOneself: permitted('account.read', { audited: true })
    .input(OwnFilter)
    .query(({ ctx, input }) =>
      listBodyEntries(ctx.tx, ownBodyOf(ctx.actor).id, { ...filterOf(input), personId: ctx.actor.userId }, input),
    ),

  /** The signed head of the body's chain, and what the last reading of the chain found. */
  state: permitted('audit.read').query(async ({ ctx }) => {
    const { id } = ownBodyOf(ctx.actor)
    const [head, check] = [await findSignedHead(ctx.tx, id), await findAuditCheck(ctx.tx, id)]
    return { head, check, dropped: await findLastDrop(ctx.tx, id) }
  }),

  /** The head as a file that can be given to another body, and later held against the chain. */
  head: permitted('audit.read', { audited: true }).query(async ({ ctx }) => {
    const { id, kind } = ownBodyOf(ctx.actor)
    const head = await findSignedHead(ctx.tx, id)
    if (!head) throw new DomainError('NOT_FOUND', 'audit.no-head')
    const { sequence, hash, keyId, signature } = head
    return { body: kind, chainId: id, sequence, hash, keyId, signature }
  }),

  /** Has the whole chain read again. */
  check: permitted('audit.read').mutation(async ({ ctx }) => {
    const { actor, now: at, requestId } = occasionOf(ctx)
    await wantAuditCheck(ctx.tx, at, ownBodyOf(actor).id)
    await recordAudit(ctx.tx, { by: actor, action: 'audit.check', at, requestId })
  }),
})

function filterOf({ action, outcome, from, to, object }: z.output<typeof OwnFilter>): AuditFilter {
  const until = to && new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000)
  return { action, outcome, object, from: from ? new Date(`${from}T00:00:00Z`) : undefined, until: until || undefined }
}
