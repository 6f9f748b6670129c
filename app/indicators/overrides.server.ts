import type { Api } from '../../server/caller.server.ts'
import { findIndicator } from '../../server/domain/indicators/index.ts'
import { judgeByOverrides, thresholdOf } from '../../server/domain/indicators/override.ts'
import type { Reading } from '../../server/domain/indicators/reading.ts'
import { definitionIn } from '../../server/domain/indicators/versions.ts'
import { lastDay, type Month, monthIndex } from '../../server/domain/period.ts'
import type { Reader } from '../reader.server.ts'
import { boundsOf } from './definition.server.ts'

type Facts = Awaited<ReturnType<Api['indicators']['get']>>
type Overrides = Awaited<ReturnType<Api['indicators']['thresholds']>>

/** The country's own thresholds in the reader's words, and what the figure of the month means by those in force at its end. */
export function overridesShown(
  facts: Facts,
  overrides: Overrides,
  { reading, month }: { reading: Reading | undefined; month: Month },
  reader: Reader,
) {
  const newest = findIndicator(facts.id)
  const definition = newest && definitionIn(newest, monthIndex(month))
  return {
    rows: overrides.map((one) => ({
      id: one.id,
      level: one.level,
      bounds: boundsOf(thresholdOf(one), facts.unit, reader),
      source: one.source,
      sourceName: reader.words.source(one.source),
      cited: one.cited,
      from: one.from,
      until: one.until,
      signedBy: one.signedBy,
    })),
    verdict: definition && reading && judgeByOverrides(definition, reading.figure, overrides, lastDay(month)),
  }
}
