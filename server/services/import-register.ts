import { v7 } from 'uuid'
import type { Database } from '../../db/client.ts'
import { loadKnownFacilities, takeRegisterTurn } from '../../db/queries/register.ts'
import { DomainError } from '../domain/errors.ts'
import { facilityLookup, type KnownFacility } from '../domain/imports/facility-lookup.ts'
import type { Fault } from '../domain/imports/faults.ts'
import type { RegisterMapping } from '../domain/imports/mapping.ts'
import { judgeRegister } from '../domain/imports/register-checks.ts'
import { planRegister, type RegisterPlan } from '../domain/imports/register-plan.ts'
import { movesFigures } from '../domain/imports/register-reach.ts'
import { type RegisterRow, readAdditions, registerReader } from '../domain/imports/register-row.ts'
import { type Day, monthOf } from '../domain/period.ts'
import type { Acceptance, AcceptedImport } from './import-acceptance.ts'
import { dataRows, type Reading, refuseRow } from './import-reading.ts'
import { reasonText } from './import-words.ts'
import { loadTimelines, saveRegister } from './register.ts'

/** Takes in a facility register. Registers are small (a row a facility): its rows are judged together, in memory. */
export async function importRegister(db: Database, reading: Reading, acceptance: Acceptance): Promise<AcceptedImport> {
  const mapping = reading.mapping as RegisterMapping
  const { rows, texts } = await readRows(reading, mapping)
  const judged = judgeRegister(mapping.source, [...addedRows(mapping), ...rows])
  reading.counts.duplicates += judged.duplicates
  return acceptance.inOneTransaction(db, async (tx) => {
    await takeRegisterTurn(tx)
    const facilities = await loadKnownFacilities(tx)
    const known = { facilities, lookup: facilityLookup(facilities), versions: await loadTimelines(tx) }
    const plan = planRegister(mapping.source, judged.rows, known, v7)
    refuseAll(reading, [...judged.faults, ...plan.faults], texts)
    const values = { added: plan.versions.length, superseded: plan.superseded, unchanged: plan.unchanged }
    const changesNothing = plan.versions.length + plan.endings.length + plan.keys.length + plan.events.length === 0
    const importId = await acceptance.saveImport(tx, reading.counts, { ...values, changesNothing })
    if (importId) await saveRegister(tx, plan, { importId, now: acceptance.now })
    const touched = movesFigures(known.versions, plan) ? touchedBy(plan, facilities, acceptance.now) : undefined
    return { importId, values, touched }
  })
}

/** A register moves facilities between regions and opens and closes them: their series and the aggregates follow. */
function touchedBy(plan: RegisterPlan, known: readonly KnownFacility[], now: Date): AcceptedImport['touched'] {
  const starts = plan.versions.map((version) => version.validFrom)
  const from = monthOf([...starts, ...known.map((facility) => facility.from)].sort()[0] as Day)
  const facilityIds = [
    ...new Set([...plan.versions.map((version) => version.facilityId), ...known.map((facility) => facility.id)]),
  ]
  // A facility whose time zone was corrected has other days.
  const derive = [...new Set(plan.versions.map((version) => version.facilityId))].map((id) => [id, 'all'] as const)
  return { facilityIds, from, to: monthOf(now.toISOString().slice(0, 10) as Day), isRegister: true, derive }
}

async function readRows(reading: Reading, mapping: RegisterMapping) {
  const read = registerReader(mapping, reading.table.header)
  const rows: RegisterRow[] = []
  const texts = new Map<number, readonly (string | number)[]>()
  for await (const piece of dataRows(reading)) {
    for (const { line, cells, given } of piece) {
      const row = read(cells, line)
      if (Array.isArray(row)) {
        refuseRow(reading, row, given)
        continue
      }
      rows.push(row)
      texts.set(line, given)
    }
  }
  return { rows, texts }
}

/** The mapping's own additions are part of the mapping: a mistake in them refuses the whole import. */
function addedRows(mapping: RegisterMapping): RegisterRow[] {
  return readAdditions(mapping).map((row, at) => {
    if (!Array.isArray(row)) return row
    const fault = row[0]!
    throw new DomainError('INVALID', 'import.bad-addition', {
      number: at + 1,
      column: fault.column ?? '',
      reason: reasonText(fault.reason),
    })
  })
}

/** Puts each faulty row among the refused once, with all its faults. */
function refuseAll(
  reading: Reading,
  faults: readonly Fault[],
  texts: ReadonlyMap<number, readonly (string | number)[]>,
): void {
  const byLine = new Map<number, Fault[]>()
  for (const fault of faults) byLine.set(fault.line, [...(byLine.get(fault.line) ?? []), fault])
  for (const [line, own] of byLine) refuseRow(reading, own, texts.get(line) ?? [])
}
