import type { Api } from '../../server/caller.server.ts'
import { cellParts } from '../../server/domain/measures/index.ts'
import { valueStates } from '../../server/domain/value.ts'
import type { Reader } from '../reader.server.ts'
import type { NeedRow } from './need-table.tsx'

type Explanation = Awaited<ReturnType<Api['indicators']['explain']>>

/** The counts of an explained figure in the reader's words. */
export function needsOf({ needs, certificate }: Explanation, { words }: Reader): NeedRow[] {
  return needs.map(({ cell, value, grade, lines, sources, records }) => {
    const { measureId, breakdown } = cellParts(cell)
    return {
      cell,
      title: words.measure(measureId)?.title ?? measureId,
      group: breakdown,
      value,
      grade,
      lines: lines.map((line) => ({
        file: line.fileName,
        line: line.line,
        amount: line.amount,
        at: dayOf(line.acceptedAt),
        supersededAt: line.supersededAt && dayOf(line.supersededAt),
      })),
      ...(sources.events !== undefined &&
        sources.returned !== undefined && { both: bothOf(sources.events, sources.returned) }),
      records: records.map(({ recordId, fileName, declaredAt }) => ({
        record: words.record(recordId)?.title ?? recordId,
        file: fileName,
        at: dayOf(new Date(declaredAt)),
      })),
      ...(grade === 'certificate' && certificate && { certificate }),
    }
  })
}

function bothOf(events: number, returned: number) {
  return { events, returned, difference: returned - events }
}

/** The revisions of a figure as texts: what it was, what it became, on which day. */
export function revisionsOf({ revisions }: Explanation, { format }: Reader) {
  return revisions.map((one) => ({
    at: dayOf(new Date(one.at)),
    old: sideOf(one.oldState, one.oldNumerator, one.oldDenominator),
    new: sideOf(one.newState, one.newNumerator, one.newDenominator),
  }))

  function sideOf(state: number, numerator: number | null, denominator: number | null) {
    if (valueStates[state] !== 'counted' || numerator === null) return { state: valueStates[state] ?? 'missing' }
    return {
      numerator: format.number(numerator),
      denominator: denominator === null ? null : format.number(denominator),
    }
  }
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}
