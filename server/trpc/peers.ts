import { listLastValues } from '../../db/queries/figures.ts'
import { listPeerRegister } from '../../db/queries/peers.ts'
import { findIndicator } from '../domain/indicators/index.ts'
import { kindOf, type PeerFacts, type PeerKind } from '../domain/peers/peer-groups.ts'
import { lastDay, type Month, monthIndex } from '../domain/period.ts'
import { viewOf } from '../domain/suppression/view.ts'
import type { Context } from './init.ts'
import { once } from './once.ts'

/** A facility with its kind, and what it may be held against others by. */
export interface Peer {
  id: string
  kind: PeerKind | undefined
  facts: PeerFacts
}

const unsentenced = findIndicator('unsentenced-share')!
/** A month that was not reported changes no prison's kind: the last of so many months that says it does. */
const monthsBack = 12

/** The facilities of the asker that are open on the month's last day, by what they may be held against. */
export function peersIn(ctx: Context, month: Month): Promise<Peer[]> {
  return once(ctx, ['peers', month], async () => {
    const filter = { indicatorIds: [unsentenced.id], month: monthIndex(month), before: monthsBack }
    const [register, figures] = await Promise.all([
      listPeerRegister(ctx.tx, ctx.actor.facilities, lastDay(month)),
      listLastValues(ctx.tx, ctx.actor.facilities, filter, viewOf(ctx.actor).ofFacilities),
    ])
    const shares = new Map(figures.flatMap(({ facilityIds, values }) => facilityIds.map((id, at) => [id, values[at]])))
    return register.map(({ id, ...row }) => {
      const facts = { ...row, unsentencedShare: shares.get(id) ?? null }
      return { id, kind: kindOf(facts), facts }
    })
  })
}
