import type { Api } from '../../server/caller.server.ts'
import { sparkline } from '../../server/domain/charts/sparkline.ts'
import type { Sparkline } from '../../server/domain/charts/spec.ts'
import { changeKind, countsOf } from '../../server/domain/indicators/changes.ts'
import type { Reading } from '../../server/domain/indicators/reading.ts'
import { type ChangeVerdict, judgeChanges } from '../../server/domain/statistics/change.ts'
import type { Figure } from '../../server/domain/value.ts'
import { type Help, helpOn } from '../help/help.server.ts'
import type { Reader } from '../reader.server.ts'

type Facts = Awaited<ReturnType<Api['indicators']['list']>>[number]
type Series = Awaited<ReturnType<Api['indicators']['series']>>['series'][number]

/** One headline of the overview: the figure now, where it comes from, and what may be said of its change in a year. */
export interface Tile {
  id: string
  title: string
  unit: Facts['unit']
  reading: Reading
  reporting: number
  expected: number
  spark: Sparkline
  help: Help
  /** The difference to the same month a year before, in the unit of the figure; null when either is not there. */
  change: { difference: number; verdict: ChangeVerdict | 'untested' } | null
}

/** The tiles of some indicators from thirteen months of their series: the month, and the twelve before it. */
export function tilesOf(series: readonly Series[], facts: readonly Facts[], reader: Reader): Tile[] {
  return series.flatMap((row) => {
    const definition = facts.find((one) => one.id === row.indicatorId)
    const now = row.readings.at(-1)
    if (!definition || !now) return []
    const title = reader.words.indicator(row.indicatorId)?.title ?? row.indicatorId
    return {
      id: row.indicatorId,
      title,
      unit: definition.unit,
      reading: now,
      reporting: row.reporting?.at(-1) ?? 0,
      expected: row.expected?.at(-1) ?? 0,
      spark: sparkline({
        id: row.indicatorId,
        summary: reader.intl.formatMessage({ id: 'overview.spark' }, { title }),
        direction: reader.direction,
        values: row.readings.map(({ figure }) => (figure.state === 'counted' ? figure.value : null)),
      }),
      help: helpOn(definition, reader),
      change: changeOf(definition, row.readings[0]?.figure, now.figure),
    }
  })
}

function changeOf(definition: Facts, before: Figure | undefined, now: Figure): Tile['change'] {
  if (before?.state !== 'counted' || now.state !== 'counted') return null
  const difference = now.value - before.value
  const kind = changeKind(definition)
  // A complete count has no chance in it to be tested against; a difference is shown without a judgement.
  if (!kind) return { difference, verdict: 'untested' }
  const [change] = judgeChanges(kind, definition.better, [{ before: countsOf(before), after: countsOf(now) }])
  return { difference, verdict: change?.verdict ?? 'cannot-tell-no-figure' }
}
