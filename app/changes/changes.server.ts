import type { Api } from '../../server/caller.server.ts'
import type { Reader } from '../reader.server.ts'

type Facts = Awaited<ReturnType<Api['indicators']['list']>>[number]
type Changes = Awaited<ReturnType<Api['indicators']['changes']>>

/** The changes of one indicator, facility by facility in register order. */
export interface ChangedIndicator {
  id: string
  title: string
  unit: Facts['unit']
  changes: ({ key: string; name: string; region: string | null } & Pick<
    Changes['told'][number],
    'before' | 'after' | 'verdict'
  >)[]
}

/** What changed, by indicator in the order of the catalogue. */
export function byIndicator(told: Changes['told'], facts: readonly Facts[], { words }: Reader): ChangedIndicator[] {
  return facts.flatMap(({ id, unit }) => {
    const changes = told
      .filter((change) => change.indicatorId === id)
      .map(({ place: { key, name, regionName }, before, after, verdict }) => ({
        ...{ key, name, region: regionName },
        ...{ before, after, verdict },
      }))
    return changes.length === 0 ? [] : [{ id, title: words.indicator(id)?.title ?? id, unit, changes }]
  })
}
