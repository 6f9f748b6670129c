import { sql } from 'drizzle-orm'
import { shownCounts } from '../../server/domain/suppression/shown.ts'
import type { Sight } from '../../server/domain/suppression/view.ts'
import type { WithheldMonths } from '../../server/domain/suppression/withheld-months.ts'
import type { Tx } from '../client.ts'
import { cellOf, type KeptMeasure, type MeasureRow, measureColumns, measureRow } from './series.ts'

export { cellOf } from './series.ts'

/** The counts of a facility as they are shown, and the blocks of which some months are withheld. */
export interface FacilityCounts {
  rows: MeasureRow[]
  withheld: ReadonlyMap<string, WithheldMonths>
}

/** All measures of a facility, as `sight` shows them. */
export async function loadCounts(tx: Tx, facilityId: string, sight: Sight): Promise<FacilityCounts> {
  if (sight === 'nothing') return { rows: [], withheld: new Map() }
  const { rows, blocks } = await listBoth(tx, facilityId, sight === 'all')
  const withheld = new Map(blocks.map((row) => [row.block, row]))
  return { rows: rows.map((row) => ({ ...row, series: shownCounts(cellOf(row), row.series, withheld) })), withheld }
}

type Blocks = (WithheldMonths & { block: string })[]

/** The counts, and on their first row what of them is withheld: one statement for both. */
async function listBoth(
  tx: Tx,
  facilityId: string,
  isAllShown: boolean,
): Promise<{ rows: MeasureRow[]; blocks: Blocks }> {
  const blocks = isAllShown
    ? sql`null::json`
    : sql`case when row_number() over () = 1 then (
        select json_agg(json_build_object('block', block, 'startMonth', start_month, 'months', months))
        from withheld_blocks where facility_id = ${facilityId}) end`
  const rows = await tx.execute<KeptMeasure & { blocks: Blocks | null }>(sql`
    select ${measureColumns()}, ${blocks} as blocks from measure_series where facility_id = ${facilityId}`)
  return { rows: rows.map(measureRow), blocks: rows.flatMap((row) => row.blocks ?? []) }
}
