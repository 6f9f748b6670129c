import type { Api } from '../../server/caller.server.ts'
import { findIndicator } from '../../server/domain/indicators/index.ts'
import { judgeByOverrides, thresholdOf } from '../../server/domain/indicators/override.ts'
import type { Reading } from '../../server/domain/indicators/reading.ts'
import { definitionIn } from '../../server/domain/indicators/versions.ts'
import { type Month, monthIndex } from '../../server/domain/period.ts'
import type { Reader } from '../reader.server.ts'
import { boundsOf } from './definition.server.ts'

type Facts = Awaited<ReturnType<Api['indicators']['get']>>
type Overrides = Awaited<ReturnType<Api['indicators']['thresholds']>>['thresholds']

/** The country's own thresholds in the reader's words, and what the figure of the place and month means by those that hold. */
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
      endedBy: one.endedBy,
      signedBy: one.signedBy,
      signedFor: one.signedFor,
      withdrawn: one.withdrawn && { ...one.withdrawn, at: one.withdrawn.at.toISOString().slice(0, 10) },
      place: one.place.kind === 'country' ? undefined : (one.place.name ?? one.place.key),
      holds: one.holds,
    })),
    verdict:
      definition &&
      reading &&
      judgeByOverrides(
        definition,
        reading.figure,
        overrides.filter(({ holds }) => holds),
      ),
  }
}
