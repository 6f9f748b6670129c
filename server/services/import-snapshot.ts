import type { Tx } from '../../db/client.ts'
import type { StagedType } from '../../db/queries/record-staging.ts'
import {
  countAbsent,
  countCountedBack,
  countSpellEnds,
  dropSameStatus,
  listSnapshotFiles,
  stageEnds,
  stageLate,
  stageLateStatus,
  stageSpellEnds,
  stageStatusStarts,
} from '../../db/queries/snapshots.ts'
import { DomainError } from '../domain/errors.ts'
import type { RecordsMapping } from '../domain/imports/mapping.ts'
import { type SnapshotPlan, snapshotDay, snapshotPlan } from '../domain/imports/snapshot.ts'
import { type Day, type Month, nextDay } from '../domain/period.ts'

/** What a snapshot said beside the files before it, and which days its month lacks where the mapping covers it. */
export interface SnapshotReport extends SnapshotEnds {
  month: { month: Month; missing: Day[] } | undefined
}

export interface SnapshotEnds {
  day: Day
  before: Day | undefined
  gapDays: number
  isLate: boolean
  left: number
  /** People whom the file before lacks although they were held by then, as this one says: they count on its day all the same. */
  countedBack: number
}

/** A file whose rows were refused in part: a snapshot is taken whole or not at all. */
export class NotWhole extends Error {
  constructor(readonly count: number) {
    super()
  }
}

/** How many days without a file may lie between two for the share of those who left to say something. */
const comparableGap = 7
/** Fewer people than this may all leave at once. */
const fewHeld = 20

/** @throws DomainError INVALID when the file's name says no day, a day to come, or that it holds refused rows only. */
export async function planSnapshot(
  tx: Tx,
  mapping: RecordsMapping,
  { fileName, zone, today }: { fileName: string; zone: string; today: Day },
): Promise<SnapshotPlan> {
  if (/\.rejected(-\d+)?\.csv$/i.test(fileName)) throw new DomainError('INVALID', 'snapshot.part', { file: fileName })
  const day = snapshotDay(mapping, fileName, today)
  if (typeof day === 'object') throw new DomainError('INVALID', day.id, day.values)
  const known = (await listSnapshotFiles(tx, mapping.source)).map((name) => snapshotDay(mapping, name, today))
  return snapshotPlan(
    day,
    known.filter((one) => typeof one === 'string'),
    zone,
  )
}

/**
 * Turns the staged rows of a day's file into stays and statuses with their beginnings and ends, beside what is known.
 *
 * @throws DomainError INVALID `snapshot.too-few`
 */
export async function applySnapshot(
  tx: Tx,
  types: readonly StagedType[],
  plan: SnapshotPlan,
  about: { mapping: RecordsMapping; fileName: string; zone: string; nextId: () => string },
): Promise<SnapshotEnds> {
  const { day, before, gapDays, isLate } = plan
  const stay = types.find(({ type }) => type.id === 'stay')!
  const spell = types.find(({ type }) => type.id === 'legal_status_spell')
  const { zone, nextId } = about
  const { source } = about.mapping
  const countedBack = await countCountedBack(tx, stay, source, plan)
  const ids = (count: number) => Array.from({ length: count }, nextId)
  if (spell) await stageStatusStarts(tx, { stay, spell }, { day, newSince: plan.newSince ?? null, zone })
  if (isLate) {
    if (spell) await stageLateStatus(tx, spell, nextDay(day))
    await stageLate(tx, stay, plan.seenUntil)
    return { day, before, gapDays, isLate, left: 0, countedBack }
  }
  const { held, absent } = await countAbsent(tx, stay, source)
  requireWholeFile(about, { held, absent, gapDays })
  await stageEnds(tx, stay, source, plan.leftAt ?? null, ids(absent))
  if (spell) {
    await dropSameStatus(tx, spell)
    const ends = await countSpellEnds(tx, stay, spell, day, zone)
    await stageSpellEnds(tx, { stay, spell }, { day, zone }, ids(ends))
  }
  return { day, before, gapDays, isLate, left: absent, countedBack }
}

function requireWholeFile(
  { mapping, fileName }: { mapping: RecordsMapping; fileName: string },
  { held, absent, gapDays }: { held: number; absent: number; gapDays: number },
): void {
  const most = mapping.snapshot!.mostLeft
  if (gapDays >= comparableGap || held < fewHeld || absent <= held * most) return
  throw new DomainError('INVALID', 'snapshot.too-few', { file: fileName, absent, held })
}
