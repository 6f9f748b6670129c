import type { Tx } from '../../db/client.ts'
import {
  listWithheldBlocks,
  listWithheldFigures,
  saveWithheldBlocks,
  saveWithheldFigures,
  type WithheldBlockRow,
  type WithheldFigureRow,
} from '../../db/queries/withheld.ts'
import { facilityWithheld, figuresWithheld } from '../domain/suppression/facility-withheld.ts'
import { isSameWithheld } from '../domain/suppression/withheld-months.ts'
import type { FacilityChange } from './shift-places.ts'

/**
 * Notes what of some facilities is withheld, in the transaction in which their series change: no reader sees a count
 * before it was judged. Unless all is judged anew (`isWhole`), months are judged in which counts changed.
 */
export async function withholdFacilities(
  tx: Tx,
  facilities: readonly FacilityChange[],
  isWhole: boolean,
): Promise<void> {
  const ids = facilities.map((one) => one.facilityId)
  const [blockRows, figureRows] = await Promise.all([
    listWithheldBlocks(tx, { facilityIds: ids }),
    listWithheldFigures(tx, ids),
  ])
  const oldFigures = new Map(figureRows.map((row) => [figureKey(row), row]))
  const blocks: WithheldBlockRow[] = []
  const figures: WithheldFigureRow[] = []
  for (const facility of facilities) {
    const { facilityId } = facility
    const own = blockRows.filter((row) => row.facilityId === facilityId)
    const old = new Map(own.map((row) => [row.block, row]))
    const withheld = facilityWithheld(facility, old, { isWhole })
    for (const [block, months] of withheld) {
      if (!isSameWithheld(old.get(block), months)) blocks.push({ facilityId, block, ...months })
    }
    for (const figure of figuresWithheld(facility.after, withheld)) {
      const row = { facilityId, ...figure }
      const known = oldFigures.get(figureKey(row))
      oldFigures.delete(figureKey(row))
      if (!isSameWithheld(known, row)) figures.push(row)
    }
  }
  await saveWithheldBlocks(tx, blocks)
  await saveWithheldFigures(tx, figures, [...oldFigures.values()])
}

function figureKey(row: { facilityId: string; indicatorId: string; breakdown: string }): string {
  return `${row.facilityId} ${row.indicatorId}@${row.breakdown}`
}
