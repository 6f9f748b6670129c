import { v7 } from 'uuid'
import type { Tx } from '../../db/client.ts'
import { findInstallation } from '../../db/queries/installation.ts'
import {
  addEvents,
  addFacilities,
  addKeys,
  addVersions,
  endVersion,
  type FacilityVersionRow,
  loadPublicKeys,
  loadVersions,
  type NewVersion,
} from '../../db/queries/register.ts'
import { publicKey } from '../domain/imports/public-key.ts'
import type { PlannedVersion, RegisterPlan, VersionFields } from '../domain/imports/register-plan.ts'
import { regionMaker } from './region-maker.ts'

/** The versions that count, by facility, as the register's plan compares them. */
export async function loadTimelines(tx: Tx): Promise<Map<string, PlannedVersion[]>> {
  const [rows, { regions }] = await Promise.all([loadVersions(tx), loadPublicKeys(tx)])
  const regionKeys = new Map([...regions].map(([key, id]) => [id, key]))
  const timelines = new Map<string, PlannedVersion[]>()
  for (const row of rows) {
    const versions = timelines.get(row.facilityId) ?? []
    timelines.set(row.facilityId, versions)
    versions.push(plannedFrom(row, regionKeys))
  }
  return timelines
}

function plannedFrom(row: FacilityVersionRow, regionKeys: ReadonlyMap<string, string>): PlannedVersion {
  const { id, facilityId, regionId, validFrom, validTo, importId: _, line, recordedAt: __, ...said } = row
  const known = Object.entries({ ...said, region: regionId ? regionKeys.get(regionId) : null }).filter(
    ([, value]) => value !== null,
  )
  const fields = Object.fromEntries(known) as VersionFields
  return { id, facilityId, fields, regionParent: undefined, validFrom, validTo, line: line ?? 0 }
}

/** Writes what a register's plan decided. */
export async function saveRegister(tx: Tx, plan: RegisterPlan, origin: { importId: string; now: Date }): Promise<void> {
  const { importId, now } = origin
  const taken = await loadPublicKeys(tx)
  await addFacilities(
    tx,
    plan.facilities.map(({ id, key }) => ({ id, key: publicKey(key, taken.facilities), createdAt: now })),
  )
  for (const { id, on } of plan.endings) await endVersion(tx, id, on)
  const regionOf = regionMaker(tx, taken.regions, now)
  const timezone = (await findInstallation(tx))?.timezone ?? 'UTC'
  const versions: NewVersion[] = []
  for (const version of plan.versions) {
    const { region, ...fields } = version.fields
    const regionId = region ? await regionOf(region, version.regionParent) : null
    const { facilityId, validFrom, validTo, line } = version
    versions.push({
      timezone,
      ...(fields as Partial<NewVersion> & { name: string }),
      facilityId,
      regionId,
      validFrom,
      validTo,
      importId,
      line,
      recordedAt: now,
    })
  }
  await addVersions(tx, versions)
  await addKeys(
    tx,
    plan.keys.map((key) => ({ id: v7(), ...key, importId })),
  )
  await addEvents(
    tx,
    plan.events.map((event) => ({ ...event, importId, recordedAt: now })),
  )
}
