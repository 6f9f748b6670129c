import type { Revision } from '../../server/domain/engine/revisions.ts'
import { stateCode } from '../../server/domain/series.ts'
import type { Figure } from '../../server/domain/value.ts'
import type { Tx } from '../client.ts'
import { seriesRevisions } from '../schema/index.ts'

/** A revision with the series that it belongs to. */
export interface SeriesRevision extends Revision {
  facilityId: string
  indicatorId: string
  breakdown: string
}

/** Adds to the history of what figures once were. */
export async function saveRevisions(
  tx: Tx,
  list: readonly SeriesRevision[],
  importId: string | null,
  at: Date,
): Promise<void> {
  for (let start = 0; start < list.length; start += 500) {
    await tx.insert(seriesRevisions).values(list.slice(start, start + 500).map((one) => revisionRow(one, importId, at)))
  }
}

function revisionRow(revision: SeriesRevision, importId: string | null, at: Date) {
  const [before, after] = [parts(revision.old), parts(revision.new)]
  return {
    facilityId: revision.facilityId,
    indicatorId: revision.indicatorId,
    breakdown: revision.breakdown,
    month: revision.month,
    oldState: before.state,
    oldNumerator: before.numerator,
    oldDenominator: before.denominator,
    newState: after.state,
    newNumerator: after.numerator,
    newDenominator: after.denominator,
    importId,
    at,
  }
}

function parts(figure: Figure) {
  const isCounted = figure.state === 'counted'
  return {
    state: stateCode(figure.state),
    numerator: isCounted ? figure.numerator : null,
    denominator: isCounted ? figure.denominator : null,
  }
}
