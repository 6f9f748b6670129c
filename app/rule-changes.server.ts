import type { Api } from '../server/caller.server.ts'
import type { DatedEvent } from '../server/domain/charts/spec.ts'
import { thresholdOf } from '../server/domain/indicators/override.ts'
import { type Month, monthOf } from '../server/domain/period.ts'
import { boundsOf } from './indicators/definition.server.ts'
import { levelWords } from './indicators/threshold-level.ts'
import type { Reader } from './reader.server.ts'

type Facts = Pick<Awaited<ReturnType<Api['indicators']['get']>>, 'id' | 'unit' | 'history'>
type Changes = Awaited<ReturnType<Api['indicators']['thresholds']>>['changes']
type Bounds = Changes[number]['began'][number]

/**
 * Marks of a chart over `months` where not the prisons but the rule they are read by became another: a new version of the
 * definition, and a threshold of the country's own that began or ended at the place.
 */
export function ruleChangeMarks(
  facts: Facts,
  changes: Changes,
  months: readonly Month[],
  reader: Reader,
): DatedEvent[] {
  return [...versionMarks(facts, months, reader), ...thresholdMarks(facts, changes, months, reader)]
}

/** The first month of each version after the first, and the month from which on there is none. */
function versionMarks({ id, history }: Facts, months: readonly Month[], { intl, words }: Reader): DatedEvent[] {
  const mark = (month: Month | undefined, name: string): DatedEvent[] => {
    const at = month === undefined ? -1 : months.indexOf(month)
    return at < 0 ? [] : [{ at, name }]
  }
  const begun = history.slice(1).flatMap(({ version, from }) => {
    const changed = words.indicator(id)?.changed?.[version]
    const said = changed ? 'chart.mark.version.changed' : 'chart.mark.version'
    return mark(from, intl.formatMessage({ id: said }, { version, changed }))
  })
  return [...begun, ...mark(history.at(-1)?.until, intl.formatMessage({ id: 'chart.mark.no-version' }))]
}

function thresholdMarks(facts: Facts, changes: Changes, months: readonly Month[], reader: Reader): DatedEvent[] {
  return changes.flatMap(({ on, began, ended }) => {
    const at = months.indexOf(monthOf(on))
    if (at < 0) return []
    const replaced = ended.filter((one) => !began.some(({ level }) => level === one.level))
    return [
      ...began.map((one) => ({ at, name: thresholdWords('began', one, facts, reader) })),
      ...replaced.map((one) => ({ at, name: thresholdWords('ended', one, facts, reader) })),
    ]
  })
}

function thresholdWords(turn: 'began' | 'ended', one: Bounds, { unit }: Facts, reader: Reader): string {
  const level = reader.intl.formatMessage({ id: levelWords[one.level] })
  const values = { level, bounds: boundsOf(thresholdOf(one), unit, reader), cited: one.cited }
  return reader.intl.formatMessage({ id: `chart.mark.threshold.${turn}` }, values)
}
