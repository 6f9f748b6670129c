import type { Api } from '../../server/caller.server.ts'
import { type Month, monthIndex } from '../../server/domain/period.ts'
import { firstThings } from '../../server/domain/questions/first-things.ts'
import type { SourceId } from '../../server/domain/sources/index.ts'
import type { Figure, MissingReason } from '../../server/domain/value.ts'
import { type Help, helpOn } from '../help/help.server.ts'
import type { Reader } from '../reader.server.ts'
import type { PairRow } from './pairs.server.ts'

type Facts = Awaited<ReturnType<Api['indicators']['list']>>[number]
type Series = Awaited<ReturnType<Api['indicators']['series']>>['series'][number]

interface Titled {
  id: string
  title: string
}

/** What a facility's month asks for before everything else, in the reader's words. */
export interface FirstThingsShown {
  broken: (Titled & { people: number; source: SourceId; help: Help })[]
  clear: Titled[]
  unknown: Titled[]
  moved: (Titled & { unit: Facts['unit']; before: Figure; after: Figure; verdict: 'better' | 'worse' | 'different' })[]
  /** How many figures did not move, and of how many that cannot be told. */
  rest: { same: number; tooFew: number }
  missing: { reason: MissingReason; figures: Titled[] }[]
  /** Pairs of which one figure moved: its neighbour is read with it. */
  pairs: { id: PairRow['id']; first: string; second: string }[]
}

export interface FirstThingsAsked {
  month: Month
  /** The facility's series of thirteen months, the last of them the month. */
  series: readonly Series[]
  facts: readonly Facts[]
  pairs: readonly PairRow[]
}

/** What comes first, of what the page shows anyway. */
export function firstThingsShown({ month, series, facts, pairs }: FirstThingsAsked, reader: Reader): FirstThingsShown {
  const titled = (id: string): Titled => ({ id, title: reader.words.indicator(id)?.title ?? id })
  const factsOf = new Map(facts.map((one) => [one.id, one]))
  const { broken, clear, unknown, changes, missing } = firstThings(monthIndex(month), series)
  const { told, same, tooFew } = changes
  return {
    broken: broken.map((one) => ({ ...one, ...titled(one.id), help: helpOn(factsOf.get(one.id)!, reader) })),
    clear: clear.map(titled),
    unknown: unknown.map(titled),
    moved: told.map(({ place: id, before, after, verdict }) => ({
      ...titled(id),
      ...{ unit: factsOf.get(id)!.unit, before, after, verdict },
    })),
    rest: { same, tooFew },
    missing: missing.map(({ reason, ids }) => ({ reason, figures: ids.map(titled) })),
    pairs: pairs
      .filter(({ first, second }) => told.some(({ place }) => place === first.id || place === second.id))
      .map(({ id, first, second }) => ({ id, first: first.title, second: second.title })),
  }
}
