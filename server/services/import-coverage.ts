import type { Tx } from '../../db/client.ts'
import { listDeclaredDays } from '../../db/queries/coverage.ts'
import { listCoverage } from '../../db/queries/derived.ts'
import { listGoneUntil } from '../../db/queries/frozen.ts'
import { listFacilityIds } from '../../db/queries/places.ts'
import type { Reached } from '../../db/queries/record-touch.ts'
import { type DeclaredDay, declaredBy, declaredByDay, missingDays, notYetCovered } from '../domain/imports/covers.ts'
import type { RecordsMapping } from '../domain/imports/mapping.ts'
import { monthStart } from '../domain/kernels/columns.ts'
import { coverageOf, type Declared } from '../domain/kernels/coverage.ts'
import { type Day, type Month, monthOf } from '../domain/period.ts'
import type { RecordId } from '../domain/records/index.ts'
import { horizonOf } from '../domain/retention/horizon.ts'

/** A file that was read, and what may be declared by it. */
export interface ReadFile {
  mapping: RecordsMapping
  recordIds: readonly RecordId[]
  /** Of a file of one day, that day. */
  day: Day | undefined
  /** Facilities that its rows name, and those among them that it makes. */
  inFile: readonly string[]
  madeIds: readonly string[]
  now: Date
}

/** What a file declares. */
export interface NewlyDeclared {
  all: readonly Declared[]
  /** Facilities for which any of it is new. */
  of: ReadonlyMap<string, readonly Declared[]>
  /** How far that reaches. */
  reached: readonly Reached[]
  /** Of a file of one day: which days its month lacks yet at any facility of the file; undefined where the mapping does not cover it. */
  month: { month: Month; missing: Day[] } | undefined
}

/** What the mapping declares, for which facilities any of it is new, and how far that reaches. */
export async function newlyDeclared(tx: Tx, file: ReadFile): Promise<NewlyDeclared> {
  const { covers } = file.mapping
  const recordIds = [...file.recordIds, ...(covers?.withoutRows ?? [])] as RecordId[]
  if (covers && file.day) return declaredOfDay(tx, file, declaredByDay(covers, recordIds, file.day))
  const all = covers ? declaredBy(covers, recordIds, file.now) : []
  const ids = covers?.facilities === 'all' ? [...(await listFacilityIds(tx)), ...file.madeIds] : file.inFile
  const known = await listCoverage(tx, ids)
  const gone = await listGoneUntil(tx)
  const of = new Map<string, Declared[]>()
  const reached: Reached[] = []
  for (const facilityId of all.length > 0 ? new Set(ids) : []) {
    const possible = notBefore(all, gone.get(facilityId))
    const fresh = notYetCovered(possible, coverageOf(known.get(facilityId) ?? []))
    if (fresh.length > 0) of.set(facilityId, possible)
    for (const one of fresh) reached.push(reachOf(facilityId, one))
  }
  return { all, of, reached, month: undefined }
}

/**
 * The same of a file of one day: it says of the facilities in it that their day is whole, for one without a row has sent
 * nothing. Figures are reached when a month has its last day.
 */
async function declaredOfDay(tx: Tx, file: ReadFile, all: readonly DeclaredDay[]): Promise<NewlyDeclared> {
  const first = all[0]
  if (!first) return { all, of: new Map(), reached: [], month: undefined }
  const { day, from } = first
  const ids = new Set(file.inFile)
  const known = await listDeclaredDays(tx, [...ids], from)
  const gone = await listGoneUntil(tx)
  const of = new Map<string, DeclaredDay[]>()
  const reached: Reached[] = []
  const missing = new Set<Day>()
  for (const facilityId of ids) {
    const possible = notBefore(all, gone.get(facilityId))
    const came = (recordId: RecordId) => known.get(facilityId)?.get(recordId) ?? new Set<Day>()
    const fresh = possible.filter(({ recordId }) => !came(recordId).has(day))
    if (fresh.length > 0) of.set(facilityId, fresh)
    for (const one of possible) {
      const lacks = missingDays(monthOf(day), new Set([...came(one.recordId), day]))
      for (const other of lacks) missing.add(other)
      if (lacks.length === 0 && fresh.includes(one)) reached.push(reachOf(facilityId, one))
    }
  }
  return { all, of, reached, month: { month: monthOf(day), missing: [...missing].sort() } }
}

function reachOf(facilityId: string, { recordId, from, until }: Declared): Reached {
  return { facilityId, recordId, first: monthStart(from), last: monthStart(until + 1) - 1 }
}

/** What is declared, with all the facilities of which the same is: most have the same. */
export function sameDeclared(
  of: ReadonlyMap<string, readonly Declared[]>,
): (readonly [readonly Declared[], string[]])[] {
  const same = new Map<string, readonly [readonly Declared[], string[]]>()
  for (const [facilityId, own] of of) {
    const key = JSON.stringify(own)
    same.set(key, [own, [...(same.get(key)?.[1] ?? []), facilityId]])
  }
  return [...same.values()]
}

/** A file cannot be whole for months of which records are gone. */
function notBefore<One extends Declared>(declared: readonly One[], goneUntil: number | undefined): One[] {
  if (goneUntil === undefined) return [...declared]
  const first = horizonOf(goneUntil, 0) + 1
  return declared.filter(({ until }) => until >= first).map((one) => ({ ...one, from: Math.max(one.from, first) }))
}
