import { z } from 'zod'
import { listLastValues } from '../../../db/queries/figures.ts'
import { indicators } from '../../domain/indicators/index.ts'
import { fewestPeers, groupsOf } from '../../domain/peers/peer-groups.ts'
import { hasPeerMedian, peerMedian } from '../../domain/peers/peer-medians.ts'
import { monthIndex } from '../../domain/period.ts'
import { viewOf } from '../../domain/suppression/view.ts'
import { permitted, router } from '../init.ts'
import { key, month } from '../inputs.ts'
import { peersIn } from '../peers.ts'
import { mustFindFacility } from '../places.ts'

const comparable = indicators.filter(hasPeerMedian)

/** Which facilities may be held against each other. */
export const peers = router({
  /** The open facilities of a month with the peer groups that they are in. */
  list: permitted('indicator.read')
    .input(z.strictObject({ month }))
    .query(async ({ ctx, input }) => {
      const all = await peersIn(ctx, input.month)
      return all.map(({ id, kind, facts }) => ({ id, kind, groups: groupsOf(facts, kind) }))
    }),

  /**
   * The middle of a facility's peers beside each of its figures: of the open facilities of its kind that the asker may see,
   * as they are shown to the asker, without the facility itself.
   */
  medians: permitted('indicator.read')
    .input(z.strictObject({ facility: key, month }))
    .query(async ({ ctx, input }) => {
      const { id } = await mustFindFacility(ctx, input.facility, input.month)
      const all = await peersIn(ctx, input.month)
      const kind = all.find((one) => one.id === id)?.kind
      const ids = all.filter((one) => kind && one.kind === kind && one.id !== id).map((one) => one.id)
      if (ids.length < fewestPeers) return { kind, peers: ids.length, medians: [] }
      const filter = { indicatorIds: comparable.map((one) => one.id), month: monthIndex(input.month) }
      const known = await listLastValues(ctx.tx, ids, filter, viewOf(ctx.actor).ofFacilities)
      const medians = known.flatMap(({ indicatorId, values }) => {
        const found = peerMedian(values)
        return found ? [{ indicatorId, ...found }] : []
      })
      return { kind, peers: ids.length, medians }
    }),
})
