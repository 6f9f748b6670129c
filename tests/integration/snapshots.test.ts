import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listDeclared } from '../../db/queries/coverage.ts'
import { listCoverage } from '../../db/queries/derived.ts'
import { printReport } from '../../server/cli/import-report.ts'
import { DomainError } from '../../server/domain/errors.ts'
import type { FaultId } from '../../server/domain/imports/faults.en.ts'
import type { Mapping } from '../../server/domain/imports/mapping.ts'
import { readMapping } from '../../server/domain/imports/mapping-check.ts'
import { codeLists } from '../../server/domain/records/codes.ts'
import { withdrawCoverage } from '../../server/services/coverage.ts'
import { reasonText } from '../../server/services/import-words.ts'
import { type ImportReport, importFile } from '../../server/services/imports.ts'
import { analyst, callAs } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'daylight-snapshots-'))
afterAll(() => rmSync(folder, { recursive: true }))
const now = new Date('2024-06-15T12:00:00Z')

const daily = (source: string) => ({
  version: 1,
  kind: 'records',
  source,
  facility: { source: 'register', key: 'Prison' },
  times: { zone: 'America/New_York' },
  snapshot: { fileName: 'daily-(\\d+)', format: 'YYYYMMDD' },
  records: [
    {
      record: 'stay',
      fields: {
        stay_key: { hash: ['Number', 'Admitted'] },
        custody_key: { hash: ['Number', 'Admitted'] },
        person_key: { hash: ['Number'] },
        admitted_at: 'Admitted',
        admission_kind: { constant: 'new_from_liberty' },
      },
      lacks: ['commitment_order_seen'],
    },
    {
      record: 'legal_status_spell',
      fields: {
        stay_key: { hash: ['Number', 'Admitted'] },
        status: { column: 'Status', codes: { D: 'pretrial', S: 'sentenced_final' } },
      },
    },
  ],
})

beforeAll(async () => {
  await db.asSystem((tx) =>
    tx.execute(
      sql`insert into installation (id, kind, country_name, created_at) values (1, 'real', 'Test', ${now.toISOString()})`,
    ),
  )
  const register = {
    version: 1,
    kind: 'facility-register',
    source: 'register',
    key: 'Code',
    fields: { name: 'Code', validFrom: 'From' },
  }
  await take(register, 'register.csv', ['Code,From', 'A,2010-01-01', 'B,2010-01-01'])
})

function mappingOf(source: string): Mapping {
  const read = readMapping(JSON.stringify(daily(source)))
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return read.mapping
}

async function take(given: object, name: string, lines: string[]): Promise<ImportReport> {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  const read = readMapping(JSON.stringify(given))
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return importFile(db, {
    path,
    mapping: read.mapping,
    by: 'tests',
    now,
    recordKey: 'a secret',
    withoutRecompute: true,
  })
}

/** One day's file: `A 7 2024-01-03T09:00 D` is person 7 at prison A, admitted then, untried. */
const day = (source: string, date: string, ...held: string[]) =>
  take(daily(source), `daily-${date}.csv`, [
    'Prison,Number,Admitted,Status',
    ...held.map((one) => one.split(' ').join(',')),
  ])

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.catch((reason: unknown) => reason)
  if (!(error instanceof DomainError)) throw new Error(`not refused: ${String(error)}`)
  return `${error.messageId}: ${reasonText({ id: error.messageId as FaultId, values: error.values })}`
}

/** Current stays of a source by admission, with their ends, in the time of the files. */
async function stays(source: string): Promise<string[]> {
  const rows = await db.asSystem((tx) =>
    tx.execute<{ one: string }>(sql`
      select to_char(c.admitted_at at time zone 'America/New_York', 'MM-DD HH24:MI') || ' to ' ||
        coalesce(to_char(c.released_at at time zone 'America/New_York', 'MM-DD HH24:MI'), 'now') as one
      from stay_records c join imports i on i.id = c.import_id
      where i.source = ${source} and c.superseded_at is null order by c.admitted_at, c.released_at`),
  )
  return rows.map((row) => row.one)
}

async function spells(source: string): Promise<string[]> {
  const rows = await db.asSystem((tx) =>
    tx.execute<{ status: number; days: string }>(sql`
      select c.status::int as status, to_char(c.start_on, 'MM-DD') || ' to ' || coalesce(to_char(c.end_on, 'MM-DD'), 'now') as days
      from legal_status_spell_records c join imports i on i.id = c.import_id
      where i.source = ${source} and c.superseded_at is null order by c.start_on, c.end_on, c.status`),
  )
  return rows.map((row) => `${codeLists.legal_status[row.status]} ${row.days}`).sort()
}

