import { type Figure, missing, type Value } from '../value.ts'
import type { Indicator } from './define.ts'

/**
 * The figure of one indicator from the values of its needs, or the reason why there is none.
 * A need that was not reported makes the figure missing and is named; a need confirmed as "nothing to report" counts
 * as nought; a need that does not apply makes the figure not applicable, unless the definition says that it counts as nought.
 */
export function computeIndicator(definition: Indicator, values: Record<string, Value>): Figure {
  const counts: Record<string, number> = {}
  let absent: Figure | undefined
  for (const name of Object.keys(definition.needs)) {
    const read = readNeed(definition, name, values[name])
    if (typeof read === 'number') counts[name] = read
    else if (absent?.state !== 'missing') absent = read
  }
  return absent ?? definition.compute(counts)
}

function readNeed(
  definition: Indicator,
  name: string,
  value: Value | undefined,
): number | Exclude<Value, { state: 'counted' }> {
  switch (value?.state) {
    case undefined:
      return missing('not-reported', definition.needs[name])
    case 'counted':
      return value.value
    case 'nothing-to-report':
      return 0
    case 'not-applicable':
      return definition.noneWhenNotApplicable?.includes(name) ? 0 : value
    case 'missing':
      return missing(value.reason, value.of ?? definition.needs[name])
    case 'suppressed':
      return value
  }
}
