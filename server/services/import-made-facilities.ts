import { v7 } from 'uuid'
import type { Tx } from '../../db/client.ts'
import { findInstallation } from '../../db/queries/installation.ts'
import {
  addFacilities,
  addKeys,
  addVersions,
  loadKnownFacilities,
  loadPublicKeys,
  takeRegisterTurn,
} from '../../db/queries/register.ts'
import { facilityLookup, type KnownFacility } from '../domain/imports/facility-lookup.ts'
import { isReason } from '../domain/imports/faults.ts'
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

/** Another import has made a facility that this file was about to make: the file has to be read anew, knowing it. */
export class MadeMeanwhile extends Error {}

/**
 * Keeps others from making facilities until the transaction ends.
 *
 * @throws MadeMeanwhile when one that is wanted is there by now and was not among those `known` to the reader of the file.
 */
export async function claimMaking(
  tx: Tx,
  made: ReadonlyMap<string, MadeFacility>,
  known: readonly KnownFacility[],
): Promise<void> {
  if (made.size === 0) return
  await takeRegisterTurn(tx)
  const ids = new Set(known.map((facility) => facility.id))
  const { byKey } = facilityLookup((await loadKnownFacilities(tx)).filter((facility) => !ids.has(facility.id)))
  for (const { source, key } of made.values()) if (!isReason(byKey(source, key, undefined))) throw new MadeMeanwhile()
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