const [old, early, late] = ['A 1 2023-12-30T08:00 D', 'A 2 2024-01-01T09:00 D', 'A 3 2024-01-02T23:30 S']

describe('files of one day each', () => {
  test('who is in the next day no more has left; who is new has come; who stays is not written twice', async () => {
    expect((await day('plain', '20240101', old, early)).snapshot).toMatchObject({
      day: '2024-01-01',
      before: undefined,
    })
    const second = await day('plain', '20240102', old, late)
    const nothing = { gapDays: 0, isLate: false, countedBack: 0 }
    expect(second.snapshot).toEqual({ day: '2024-01-02', before: '2024-01-01', left: 1, ...nothing })
    expect(await stays('plain')).toEqual(['12-30 08:00 to now', '01-01 09:00 to 01-02 00:00', '01-02 23:30 to now'])
    const third = await day('plain', '20240103', old, late)
    expect([third.values, third.snapshot?.left]).toEqual([{ added: 0, superseded: 0, unchanged: 2 }, 0])
  })

  test('a status begins with an admission that the files saw, else on the day on which it was first seen', async () => {
    expect(await spells('plain')).toEqual([
      'pretrial 01-01 to 01-02',
      'pretrial 01-01 to now',
      'sentenced_final 01-02 to now',
    ])
    await day('plain', '20240104', old.replace(/D$/, 'S'), late)
    expect(await spells('plain')).toEqual([
      'pretrial 01-01 to 01-02',
      'pretrial 01-01 to 01-04',
      'sentenced_final 01-02 to now',
      'sentenced_final 01-04 to now',
    ])
  })

  test('who came after a day’s file was made is in their status from that evening on', async () => {
    const evening = 'A 4 2024-01-01T22:00 D'
    await day('evening', '20240101', old, early)
    await day('evening', '20240102', old, early, evening)
    expect(await spells('evening')).toEqual(['pretrial 01-01 to now', 'pretrial 01-01 to now', 'pretrial 01-01 to now'])
    // Whoever the first file had is in another status from the day on which a file says so.
    await day('evening', '20240103', old, early.replace(/D$/, 'S'), evening)
    expect(await spells('evening')).toContain('sentenced_final 01-03 to now')
  })

  test('somebody who was left out for a day is back in the same stay', async () => {
    await day('gone', '20240101', old, early)
    await day('gone', '20240102', old)
    const { snapshot } = await day('gone', '20240103', old, early)
    expect(snapshot?.countedBack).toBe(1)
    expect(await stays('gone')).toEqual(['12-30 08:00 to now', '01-01 09:00 to now'])
  })

  test('whoever a file shows as held before a day whose file lacks them counts on that day, and is told', async () => {
    const [evening, morning] = ['A 4 2024-01-02T22:00 D', 'A 5 2024-01-03T07:00 D']
    await day('older', '20240101', old)
    expect((await day('older', '20240102', old, early)).snapshot?.countedBack).toBe(0)
    // Who came after the day's file was made is not what it lacks, nor who came since.
    expect((await day('older', '20240103', old, early, evening, morning)).snapshot?.countedBack).toBe(0)
    const sealed = 'A 6 2023-12-28T10:00 D'
    const elsewhere = 'B 7 2023-12-28T10:00 D'
    const fourth = await day('older', '20240104', old, early, sealed, elsewhere)
    // Of B no file had a row before: none of them lacks anybody there.
    expect(fourth.snapshot).toMatchObject({ left: 2, countedBack: 1 })
    expect(printReport(fourth, mappingOf('older'))).toContain(
      'of 2024-01-04: 2 people of 2024-01-03 are in it no more; 1 person whom the file of 2024-01-03 lacks was held before by this one, and counts from the admission on',
    )
    expect(await stays('older')).toContain('12-28 10:00 to now')
    // The same in a file that comes late: the one before it lacks them.
    const brief = 'A 8 2023-12-29T10:00 D'
    expect((await day('older', '20240103', old, early, evening, morning, brief)).snapshot).toMatchObject({
      isLate: true,
      countedBack: 1,
    })
  })

  test('days without a file are told, and who left in them is gone from the day after the last file', async () => {
    await day('gap', '20240101', old, early)
    const { snapshot } = await day('gap', '20240105', old)
    expect(snapshot).toMatchObject({ before: '2024-01-01', gapDays: 3, left: 1 })
    expect(await stays('gap')).toEqual(['12-30 08:00 to now', '01-01 09:00 to 01-02 00:00'])
  })

  test('a late file fills in its day and ends nobody else’s stay', async () => {
    await day('late', '20240101', old, early)
    await day('late', '20240103', old)
    const brief = 'A 9 2024-01-02T10:00 D'
    const { snapshot } = await day('late', '20240102', early, brief)
    expect(snapshot).toMatchObject({ isLate: true, left: 0 })
    expect(await stays('late')).toEqual([
      '12-30 08:00 to now',
      '01-01 09:00 to 01-03 00:00',
      '01-02 10:00 to 01-03 00:00',
    ])
    expect(await spells('late')).toEqual([
      'pretrial 01-01 to 01-02',
      'pretrial 01-01 to now',
      'pretrial 01-02 to 01-03',
    ])
  })

  test('a mended file of the same day takes the place of the first', async () => {
    await day('mended', '20240101', old)
    await day('mended', '20240102', old, early, late)
    await day('mended', '20240102', old, late)
    expect(await stays('mended')).toEqual(['12-30 08:00 to now', '01-01 09:00 to 01-02 00:00', '01-02 23:30 to now'])
  })

  test('a facility that is in no row of the file has sent nothing: its people stay', async () => {
    await day('two', '20240101', old, 'B 5 2024-01-01T10:00 D')
    await day('two', '20240102', old)
    expect(await stays('two')).toEqual(['12-30 08:00 to now', '01-01 10:00 to now'])
  })

  test('what is current is what the files show, however the days come and go', async () => {
    const people = Array.from({ length: 60 }, (_, at) => ({
      row: `A ${at} 2024-02-${String(1 + (at % 9)).padStart(2, '0')}T0${at % 10}:15 D`,
      from: 1 + (at % 9),
      to: 1 + (at % 9) + ((at * 7) % 11),
    }))
    for (let date = 1; date <= 20; date++) {
      const held = people.filter(({ from, to }) => from <= date && date <= to).map(({ row }) => row)
      if (held.length > 0) await day('many', `202402${String(date).padStart(2, '0')}`, ...held)
    }
    const expected = people.map(({ row, from, to }) => {
      const at = row.split(' ')[2]!
      // The last day's file is the last that is known: who is in it is still there.
      const last = Math.max(...people.map((one) => one.to))
      const end = to >= Math.min(last, 20) ? 'now' : `02-${String(to + 1).padStart(2, '0')} 00:00`
      return `02-${String(from).padStart(2, '0')} ${at.slice(11)} to ${end}`
    })
    expect((await stays('many')).sort()).toEqual(expected.sort())
  })
})

