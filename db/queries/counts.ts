import { shownCounts } from '../../server/domain/suppression/shown.ts'
import type { Sight } from '../../server/domain/suppression/view.ts'
import type { WithheldMonths } from '../../server/domain/suppression/withheld-months.ts'
import type { Tx } from '../client.ts'
import { cellOf, listMeasureSeries, type MeasureRow } from './series.ts'
import { listWithheldBlocks } from './withheld.ts'

export { cellOf } from './series.ts'

/** The counts of a facility as they are shown, and the blocks of which some months are withheld. */
export interface FacilityCounts {
  rows: MeasureRow[]
  withheld: ReadonlyMap<string, WithheldMonths>
}

/** All measures of a facility, as `sight` shows them. */
export async function loadCounts(tx: Tx, facilityId: string, sight: Sight): Promise<FacilityCounts> {
  if (sight === 'nothing') return { rows: [], withheld: new Map() }
  const [rows, blocks] = await Promise.all([
    listMeasureSeries(tx, [facilityId]),
    sight === 'all' ? [] : listWithheldBlocks(tx, { facilityIds: [facilityId] }),
  ])
  const withheld = new Map(blocks.map((row) => [row.block, row]))
  return { rows: rows.map((row) => ({ ...row, series: shownCounts(cellOf(row), row.series, withheld) })), withheld }
}
