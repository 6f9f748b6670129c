import type { Api } from '../../server/caller.server.ts'
import { changeKind } from '../../server/domain/indicators/changes.ts'
import { headlines } from '../../server/domain/indicators/headlines.ts'
import type { Reader } from '../reader.server.ts'

type Facts = Awaited<ReturnType<Api['indicators']['list']>>[number]
type Changes = Awaited<ReturnType<Api['indicators']['changes']>>

/** Above as many facilities only the headlines are tested: each test of each pair takes its time. */
const mostForAll = 300

/** The indicators whose changes are looked for: those of the core that can be tested, or of the headlines in a large country. */
export function indicatorsLookedAt(facts: readonly Facts[], facilities: number): string[] {
  const isHeadline = (id: string) => headlines.some((one) => one === id)
  return facts
    .filter((one) => changeKind(one) && (facilities > mostForAll ? isHeadline(one.id) : one.tier === 'core'))
    .map((one) => one.id)
}

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