describe('a file that cannot be a whole day', () => {
  test('with a row that is wrong is not taken at all, and says why; its refused rows are kept', async () => {
    await day('wrong', '20240101', old, early)
    const text = await refusal(day('wrong', '20240102', old, 'A 2 yesterday D'))
    expect(text).toMatch(/^snapshot\.not-whole: 1 row of daily-20240102\.csv cannot be taken in/)
    expect(await stays('wrong')).toEqual(['12-30 08:00 to now', '01-01 09:00 to now'])
    const rejects = readFileSync(text.split(' in ').at(-1)!, 'utf8')
    expect(rejects).toContain('yesterday')
    const only = await refusal(take(daily('wrong'), 'daily-20240102.csv.rejected.csv', rejects.trim().split('\n')))
    expect(only).toMatch(/^snapshot\.part/)
  })

  test('that lacks most of those held the day before is taken for a cut one, unless the mapping says that it may', async () => {
    const held = Array.from({ length: 30 }, (_, at) => `A ${at} 2024-01-01T09:00 D`)
    await day('cut', '20240101', ...held)
    expect(await refusal(day('cut', '20240102', ...held.slice(0, 10)))).toMatch(/lacks 20 of the 30 people/)
    expect((await day('cut', '20240102', ...held.slice(0, 15))).snapshot?.left).toBe(15)
    const brave = { ...daily('cut'), snapshot: { ...daily('cut').snapshot, mostLeft: 1 } }
    const lines = ['Prison,Number,Admitted,Status', held[0]!.split(' ').join(',')]
    expect((await take(brave, 'daily-20240103.csv', lines)).snapshot?.left).toBe(14)
  })

  test('of a day to come, or of none, is refused', async () => {
    expect(await refusal(day('none', '20240616', old))).toMatch(/^snapshot\.future/)
    expect(await refusal(take(daily('none'), 'weekly.csv', ['Prison,Number,Admitted,Status']))).toMatch(
      /^file\.name-without-date/,
    )
  })
})

