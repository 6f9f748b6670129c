import type { Api } from '../../server/caller.server.ts'
import { stretchesOf } from '../../server/domain/imports/covers.ts'
import { cellParts } from '../../server/domain/measures/index.ts'
import { valueStates } from '../../server/domain/value.ts'
import type { Reader } from '../reader.server.ts'
import type { NeedRow } from './need-table.tsx'

type Explanation = Awaited<ReturnType<Api['indicators']['explain']>>

/** The counts of an explained figure in the reader's words. */
export function needsOf({ needs, certificate }: Explanation, { words }: Reader): NeedRow[] {
  return needs.map(({ cell, value, grade, lines, sources, records, lacking }) => {
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
      lacking: stretchesOf(lacking),
      ...(grade === 'certificate' && certificate && { certificate }),
    }
  })
}

function bothOf(events: number, returned: number) {
  return { events, returned, difference: returned - events }
}

/** The revisions of a figure as texts: what it was, what it became, on which day. */
export function revisionsOf({ revisions }: Explanation, reader: Reader) {
  return revisions.map((one) => ({
    at: dayOf(new Date(one.at)),
    old: sideOf({ state: one.oldState, numerator: one.oldNumerator, denominator: one.oldDenominator }, reader),
    new: sideOf({ state: one.newState, numerator: one.newNumerator, denominator: one.newDenominator }, reader),
  }))
}

/** What a figure was known to be on a day, as text; undefined where no day was asked for. */
export function knownOf({ known }: Explanation, reader: Reader) {
  return known && { on: known.on, side: sideOf(known, reader) }
}

interface Side {
  state: number
  numerator: number | null
  denominator: number | null
}

function sideOf({ state, numerator, denominator }: Side, { format }: Reader) {
  if (valueStates[state] !== 'counted' || numerator === null) return { state: valueStates[state] ?? 'missing' }
  return {
    numerator: format.number(numerator),
    denominator: denominator === null ? null : format.number(denominator),
  }
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}
