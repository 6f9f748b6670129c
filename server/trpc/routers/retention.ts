import { z } from 'zod'
import { listBodyPeople } from '../../../db/queries/body-people.ts'
import { findProposal, isOrdered, listFacilityNames, listRunPieces } from '../../../db/queries/retention.ts'
import { recordWords } from '../../domain/records/words.en.ts'
import { shownGoing, shownRuns } from '../../domain/retention/shown.ts'
import { termBounds, usualTerm } from '../../domain/retention/term.ts'
import { decideTerm, orderDeletion, termInForce } from '../../services/retention.ts'
import { permitted, router } from '../init.ts'
import { line } from '../inputs.ts'
import { occasionOf } from '../occasion.ts'
import { ownBodyOf } from '../own-body.ts'

/** Pieces of the last runs that are told. */
const mostPieces = 500

/** How long records of persons are kept, what has passed that term, and what was deleted. */
export const retention = router({
  get: permitted('retention.read', { audited: true }).query(async ({ ctx: { tx, actor } }) => {
    const { decidedBy, ...term } = await termInForce(tx)
    const people = decidedBy === null ? [] : await listBodyPeople(tx, ownBodyOf(actor).id, decidedBy)
    const proposal = await findProposal(tx)
    const names = await listFacilityNames(tx)
    const title = (recordId: keyof typeof recordWords) => recordWords[recordId]?.title ?? recordId
    return {
      term: {
        ...term,
        decidedBy: decidedBy && (people[0]?.name ?? decidedBy),
        isUsual: term.months === usualTerm.months,
      },
      bounds: termBounds,
      proposal: proposal && {
        token: proposal.token,
        madeAt: proposal.madeAt,
        termMonths: proposal.termMonths,
        isOrdered: await isOrdered(tx, proposal.id),
        ...shownGoing(proposal, (id) => names.get(id) ?? id, title),
      },
      runs: shownRuns(await listRunPieces(tx, mostPieces)),
    }
  }),

  /** Decides another term; any but the usual one names the law that says so. */
  decide: permitted('retention.decide')
    .input(z.strictObject({ months: z.number().int(), basis: line(300).default('') }))
    .mutation(({ ctx, input }) => {
      const { actor, ...occasion } = occasionOf(ctx)
      return decideTerm(ctx.tx, actor, input, occasion)
    }),

  /** Orders the deletion of exactly what was proposed under this token. */
  order: permitted('retention.decide')
    .input(z.strictObject({ token: z.string().regex(/^[0-9a-f]{64}$/) }))
    .mutation(({ ctx, input }) => {
      const { actor, ...occasion } = occasionOf(ctx)
      return orderDeletion(ctx.tx, actor, input.token, occasion)
    }),
})
