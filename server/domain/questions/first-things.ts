import { type ChangesTold, changesTold, comparableWithYearBefore } from '../indicators/changes.ts'
import { hardLimitsIn } from '../indicators/hard-limits.ts'
import type { Reading } from '../indicators/reading.ts'
import type { SourceId } from '../sources/index.ts'
import type { MissingReason } from '../value.ts'

/** One indicator of a facility in thirteen months, the last of them the month that is looked at. */
export interface YearOfIndicator {
  indicatorId: string
  readings: readonly Pick<Reading, 'figure' | 'verdict'>[]
}

/** What a facility's month asks for before everything else; indicators by id. */
export interface FirstThings {
  /** People beyond each hard limit, with whose limit it is. */
  broken: { id: string; people: number; source: SourceId }[]
  /** Hard limits that nobody is beyond, and those of which nothing is known; one that cannot apply is neither. */
  clear: string[]
  unknown: string[]
  /** What moved since the same month a year before by more than chance makes likely; all are tested together. */
  changes: ChangesTold<string>
  /** Figures that are missing from the month although the facility gave them within the year, by the reason. */
  missing: { reason: MissingReason; ids: string[] }[]
}

/** What comes first of a month (`monthIndex`), in the order of the catalogue. */
export function firstThings(month: number, years: readonly YearOfIndicator[]): FirstThings {
  const known = new Map(years.map(({ indicatorId, readings }) => [indicatorId, readings]))
  const limits = hardLimitsIn(month).map(({ id }) => ({ id, reading: known.get(id)?.at(-1) }))
  const standing = (is: ReturnType<typeof standingOf>) =>
    limits.filter(({ reading }) => standingOf(reading) === is).map(({ id }) => id)
  return {
    broken: limits.flatMap(({ id, reading }) =>
      reading?.verdict.verdict === 'breach'
        ? [{ id, people: reading.verdict.people, source: reading.verdict.threshold.source }]
        : [],
    ),
    clear: standing('clear'),
    unknown: standing('unknown'),
    changes: changesTold(
      comparableWithYearBefore(month, 1).flatMap((definition) => {
        const [before, after] = [known.get(definition.id)?.[0], known.get(definition.id)?.at(-1)]
        return before && after ? [{ definition, place: definition.id, before: before.figure, after: after.figure }] : []
      }),
    ),
    missing: missingBy(years),
  }
}

/** How a hard limit stands: a figure that is withheld from the reader is as little known as one that is missing. */
function standingOf(reading: YearOfIndicator['readings'][number] | undefined) {
  const state = reading?.figure.state ?? 'missing'
  if (state === 'missing' || state === 'suppressed') return 'unknown'
  if (state === 'not-applicable') return 'not-applicable'
  return reading?.verdict.verdict === 'breach' ? 'broken' : 'clear'
}

function missingBy(years: readonly YearOfIndicator[]): FirstThings['missing'] {
  const found = new Map<MissingReason, string[]>()
  for (const { indicatorId, readings } of years) {
    const figure = readings.at(-1)?.figure
    if (figure?.state !== 'missing' || readings.every((one) => one.figure.state === 'missing')) continue
    found.set(figure.reason, [...(found.get(figure.reason) ?? []), indicatorId])
  }
  return [...found].map(([reason, ids]) => ({ reason, ids }))
}
