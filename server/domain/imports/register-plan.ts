import type { FacilityLookup, KnownFacility } from './facility-lookup.ts'
import { type Fault, isReason, type Reason, reason } from './faults.ts'
import { folded } from './nearest.ts'
import { slug } from './public-key.ts'
import type { RegisterFields, RegisterRow } from './register-row.ts'

/** What a version of a facility says, beside its window. */
export type VersionFields = Omit<
  Partial<RegisterFields>,
  'validFrom' | 'validTo' | 'event' | 'related' | 'regionParent'
>

/** A version of a facility; `id` is undefined while it is only planned. `region` of a known one is its region's key. */
export interface PlannedVersion {
  id: string | undefined
  facilityId: string
  fields: VersionFields
  regionParent: string | undefined
  validFrom: string
  validTo: string | null
  line: number
}

/** What a register changes: decided here, written by the service. */
export interface RegisterPlan {
  facilities: { id: string; key: string }[]
  versions: PlannedVersion[]
  /** Known versions that end on another day than before; on their first day when a correction withdraws them. */
  endings: { id: string; on: string }[]
  keys: { facilityId: string; source: string; key: string; validFrom: string; line: number }[]
  events: {
    facilityId: string
    kind: RegisterFields['event']
    relatedFacilityId: string | null
    on: string
    line: number
  }[]
  faults: Fault[]
  unchanged: number
  superseded: number
}

export interface RegisterKnown {
  facilities: readonly KnownFacility[]
  lookup: FacilityLookup
  /** Versions that count, by facility, oldest first. */
  versions: ReadonlyMap<string, PlannedVersion[]>
}

/**
 * Decides what the rows of a register change: which facilities are new, which versions begin, end or are withdrawn.
 * What a register does not speak of stays as it was.
 */
export function planRegister(
  source: string,
  rows: readonly RegisterRow[],
  known: RegisterKnown,
  newId: () => string,
): RegisterPlan {
  const plan: RegisterPlan = {
    facilities: [],
    versions: [],
    endings: [],
    keys: [],
    events: [],
    faults: [],
    unchanged: 0,
    superseded: 0,
  }
  const ids = new Map<string, string>()
  const sorted = [...rows].sort((a, b) => (a.fields.validFrom < b.fields.validFrom ? -1 : 1))
  const accepted: RegisterRow[] = []
  for (const row of sorted) {
    const id = ids.get(folded(row.key)) ?? identify(source, row, known.lookup)
    if (typeof id === 'object') {
      plan.faults.push({ line: row.line, value: row.key, reason: id })
      continue
    }
    ids.set(folded(row.key), id ?? newFacility(plan, row, newId))
    accepted.push(row)
  }
  const timelines = new Map(
    [...known.versions].map(([id, versions]) => [id, versions.map((version) => ({ ...version }))]),
  )
  for (const row of accepted) {
    const facilityId = ids.get(folded(row.key))!
    const related = relatedId(source, row, ids, known.lookup)
    if (typeof related === 'object' && related !== null) {
      plan.faults.push({ line: row.line, column: 'related', value: row.fields.related, reason: related })
      continue
    }
    planVersion(plan, timelines, facilityId, row)
    planKeys(plan, source, facilityId, row, known.facilities)
    if (row.fields.event) planEvent(plan, facilityId, row, row.fields.event, related)
  }
  return withoutFacilitiesOfRefused(plan)
}

/** The facility that a row means: by its own key, else by a key of another source; undefined when it is new. */
function identify(source: string, row: RegisterRow, lookup: FacilityLookup): string | undefined | Reason {
  const own = lookup.byKey(source, row.key, undefined)
  let id = isReason(own) ? undefined : own.id
  for (const other of row.otherKeys) {
    const found = lookup.byKey(other.source, other.key, undefined)
    if (isReason(found)) continue
    if (id !== undefined && found.id !== id) return reason('row.key-taken', { ...other, facility: found.key })
    id = found.id
  }
  return id
}

