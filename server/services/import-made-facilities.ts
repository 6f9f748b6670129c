import { v7 } from 'uuid'
import type { Tx } from '../../db/client.ts'
import { findInstallation } from '../../db/queries/installation.ts'
import { addFacilities, addKeys, addVersions, loadPublicKeys } from '../../db/queries/register.ts'
import { folded } from '../domain/imports/nearest.ts'
import { publicKey } from '../domain/imports/public-key.ts'
import type { NewFacility } from '../domain/imports/row-facility.ts'
import { regionMaker } from './region-maker.ts'

/** A facility that a file of returns names and nobody knew: its id is given when it is first met. */
export interface MadeFacility extends NewFacility {
  id: string
}

/** Remembers the facilities that a file makes, one for each key. */
export function madeFacilities(): { all: Map<string, MadeFacility>; idOf: (made: NewFacility) => string } {
  const all = new Map<string, MadeFacility>()
  const idOf = (made: NewFacility) => {
    const name = `${made.source} ${folded(made.key)}`
    const known = all.get(name) ?? { ...made, id: v7() }
    all.set(name, known)
    return known.id
  }
  return { all, idOf }
}

/** Makes the facilities that have a month to their name; each exists from the first month that the file gives it. */
export async function makeFacilities(
  tx: Tx,
  made: ReadonlyMap<string, MadeFacility>,
  firstMonths: ReadonlyMap<string, string>,
  origin: { importId: string; now: Date },
): Promise<void> {
  const wanted = [...made.values()].filter((facility) => firstMonths.has(facility.id))
  if (wanted.length === 0) return
  const taken = await loadPublicKeys(tx)
  const regionOf = regionMaker(tx, taken.regions, origin.now)
  const timezone = (await findInstallation(tx))?.timezone ?? 'UTC'
  await addFacilities(
    tx,
    wanted.map((facility) => ({
      id: facility.id,
      key: publicKey(facility.key, taken.facilities),
      createdAt: origin.now,
    })),
  )
  for (const facility of wanted) {
    const { id: facilityId, name, source, key } = facility
    const validFrom = firstMonths.get(facilityId)!
    const regionId = facility.region ? await regionOf(facility.region) : null
    const from = { facilityId, validFrom, importId: origin.importId }
    await addVersions(tx, [
      { ...from, name, regionId, timezone: facility.timezone ?? timezone, recordedAt: origin.now },
    ])
    await addKeys(tx, [{ ...from, source, key }])
  }
}
