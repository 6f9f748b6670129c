import { firstDay, lastDay, type Month } from '../period.ts'
import { type Reason, reason } from './faults.ts'
import { folded, nearest } from './nearest.ts'

/** A facility as the register knows it: its names for each source, and from when to when it exists. */
export interface KnownFacility {
  id: string
  key: string
  name: string
  /** First day of its first version, and the day on which its last one ends. */
  from: string
  to: string | null
  keys: { source: string; key: string; validFrom: string; validTo: string | null }[]
  /** Names in force at some time. */
  names: { name: string; validFrom: string; validTo: string | null }[]
  /** Names of the facilities that took its place. */
  successors: string[]
}

interface Entry {
  /** As its source writes it. */
  text: string
  facility: KnownFacility
  validFrom: string
  validTo: string | null
}

/** Finds facilities by the key of a source or by name, as they stood in a month. */
export interface FacilityLookup {
  byKey: (source: string, key: string, month: Month | undefined) => KnownFacility | Reason
  byName: (name: string, month: Month | undefined) => KnownFacility | Reason
}

/** Builds the lookup over all facilities. Keys and names are compared without regard to case and spaces. */
export function facilityLookup(facilities: readonly KnownFacility[]): FacilityLookup {
  const keys = new Map<string, Map<string, Entry[]>>()
  const names = new Map<string, Entry[]>()
  for (const facility of facilities) {
    for (const { source, key, validFrom, validTo } of facility.keys) {
      addEntry(mapOf(keys, source), { text: key, facility, validFrom, validTo })
    }
    for (const { name, validFrom, validTo } of facility.names)
      addEntry(names, { text: name, facility, validFrom, validTo })
  }
  return {
    byKey: (source, key, month) => pick(keys.get(source), key, month) ?? unknownKey(source, key, keys.get(source)),
    byName: (name, month) => pick(names, name, month) ?? unknownName(name, names),
  }
}

function mapOf(maps: Map<string, Map<string, Entry[]>>, source: string): Map<string, Entry[]> {
  const found = maps.get(source) ?? new Map<string, Entry[]>()
  maps.set(source, found)
  return found
}

function addEntry(map: Map<string, Entry[]>, entry: Entry): void {
  const entries = map.get(folded(entry.text))
  if (entries) entries.push(entry)
  else map.set(folded(entry.text), [entry])
}

/** The facility so called in the month; when none was then, the one that was so called at another time. */
function pick(
  map: Map<string, Entry[]> | undefined,
  text: string,
  month: Month | undefined,
): KnownFacility | Reason | undefined {
  const entries = map?.get(folded(text))
  if (!entries) return undefined
  const then = month ? entries.filter((entry) => overlaps(entry, month)) : entries
  const found = [...new Set((then.length > 0 ? then : entries).map((entry) => entry.facility))]
  if (found.length === 1) return found[0]!
  return reason('facility.ambiguous', { keys: found.map((facility) => facility.key).join(', ') })
}

function overlaps(entry: { validFrom: string; validTo: string | null }, month: Month): boolean {
  return entry.validFrom <= lastDay(month) && (entry.validTo === null || entry.validTo > firstDay(month))
}

function unknownKey(source: string, key: string, known: Map<string, Entry[]> | undefined): Reason {
  return reason('facility.unknown', { by: 'key', source, nearest: nearestOf(key, known) })
}

function unknownName(name: string, known: Map<string, Entry[]>): Reason {
  return reason('facility.unknown', { by: 'name', source: 'none', nearest: nearestOf(name, known) })
}

/** The nearest known key as its source writes it. */
function nearestOf(text: string, known: Map<string, Entry[]> | undefined): string {
  const near = nearest(text, known?.keys() ?? [])
  return near === undefined ? 'none' : known!.get(near)![0]!.text
}

/** Why the facility cannot have a value in the month: it did not exist yet, or no longer. */
export function existenceFault(facility: KnownFacility, month: Month): Reason | undefined {
  if (facility.from > lastDay(month)) {
    return reason('month.before-opened', { facility: facility.name, from: facility.from })
  }
  if (facility.to !== null && facility.to <= firstDay(month)) {
    const successors = facility.successors.join(', ') || 'none'
    return reason('month.after-ended', { facility: facility.name, to: facility.to, successors })
  }
  return undefined
}
