import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import type { Tx } from '../../db/client.ts'
import { listCoverage, listDerived, listTimeZones } from '../../db/queries/derived.ts'
import { listDurations } from '../../db/queries/durations.ts'
import { listGoneUntil, saveFreeze, saveFrozen } from '../../db/queries/frozen.ts'
import { coveredBy } from '../domain/engine/derived-series.ts'
import { dayNumber } from '../domain/kernels/columns.ts'
import { freeze } from '../domain/retention/freeze.ts'
import type { FrozenStretch } from '../domain/retention/frozen.ts'
import type { Going } from '../domain/retention/going.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A hash over a stretch: its cells, its months, its figures. */
export function stretchHash({ lookBackDays, from, until, cells, amounts, reasons, durations }: FrozenStretch): string {
  return sha256(JSON.stringify(['daylight-frozen-1', lookBackDays, from, until, cells, amounts, reasons, durations]))
}

/** A record that goes: until which day its facility is frozen, why, and what goes there. */
export interface Freezing {
  facilityId: string
  goneUntil: string
  runId: string
  going: readonly Going[]
  now: Date
}

/**
 * Freezes a facility before records of it go: keeps the figures of the months in which they had a part, and a hash over the
 * rows. To be called in the transaction in which they are deleted, with the facility locked. Gives the hash over what is
 * frozen now and was not before.
 */
export async function freezeFacility(tx: Tx, { facilityId, goneUntil, runId, going, now }: Freezing): Promise<string> {
  const before = (await listGoneUntil(tx, [facilityId])).get(facilityId)
  const declared = (await listCoverage(tx, [facilityId])).get(facilityId) ?? []
  const covered = coveredBy(declared, (await listTimeZones(tx, [facilityId])).get(facilityId) ?? 'UTC')
  const derived = (await listDerived(tx, [facilityId])).get(facilityId) ?? new Map()
  const durations = (await listDurations(tx, [facilityId])).get(facilityId) ?? new Map()
  const stretches = covered ? freeze(derived, durations, covered, dayNumber(goneUntil), before) : []
  const hashed = stretches.map((one) => ({ ...one, cellsId: sha256(one.cells.join('\n')), sha256: stretchHash(one) }))
  await saveFrozen(tx, facilityId, hashed, now)
  const rows = going.reduce((sum, one) => sum + one.rows, 0)
  const records = sha256(
    going
      .map((one) => `${one.recordId} ${one.rows} ${one.sha256}`)
      .sort()
      .join('\n'),
  )
  const id = v7({ msecs: now.getTime() })
  await saveFreeze(tx, { id, facilityId, goneUntil, frozenAt: now, runId, rows, sha256: records })
  return sha256(hashed.map((one) => one.sha256).join('\n'))
}
