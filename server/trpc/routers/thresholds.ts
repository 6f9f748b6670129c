import { z } from 'zod'
import { listFacilities, listRegions } from '../../../db/queries/facilities.ts'
import { countryId } from '../../../db/queries/figures.ts'
import { listOverrides } from '../../../db/queries/threshold-overrides.ts'
import { can } from '../../domain/access.ts'
import type { OverridePlace } from '../../domain/indicators/override.ts'
import { longestSaid, overriddenLevels } from '../../domain/indicators/override-bounds.ts'
import { localDay, monthOf } from '../../domain/period.ts'
import type { SourceId } from '../../domain/sources/index.ts'
import { endThreshold, setThreshold, withdrawThreshold } from '../../services/thresholds.ts'
import { type Context, permitted, router } from '../init.ts'
import { day, line, type PlaceInput, place } from '../inputs.ts'
import { occasionOf } from '../occasion.ts'
import { mustFindPlace } from '../places.ts'

const said = line(longestSaid)
const bound = z.number().nullable()

async function placeOf(ctx: Context, asked: PlaceInput, from: Parameters<typeof monthOf>[0]): Promise<OverridePlace> {
  if ('country' in asked) return { kind: 'country', id: countryId }
  const { kind, id } = await mustFindPlace(ctx, asked, monthOf(from))
  return { kind, id }
}

/** The thresholds that the country sets for itself beside those of the catalogue. */
export const thresholds = router({
  /** All of the places that the asker sees, those that ended or were withdrawn too, the newest first; and whether the asker may set some. */
  list: permitted('indicator.read').query(async ({ ctx }) => {
    const today = localDay(ctx.now(), 'UTC')
    const [all, regions] = await Promise.all([listOverrides(ctx.tx), listRegions(ctx.tx, today)])
    const isOfFacility = all.some(({ place: { kind } }) => kind === 'facility')
    const facilities = isOfFacility ? await listFacilities(ctx.tx, ctx.actor.facilities, { day: today }) : []
    const names = new Map([...regions, ...facilities].map(({ id, key, name }) => [id, { key, name }]))
    return {
      maySet: can(ctx.actor, 'threshold.set'),
      regions: regions.map(({ key, name }) => ({ key, name })),
      thresholds: all
        .map((one) => ({ ...one, place: { ...one.place, ...names.get(one.place.id) } }))
        .toSorted((a, b) => (a.from === b.from ? 0 : a.from < b.from ? 1 : -1)),
    }
  }),

  /** Writes one down; the one of the same place and level that runs ends when it begins. */
  set: permitted('threshold.set')
    .input(
      z.strictObject({
        indicator: line(100),
        place,
        level: z.enum(overriddenLevels),
        above: bound,
        atLeast: bound,
        below: bound,
        atMost: bound,
        source: line(100),
        cited: said,
        reason: said.min(1),
        from: day,
        until: day.nullable(),
        signedBy: said,
        signedFor: said,
      }),
    )
    .mutation(async ({ ctx, input: { indicator, place: asked, source, ...given } }) => {
      const at = await placeOf(ctx, asked, given.from)
      const set = { ...given, indicatorId: indicator, place: at, source: source as SourceId }
      return setThreshold(ctx.tx, set, occasionOf(ctx))
    }),

  /** Ends one on a day. */
  end: permitted('threshold.set')
    .input(z.strictObject({ id: z.uuid(), on: day, signedBy: said }))
    .mutation(({ ctx, input }) => endThreshold(ctx.tx, input, occasionOf(ctx))),

  /** Takes back one that was written down by mistake: it was never in force, and stays to be seen. */
  withdraw: permitted('threshold.set')
    .input(z.strictObject({ id: z.uuid(), signedBy: said, why: said }))
    .mutation(({ ctx, input }) => withdrawThreshold(ctx.tx, input, occasionOf(ctx))),
})
