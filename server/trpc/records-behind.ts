import { cellOf, loadCounts } from '../../db/queries/counts.ts'
import { listRecordsBehind } from '../../db/queries/records-behind.ts'
import type { Indicator } from '../domain/indicators/define.ts'
import { derivationOf } from '../domain/kernels/index.ts'
import { type CellId, cellParts, type MeasureId } from '../domain/measures/index.ts'
import { addMonths, type Day, firstDay, lastDay, type Month } from '../domain/period.ts'
import type { RecordId } from '../domain/records/index.ts'
import { gradeAt } from '../domain/series.ts'
import { viewOf } from '../domain/suppression/view.ts'
import type { Context } from './init.ts'
import { mustFindFacility } from './places.ts'

/** Rows on one page. */
export const recordsAPage = 100

/**
 * The rows of records that one figure of a facility was counted from, page by page: those of the types that its counts need,
 * in the days that they look at. None where the counts come from a return or a certificate.
 */
export async function recordsBehind(
  ctx: Context,
  definition: Indicator,
  asked: { facility: string; month: Month; page: number },
) {
  const { tx, actor } = ctx
  const { month, page } = asked
  const facility = await mustFindFacility(ctx, asked.facility, month)
  const counts = await loadCounts(tx, facility.id, viewOf(actor).ofFacilities)
  const series = new Map(counts.rows.map((row) => [cellOf(row), row.series]))
  const counted = Object.values(definition.needs).filter((cell) => gradeAt(series.get(cell), month) === 'events')
  const { recordIds, back } = lookedAt(counted)
  const from = dayBefore(firstDay(addMonths(month, 1 - (definition.months ?? 1))), back)
  const span = { facilityId: facility.id, recordIds, from, to: lastDay(month) }
  const after = (page - 1) * recordsAPage
  const { rows, total } =
    recordIds.length > 0
      ? await listRecordsBehind(tx, actor.facilities, span, { most: recordsAPage, after })
      : { rows: [], total: 0 }
  return { facility, month, from, to: span.to, recordIds, rows, total, page, pages: Math.ceil(total / recordsAPage) }
}

/** The record types that counts are made from, and how many days before the month they look. */
function lookedAt(cells: readonly CellId[]): { recordIds: RecordId[]; back: number } {
  const made = cells.flatMap((cell) => derivationOf(cellParts(cell).measureId as MeasureId) ?? [])
  return {
    recordIds: [...new Set(made.flatMap(({ needs }) => needs))],
    back: Math.max(0, ...made.map(({ lookBackDays }) => lookBackDays)),
  }
}

function dayBefore(day: Day, days: number): Day {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10) as Day
}