function newFacility(plan: RegisterPlan, row: RegisterRow, newId: () => string): string {
  const id = newId()
  plan.facilities.push({ id, key: row.key })
  return id
}

/** The other facility of a split or merger: of this file or known before; null when the row names none. */
function relatedId(
  source: string,
  row: RegisterRow,
  ids: ReadonlyMap<string, string>,
  lookup: FacilityLookup,
): string | null | Reason {
  const key = row.fields.related
  if (key === undefined) return null
  const inFile = ids.get(folded(key))
  if (inFile) return inFile
  const found = lookup.byKey(source, key, undefined)
  return isReason(found) ? reason('facility.unknown-related', { key }) : found.id
}

/** A facility whose every row was refused is not made. */
function withoutFacilitiesOfRefused(plan: RegisterPlan): RegisterPlan {
  const used = new Set(plan.versions.map((version) => version.facilityId))
  return { ...plan, facilities: plan.facilities.filter((facility) => used.has(facility.id)) }
}

function planVersion(
  plan: RegisterPlan,
  timelines: Map<string, PlannedVersion[]>,
  facilityId: string,
  row: RegisterRow,
): void {
  const { validFrom, validTo, event, related, regionParent, ...said } = row.fields
  const timeline = timelines.get(facilityId) ?? []
  timelines.set(facilityId, timeline)
  const base = timeline.find((version) => version.validFrom <= validFrom && (version.validTo ?? '9999') > validFrom)
  const fields: VersionFields = { ...base?.fields, ...said }
  if (base && sameFields(base.fields, fields)) {
    if (validTo === undefined || validTo === base.validTo) plan.unchanged++
    else endOn(plan, base, validTo)
    return
  }
  const next = timeline.find((version) => version.validFrom > validFrom)
  const until = validTo ?? base?.validTo ?? (base ? null : (next?.validFrom ?? null))
  if (base) {
    // A row for the same first day corrects the version; one for a later day follows it.
    if (base.validFrom !== validFrom && said.name !== base.fields.name && event !== 'renamed')
      planEvent(plan, facilityId, row, 'renamed', null)
    endOn(plan, base, validFrom)
    if (base.validFrom !== validFrom) plan.superseded--
  }
  const version = { id: undefined, facilityId, fields, regionParent, validFrom, validTo: until, line: row.line }
  plan.versions.push(version)
  timeline.push(version)
  timeline.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
}

function endOn(plan: RegisterPlan, version: PlannedVersion, on: string): void {
  version.validTo = on
  plan.superseded++
  if (version.id !== undefined) plan.endings.push({ id: version.id, on })
}

/** Whether two versions say the same; regions are compared by the key that their name makes. */
function sameFields(a: VersionFields, b: VersionFields): boolean {
  const form = ({ region, ...rest }: VersionFields): Record<string, unknown> => ({
    ...rest,
    region: region && slug(region),
  })
  const [one, other] = [form(a), form(b)]
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return names.every((name) => one[name] === other[name])
}

function planKeys(
  plan: RegisterPlan,
  source: string,
  facilityId: string,
  row: RegisterRow,
  known: readonly KnownFacility[],
): void {
  const had = known.find((facility) => facility.id === facilityId)?.keys ?? []
  for (const key of [{ source, key: row.key }, ...row.otherKeys]) {
    const isSame = (other: { source: string; key: string }) =>
      other.source === key.source && folded(other.key) === folded(key.key)
    if (had.some(isSame) || plan.keys.some((planned) => planned.facilityId === facilityId && isSame(planned))) continue
    plan.keys.push({ facilityId, ...key, validFrom: row.fields.validFrom, line: row.line })
  }
}

function planEvent(
  plan: RegisterPlan,
  facilityId: string,
  row: RegisterRow,
  kind: RegisterFields['event'],
  relatedFacilityId: string | null,
): void {
  const ends = kind === 'closed' || kind === 'merged-into'
  const on = ends ? (row.fields.validTo ?? row.fields.validFrom) : row.fields.validFrom
  plan.events.push({ facilityId, kind, relatedFacilityId, on, line: row.line })
}
