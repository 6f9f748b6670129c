import { z } from 'zod'
import { listDatedEvents } from '../../../db/queries/dated-events.ts'
import { countryId } from '../../../db/queries/figures.ts'
import { datedEventKinds, longestCitation, mayRecordAt } from '../../domain/dated-events.ts'
import { firstDay, lastDay, localDay, type Month, monthOf } from '../../domain/period.ts'
import { recordEvent, withdrawEvent } from '../../services/dated-events.ts'
import { type Context, permitted, router } from '../init.ts'
import { day, line, month, type PlaceInput, place } from '../inputs.ts'
import { occasionOf } from '../occasion.ts'
import { mustFindPlace } from '../places.ts'

async function placeOf(ctx: Context, asked: PlaceInput, at: Month) {
  const { kind, id, key, name } = await mustFindPlace(ctx, asked, at)
  return { kind, id, key, name }
}

/** What happened to places, to be seen beside their figures. */
export const events = router({
  /** Events of a place and of the whole country, in some months or all, and whether the asker may write down more of the place. */
  list: permitted('indicator.read')
    .input(z.strictObject({ place, from: month.optional(), to: month.optional() }))
    .query(async ({ ctx, input }) => {
      const found = await placeOf(ctx, input.place, input.to ?? monthOf(localDay(ctx.now(), 'UTC')))
      const days = { from: input.from && firstDay(input.from), to: input.to && lastDay(input.to) }
      const rows = await listDatedEvents(ctx.tx, [...new Set([found.id, countryId])], days)
      const mayRecord = mayRecordAt(ctx.actor, found)
      return {
        place: { kind: found.kind, key: found.key, name: found.name },
        mayRecord,
        events: rows.map(({ placeId, ...event }) => ({ ...event, isOfPlace: placeId === found.id })),
      }
    }),

  /** Writes down what happened: a kind from the list, its day, and the source to look it up in. */
  record: permitted('event.record')
    .input(z.strictObject({ place, kind: z.enum(datedEventKinds), on: day, cited: line(longestCitation) }))
    .mutation(async ({ ctx, input }) => {
      const { kind, id } = await placeOf(ctx, input.place, monthOf(input.on))
      const given = { placeKind: kind, placeId: id, kind: input.kind, on: input.on, cited: input.cited }
      return recordEvent(ctx.tx, given, occasionOf(ctx))
    }),

  /** Takes back what was written down by mistake. */
  withdraw: permitted('event.record')
    .input(z.strictObject({ id: z.uuid() }))
    .mutation(({ ctx, input }) => withdrawEvent(ctx.tx, input.id, occasionOf(ctx))),
})