describe('a month is counted when all its days have come', () => {
  const whole = { ...daily('whole'), covers: { from: '2024-02', until: '2024-02', withoutRows: ['person'] } }
  const header = 'Prison,Number,Admitted,Status'
  const date = (at: number) => `202402${String(at).padStart(2, '0')}`
  const bring = (at: number, ...held: string[]) =>
    take(whole, `daily-${date(at)}.csv`, [header, ...held.map((one) => one.split(' ').join(','))])
  const covered = async () => {
    const rows = await db.asSystem(async (tx) => {
      const places = await tx.execute<{ id: string; key: string }>(sql`select id, key from facilities order by key`)
      const known = await listCoverage(
        tx,
        [...places].map(({ id }) => id),
      )
      return [...places].flatMap(({ id, key }) =>
        (known.get(id) ?? []).map((one) => `${key} ${one.recordId} ${one.from}`),
      )
    })
    return rows.filter((row) => row.endsWith(` ${2024 * 12 + 1}`))
  }
  const held = [old, early.replace('01-01', '02-01')] as const

  test('one day covers itself and no month, and the report says which days have not come', async () => {
    expect((await bring(1, ...held)).snapshot?.month).toEqual({
      month: '2024-02',
      missing: Array.from({ length: 28 }, (_, at) => `2024-02-${String(at + 2).padStart(2, '0')}`),
    })
    expect(await covered()).toEqual([])
  })

  test('the last that was missing makes it whole, late or not; a facility without a day of it stays as it was', async () => {
    for (let at = 2; at <= 29; at++)
      if (at !== 12) await bring(at, ...held, ...(at === 20 ? [] : ['B 5 2024-02-01T10:00 D']))
    expect(await covered()).toEqual([])
    const last = await bring(12, ...held, 'B 5 2024-02-01T10:00 D')
    expect(last.snapshot?.month).toEqual({ month: '2024-02', missing: ['2024-02-01', '2024-02-20'] })
    expect(await covered()).toEqual(['a legal_status_spell 24289', 'a person 24289', 'a stay 24289'])
  })

  test('a day that is taken back makes the month uncounted again', async () => {
    const said = await db.asSystem((tx) => listDeclared(tx, undefined))
    const { importId } = said.find(({ fileName }) => fileName === `daily-${date(12)}.csv`)!
    const id = (
      await db.asSystem((tx) => tx.execute<{ id: string }>(sql`select id from facilities where key = 'a'`))
    )[0]!.id
    const which = { facilityId: id, recordId: undefined, importId }
    await db.asSystem((tx) => withdrawCoverage(tx, which, { by: 'N', why: 'cut' }, now))
    expect(await covered()).toEqual([])
    // The figure's page says which day it waits for.
    const question = { indicator: 'women-share', facility: 'a', month: '2024-02' as const }
    const explained = () => callAs(db, analyst, now).indicators.explain(question)
    expect((await explained()).needs.map(({ lacking }) => lacking)).toEqual([['2024-02-12'], ['2024-02-12']])
    // The same day again in another file.
    expect((await bring(12, ...held, 'A 77 2024-02-12T09:00 D')).snapshot?.month?.missing).toEqual([])
    expect(await covered()).toEqual(['a legal_status_spell 24289', 'a person 24289', 'a stay 24289'])
    expect((await explained()).needs.map(({ lacking }) => lacking)).toEqual([[], []])
    // Who runs the place reads which files covered it.
    const director = { userId: 'd', role: 'facility-director', bodyId: null, facilities: [id] } as const
    const { needs } = await callAs(db, director, now).indicators.explain(question)
    expect(needs[0]?.records.map(({ recordId, fileName }) => [recordId, fileName])).toEqual([
      ['stay', expect.stringMatching(/^daily-202402\d\d\.csv$/)],
    ])
  })
})

test('a mapping that gives what a snapshot makes, or has no stay, is refused with the place', () => {
  const { records, ...rest } = daily('x')
  const [stay, spell] = records
  const given = { ...rest, records: [{ ...stay!, fields: { ...stay!.fields, released_at: 'Left' } }, spell!] }
  const faults = (mapping: object) => {
    const read = readMapping(JSON.stringify(mapping))
    return 'faults' in read ? read.faults.map((fault) => `${fault.path} ${fault.reason.id}`) : []
  }
  expect(faults(given)).toEqual(['records[0].fields.released_at mapping.made-by-snapshot'])
  expect(faults({ ...rest, records: [spell!] })).toEqual(['records mapping.snapshot-stay'])
  expect(faults({ ...rest, snapshot: { fileName: 'daily', format: 'YY' }, records })).toEqual([
    'snapshot.fileName mapping.no-group',
    'snapshot.format mapping.bad-date-format',
  ])
})
