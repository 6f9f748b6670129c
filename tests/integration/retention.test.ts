import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SQL, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listDerived } from '../../db/queries/derived.ts'
import { findProposal } from '../../db/queries/retention.ts'
import { storedRecords, tableOfRecord } from '../../db/schema/records.ts'
import { retentionCommand } from '../../server/cli/retention-command.ts'
import { monthsLater } from '../../server/domain/retention/term.ts'
import { readEnv } from '../../server/env.ts'
import { prepareInstallation } from '../../server/services/installation.ts'
import { recomputeAll } from '../../server/services/recompute.ts'
import { carryOutOrders, deletePassed, orderDeletion, proposeDeletion } from '../../server/services/retention.ts'
import { verifySeries } from '../../server/services/verify.ts'
import { freshDatabase } from '../support/database.ts'
import {
  asFile,
  days,
  placementLine,
  placements,
  records,
  register,
  type Step,
  stayFields,
  stayLine,
  stays,
  step,
  takeFile,
} from '../support/life-on-file.ts'

const db = await freshDatabase()
const imported = new Date('2024-01-15T12:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'daylight-retention-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
async function take(mapping: unknown, lines: readonly string[]) {
  files += 1
  // A second apart: of two rows that were superseded, one is always the newer.
  const at = new Date(imported.getTime() + files * 1000)
  const report = await takeFile(db, [mapping, [...lines]], folder, String(files), at)
  expect(report.faults).toEqual([])
  return report
}

const series = ['measure_series', 'derived_series', 'derived_durations', 'indicator_series', 'place_series']

/** Every row of every series, as text. */
async function keptSeries(): Promise<string[]> {
  const rows = await db.asSystem((tx) =>
    Promise.all(
      series.map((table) =>
        tx.execute<{ row: string }>(sql`select t::text as row from ${sql.identifier(table)} t order by 1`),
      ),
    ),
  )
  return rows.flatMap((some, table) => [...some].map(({ row }) => `${series[table]} ${row}`))
}

/** Takes every series away: all of them are made of the truth again. */
async function forgetSeries(): Promise<void> {
  await db.asSystem((tx) => Promise.all(series.map((table) => tx.execute(sql`delete from ${sql.identifier(table)}`))))
}

interface Row {
  table: string
  id: string
  facility_id: string
  import_id: string
  superseded_at: string | null
  person_key?: string | null
  stay_key?: string
  placement_id?: string
  released_at?: string | null
  admitted_at?: string
}

/** Every row of every record type of persons or staff, whatever types there are. */
async function allRows(): Promise<Row[]> {
  const tables = storedRecords.filter(({ level }) => level === 'person' || level === 'staff')
  return db.asSystem(async (tx) => {
    const rows: Row[] = []
    for (const { id } of tables) {
      const found = await tx.execute<{ row: Row }>(
        sql`select to_jsonb(t) as row from ${sql.identifier(tableOfRecord(id))} t order by id`,
      )
      rows.push(...[...found].map(({ row }) => ({ ...row, table: id })))
    }
    return rows
  })
}

/** Which rows have passed the term, told without the product's questions: row by row, as the rule reads. */
function passed(rows: readonly Row[], today: string): Set<string> {
  const stays = rows.filter((row) => row.table === 'stay')
  const newest = (some: readonly Row[]) =>
    some.toSorted((a, b) => (b.superseded_at ?? '9').localeCompare(a.superseded_at ?? '9'))[0]
  const lastDay = (person: string | undefined): string | 'held' | undefined => {
    const own = stays.filter((row) => row.person_key === person)
    const current = own.filter((row) => row.superseded_at === null)
    if (current.some((row) => !row.released_at)) return 'held'
    const days = current.length > 0 ? current.map((row) => row.released_at!) : own.map((row) => row.superseded_at!)
    return days
      .map((day) => new Date(day).toISOString().slice(0, 10))
      .sort()
      .at(-1)
  }
  const personOf = (row: Row): string | undefined => {
    if (row.person_key) return row.person_key
    const placement = row.stay_key
      ? row
      : newest(
          rows.filter(
            (one) =>
              one.table === 'restrictive_placement' &&
              one.placement_id === row.placement_id &&
              one.facility_id === row.facility_id,
          ),
        )
    return (
      newest(stays.filter((one) => one.facility_id === placement?.facility_id && one.stay_key === placement?.stay_key))
        ?.person_key ?? undefined
    )
  }
  const gone = rows.filter((row) => {
    const day = lastDay(personOf(row)) ?? imported.toISOString().slice(0, 10)
    return day !== 'held' && monthsLater(day, 24) < today
  })
  return new Set(gone.map((row) => row.id))
}

/** Every row of every table of the database as text, but those of the tables given. */
async function everyText(): Promise<string> {
  return db.asSystem(async (tx) => {
    const tables = await tx.execute<{ name: string }>(sql`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname = 'public' and has_table_privilege(c.oid, 'select') order by 1`)
    const texts: string[] = []
    for (const { name } of tables) {
      const rows = await tx.execute<{ text: string }>(sql`select t::text as text from ${sql.identifier(name)} t`)
      texts.push(...[...rows].map(({ text }) => text))
    }
    return texts.join('\n')
  })
}

async function takeAll(steps: readonly Step[]): Promise<void> {
  for (const one of steps) await take(...asFile(one))
}

beforeAll(async () => {
  await take(register, ['key,name,region', 'A,Aron,North', 'B,Bele,North', 'C,Cora,South'])
})

describe('a deletion', () => {
  const covers = { from: '2022-06', facilities: 'all' }
  const at = new Date('2025-06-15T08:00:00Z')
  const population = async () =>
    (await db.asSystem((tx) => listDerived(tx, [facilityId]))).get(facilityId)?.get('pop_closing')?.amounts
  let facilityId = ''

  beforeAll(async () => {
    await take(stays(covers), [
      stayLine,
      'A,gone,s1,2022-07-01,2022-11-10,new_from_liberty,end_of_sentence',
      'A,back,s1,2022-07-01,2022-11-10,new_from_liberty,end_of_sentence',
      'A,back,s2,2023-03-01,,new_from_liberty,',
      'A,late,s1,2022-07-01,2023-07-10,new_from_liberty,end_of_sentence',
    ])
    await take(placements(covers), [placementLine, 'A,x1,gone,s1,2022-08-01 10:00,2022-08-05 10:00'])
    await take(days(), ['facility,placement,day,out,contact', 'A,x1,2022-08-02,30,0'])
    // A correction: what the file said before stays as a row that was superseded.
    await take(placements(), [placementLine, 'A,x1,gone,s1,2022-08-01 10:00,2022-08-06 10:00'])
    facilityId = (await allRows())[0]!.facility_id
  })

  test('is proposed with its counts, takes the person with everything that belongs to them, and leaves the rest', async () => {
    const proposal = await proposeDeletion(db, at)
    expect(proposal.going.map(({ recordId, rows }) => [recordId, rows]).toSorted()).toEqual([
      ['placement_day', 1],
      ['restrictive_placement', 2],
      ['stay', 1],
    ])
    expect(proposal).toMatchObject({ persons: 1, termMonths: 24 })
    expect((await proposeDeletion(db, at)).id).toBe(proposal.id)
    const by = { userId: 'x', role: 'administration-administrator', bodyId: null, facilities: 'all' } as const
    const order = (token: string) => db.asActor(by, (tx) => orderDeletion(tx, by, token, { now: at, requestId: null }))
    await expect(order('0'.repeat(64))).rejects.toMatchObject({ messageId: 'retention.changed' })
    expect(await carryOutOrders(db, at)).toBe(0)
    await order(proposal.token)
    expect(await carryOutOrders(db, at)).toBe(1)
    expect(await carryOutOrders(db, at)).toBe(0)
    expect((await allRows()).map(({ table }) => table)).toEqual(['stay', 'stay', 'stay'])
    const [entry] = await db.asSystem((tx) =>
      tx.execute<{ subject: string }>(sql`select subject from audit_entries where action = 'retention.delete'`),
    )
    expect(JSON.parse(entry!.subject)).toMatchObject({
      persons: 1,
      rows: ['placement_day 1', 'restrictive_placement 2', 'stay 1'],
    })
  })

  test('is refused when the facts have changed', async () => {
    const later = new Date('2025-08-01T08:00:00Z')
    const proposal = await proposeDeletion(db, later)
    expect(proposal.persons).toBe(1)
    await take(stays(), [stayLine, 'A,late,s1,2022-07-01,2023-08-10,new_from_liberty,end_of_sentence'])
    await expect(deletePassed(db, proposal, later)).rejects.toMatchObject({ messageId: 'retention.changed' })
    expect(await allRows()).toHaveLength(4)
  })

  test('leaves the months before its horizon as they stood, whatever is sent for them', async () => {
    const before = await population()
    await take(stays({ from: '2022-01', facilities: 'all' }), [
      stayLine,
      'A,new,s1,2022-02-01,2023-02-10,new_from_liberty,end_of_sentence',
    ])
    const after = await population()
    // From June 2022 on; the person who went was released in November, and the month of December counts as after.
    expect(after?.slice(0, 6)).toEqual(before?.slice(0, 6))
    expect(after?.slice(0, 6)).toEqual([0, 3, 3, 3, 3, 1])
    expect([before?.slice(6, 8), after?.slice(6, 8)]).toEqual([
      [1, 1],
      [2, 2],
    ])
  })

  test('is where a comparison stops, and says so', async () => {
    expect((await verifySeries(db)).horizons).toEqual([{ until: '2022-11', places: ['a'] }])
  })

  test('at the terminal of a demonstration is looked for at the moment at which that stands still', async () => {
    const displayedNow = new Date('2025-09-01T08:00:00Z')
    const wanted = { kind: 'demonstration', countryName: 'Test', timezone: 'UTC', displayedNow } as const
    await prepareInstallation(db, wanted, false, displayedNow)
    const env = readEnv({ DATA_DIR: db.dataDir, DATABASE_URL: db.databaseUrl, DATABASE_ADMIN_URL: db.adminUrl })
    const said: string[] = []
    const out = { write: (text: string) => said.push(text) }
    expect(await retentionCommand.run(['--dry-run'], env, { stdout: out, stderr: out })).toBe(0)
    const proposal = await db.asSystem(findProposal)
    expect(proposal?.madeAt).toEqual(displayedNow)
    expect(said.join('')).toContain(proposal!.going.length === 0 ? 'Nothing has passed' : proposal!.token)
  })

  test('is open to its own role alone, and to that at frozen facilities only', async () => {
    const as = (role: string, work: SQL) =>
      db.asSystem(async (tx) => {
        await tx.execute(sql`select set_config('role', ${role}, true)`)
        return [...(await tx.execute<{ id: string }>(work))]
      })
    const elsewhere = await take(stays(), [
      stayLine,
      'B,other,s1,2022-07-01,2022-11-10,new_from_liberty,end_of_sentence',
    ])
    expect(elsewhere.importId).toBeDefined()
    for (const role of ['daylight_system', 'daylight_actor', 'daylight_sign_in', 'daylight_standing'])
      await expect(as(role, sql`delete from stay_records`)).rejects.toThrow()
    for (const table of ['unit_records', 'return_lines', 'frozen_series', 'retention_freezes'])
      await expect(as('daylight_retention', sql`delete from ${sql.identifier(table)}`)).rejects.toThrow()
    expect(await as('daylight_retention', sql`delete from audit_entries returning id`)).toEqual([])
    await expect(as('daylight_retention', sql`update stay_records set line = 1`)).rejects.toThrow()
    await expect(as('daylight_retention', sql`select * from return_lines`)).rejects.toThrow()
    const isB = sql`facility_id in (select id from facilities where key = 'b')`
    const [row] = await db.asSystem((tx) => tx.execute<{ id: string }>(sql`select id from stay_records where ${isB}`))
    expect(
      await as('daylight_retention', sql`delete from stay_records where id = ${row!.id}::uuid returning id`),
    ).toEqual([])
  })
})

describe('imports and deletions in any order', () => {
  const round = fc.record({
    steps: fc.array(step, { minLength: 1, maxLength: 6 }),
    today: fc.constantFrom('2025-03-09', '2025-07-31', '2025-10-01', '2025-12-20', '2026-02-20'),
  })

  /** Takes in the steps, deletes what has passed `today`, and holds what is left against the rule. Gives the rows left. */
  async function goesAsTheRuleReads({ steps, today }: { steps: readonly Step[]; today: string }) {
    await takeAll(steps)
    const [figures, before] = [await keptSeries(), await allRows()]
    const now = new Date(`${today}T08:00:00Z`)
    const due = passed(before, today)
    const proposal = await proposeDeletion(db, now)
    await deletePassed(db, proposal, now)
    const left = await allRows()
    expect(left.map(({ id }) => id)).toEqual(before.map(({ id }) => id).filter((id) => !due.has(id)))
    expect(await keptSeries()).toEqual(figures)
    await forgetSeries()
    await recomputeAll(db, { now: imported })
    expect(await keptSeries()).toEqual(figures)
    const keys = before
      .flatMap((row) => [row.person_key, row.stay_key, row.placement_id])
      .filter((key) => typeof key === 'string')
    const stillNamed = new Set(left.flatMap((row) => [row.person_key, row.stay_key, row.placement_id]))
    const text = await everyText()
    expect([...new Set(keys)].filter((key) => !stillNamed.has(key) && text.includes(key))).toEqual([])
    return left
  }

  test('what leads to nobody goes in one run, over however many rows it leads there', async () => {
    const incident = { incident_id: { hash: ['incident'] }, happened_at: 'from', reported_at: 'from' }
    const kind = { constant: 'assault_prisoner_on_prisoner' }
    await take(records('incident', { ...incident, kind }, []), ['facility,incident,from', 'B,i1,2023-02-01 10:00'])
    const part = { incident_id: { hash: ['incident'] }, stay_key: { hash: ['stay'] }, role: { constant: 'victim' } }
    await take(records('incident_person', part, []), ['facility,incident,stay', 'B,i1,never-sent'])
    const { person_key: _, ...fields } = stayFields
    await take(
      records('stay', fields, ['commitment_order_seen', 'person_key'], { from: '2022-11', facilities: 'in-file' }),
      [stayLine, 'B,unnamed,s1,2023-01-10,2023-03-10,new_from_liberty,end_of_sentence'],
    )
    await take(placements(), [placementLine, 'B,x2,unnamed,s1,2023-02-01 10:00,2023-02-05 10:00'])
    await take(days(), ['facility,placement,day,out,contact', 'B,x2,2023-02-02,30,0'])
    const unnamed = (rows: readonly Row[]) => rows.filter((row) => !row.person_key).map(({ table }) => table)
    const there = ['incident', 'incident_person', 'placement_day', 'restrictive_placement', 'stay']
    expect(unnamed(await allRows()).toSorted()).toEqual(there)
    expect(unnamed(await goesAsTheRuleReads({ steps: [], today: '2026-02-20' }))).toEqual([])
  })

  test('days go with a placement that leads to nobody, and stay with one that was corrected to somebody else', async () => {
    const spell = { from: '2023-01-10', to: '2023-03-10' }
    const one = { where: 'C', stay: 1, moved: false, covers: undefined } as const
    const placement = { ...one, kind: 'placement', placement: 2, spell } as const
    const day = { ...one, kind: 'day', day: '2023-02-01', out: 45 } as const
    const steps: Step[] = [
      { ...one, kind: 'stay', person: 2, spell },
      { ...one, kind: 'stay', person: 3, spell: { ...spell, to: '' } },
      { ...placement, person: 2 },
      { ...placement, person: 3 },
      { ...day, placement: 2 },
      { ...placement, person: 1, placement: 1 },
      { ...day, placement: 1 },
    ]
    const facilityOf = (rows: readonly Row[]) => rows.find((row) => row.placement_id !== undefined)?.facility_id
    const left = await goesAsTheRuleReads({ steps, today: '2026-02-20' })
    const there = left.filter((row) => row.facility_id === facilityOf(left))
    expect(there.map(({ table }) => table).toSorted()).toEqual(['placement_day', 'restrictive_placement', 'stay'])
  })

  test('no figure changes, nobody within the term loses a row, and all that has passed it is gone everywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 2 }), async (rounds) => {
        for (const one of rounds) await goesAsTheRuleReads(one)
      }),
      { numRuns: process.env.DAYLIGHT_TEST_ALL === '1' ? 60 : 2, endOnFailure: true },
    )
  }, 240_000)
})
