import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { v4, v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadFacilityRecords } from '../../db/queries/records.ts'
import { readMapping } from '../../server/domain/imports/mapping-check.ts'
import { reasonText } from '../../server/services/import-words.ts'
import { type ImportReport, importFile } from '../../server/services/imports.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'daylight-records-'))
afterAll(() => rmSync(folder, { recursive: true }))
const now = new Date('2024-06-15T12:00:00Z')
const [person, custody] = [v4(), v4()]

const stays = {
  version: 1,
  kind: 'records',
  source: 'ministry',
  facility: { key: 'Prison' },
  times: { zone: 'Europe/Rome' },
  records: [
    {
      record: 'stay',
      fields: {
        stay_key: { hash: ['Number', 'From'] },
        custody_key: { constant: custody },
        person_key: { constant: person },
        admitted_at: 'From',
        admission_kind: { constant: 'new_from_liberty' },
        released_at: 'To',
        release_kind: { column: 'Why', codes: { Served: 'end_of_sentence' } },
      },
      lacks: ['commitment_order_seen'],
    },
  ],
}
const header = 'Prison,Number,From,To,Why'

beforeAll(async () => {
  await db.asSystem((tx) =>
    tx.execute(
      sql`insert into installation (id, kind, country_name, created_at) values (1, 'real', 'Test', ${now.toISOString()})`,
    ),
  )
  await take(
    {
      version: 1,
      kind: 'facility-register',
      source: 'ministry',
      key: 'Code',
      fields: { name: 'Name', validFrom: 'From' },
    },
    ['Code,Name,From', 'A,Alder,2010-01-01', 'B,Birch,2010-01-01'],
  )
})

let unique = 0
/** A number that no other test uses. */
const number = () => `P-${++unique}`
let files = 0

async function take(given: object, lines: string[], recordKey = 'a secret of this test'): Promise<ImportReport> {
  const path = join(folder, `file-${++files}.csv`)
  writeFileSync(path, `${lines.join('\n')}\n`)
  const read = readMapping(JSON.stringify(given))
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return importFile(db, { path, mapping: read.mapping, by: 'tests', now, recordKey, withoutRecompute: true })
}

const takeStays = (...lines: string[]) => take(stays, [header, ...lines])

type StayRow = { admitted: string; released: string | null; kind: number | null; is_current: boolean; line: number }
async function stayRows(): Promise<StayRow[]> {
  const rows = await db.asSystem((tx) =>
    tx.execute<StayRow>(sql`select to_char(admitted_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as admitted,
      to_char(released_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as released, release_kind::int as kind,
      superseded_at is null as is_current, line from stay_records order by admitted_at, is_current, id`),
  )
  return [...rows]
}

const told = (report: ImportReport) =>
  report.faults.map((fault) => `${fault.line} ${fault.column ?? ''}: ${reasonText(fault.reason)}`)

describe('a file of stays', () => {
  const [first, second] = [number(), number()]
  const lines = [`A,${first},2024-01-10 00:00,,`, `B,${second},2024-01-11 14:30,2024-02-01 09:00,Served`]

  test('goes in, in UTC, with its codes, its file and its line', async () => {
    const report = await takeStays(...lines)
    expect(told(report)).toEqual([])
    expect(report.values).toEqual({ added: 2, superseded: 0, unchanged: 0 })
    expect(await stayRows()).toEqual([
      { admitted: '2024-01-09 23:00', released: null, kind: null, is_current: true, line: 2 },
      { admitted: '2024-01-11 13:30', released: '2024-02-01 08:00', kind: 0, is_current: true, line: 3 },
    ])
  })

  test('a second time changes nothing, under another name of the file too', async () => {
    const report = await takeStays(...lines, '')
    expect(report.changed).toBe(false)
    expect(await stayRows()).toHaveLength(2)
  })

  test('corrected, supersedes the record and keeps what it was', async () => {
    const report = await takeStays(`A,${first},2024-01-10 00:00,2024-03-01 10:00,Served`, lines[1]!)
    expect(report.values).toEqual({ added: 0, superseded: 1, unchanged: 1 })
    const rows = await stayRows()
    expect(rows.map((row) => [row.released, row.is_current])).toEqual([
      [null, false],
      ['2024-03-01 09:00', true],
      ['2024-02-01 08:00', true],
    ])
  })

  test('never holds the numbers of the prison', async () => {
    const [row] = await db.asSystem((tx) =>
      tx.execute<{ all: string }>(sql`select string_agg(s::text, '') as all from stay_records s`),
    )
    expect(row!.all).not.toContain(first)
    const keys = await db.asSystem((tx) =>
      tx.execute<{ n: number }>(sql`select count(distinct stay_key)::int as n from stay_records`),
    )
    expect(keys[0]!.n).toBe(2)
  })
})

describe('rows that are wrong are kept apart, each with its reason', () => {
  const base = (from: string, to = '', why = '', prison = 'A') => `${prison},${number()},${from},${to},${why}`
  test.each([
    [
      'a release before the admission',
      base('2024-01-10 10:00', '2024-01-09 10:00', 'Served'),
      /To: Lies before admitted_at/,
    ],
    ['an unknown code', base('2024-01-10 10:00', '2024-01-19 10:00', 'Gone'), /Why: Unknown code. Allowed: Served/],
    ['an unknown facility', base('2024-01-10 10:00', '', '', 'Z'), /Prison: No facility has this key/],
    ['a day without a time', base('2024-01-10'), /From: A moment needs a time of day/],
    ['a day that is none', base('2024-02-30 10:00'), /From: Not a date/],
    ['an hour that is none', base('2024-01-10 25:00'), /From: Not a time of day/],
    ['an hour that the clock jumped over', base('2024-03-31 02:30'), /From: The clocks of Europe\/Rome jumped over/],
    ['no admission', base(''), /From: Empty/],
  ])('%s', async (_name, line, why) => {
    const good = base('1984-01-10 10:00')
    const report = await takeStays(line, good)
    expect(report.rows).toMatchObject({ read: 2, good: 1, bad: 1 })
    expect(told(report).join()).toMatch(why)
    expect(readFileSync(report.rejects!, 'utf8')).toContain(line.split(',')[1])
  })

  test('an hour that the clock showed twice is the first of the two; 24:00 is the next midnight', async () => {
    const before = await stayRows()
    const report = await takeStays(base('2023-10-29 02:30'), base('2023-10-20 24:00'))
    expect(told(report)).toEqual([])
    const fresh = (await stayRows()).slice(0).filter((row) => !before.some((old) => old.admitted === row.admitted))
    expect(fresh.map((row) => row.admitted)).toEqual(['2023-10-20 22:00', '2023-10-29 00:30'])
  })

  test('the same record twice: repeated once, contradicted on both lines', async () => {
    const [same, other] = [number(), number()]
    const report = await takeStays(
      `A,${same},2024-04-01 08:00,,`,
      `A,${same},2024-04-01 08:00,,`,
      `A,${other},2024-04-01 08:00,,`,
      `A,${other},2024-04-01 08:00,2024-04-03 08:00,Served`,
    )
    expect(report.rows).toMatchObject({ read: 4, good: 1, bad: 2, duplicates: 1 })
    expect(told(report).join()).toMatch(/other values for the same record/)
  })

  test('a hundred thousand faults are bounded, and the one good row goes in', async () => {
    const bad = Array.from({ length: 100_000 }, () => 'A,1,yesterday,,')
    const report = await takeStays(...bad, base('2024-05-01 08:00'))
    expect(report.rows).toMatchObject({ read: 100_001, good: 1, bad: 100_000 })
    // A readable summary here, and every line with its reason in the file of refused rows.
    expect(report.faults.length).toBeLessThan(100)
    const refused = readFileSync(report.rejects!, 'utf8').trim().split('\n').slice(1)
    expect(refused.length).toBe(100_000)
    expect(refused[99_999]).toMatch(/^100001,From,yesterday,"?Not a date/)
  })
})

describe('records that supersede by number', () => {
  const training = {
    version: 1,
    kind: 'records',
    source: 'ministry',
    facility: { key: 'Prison' },
    records: [
      {
        record: 'training_event',
        fields: {
          record_id: { hash: ['No'] },
          supersedes: { hash: ['Old'] },
          staff_key: { constant: v7() },
          topic: { constant: 'induction_full' },
          completed_on: 'On',
          hours: 'Hours',
        },
      },
    ],
  }
  const takeTraining = (...lines: string[]) => take(training, ['Prison,No,Old,On,Hours', ...lines])
  beforeEach(async () => {
    await db.asSystem((tx) => tx.execute(sql`update training_event_records set superseded_at = now()`))
  })

  const current = async () => {
    const rows = await db.asSystem((tx) =>
      tx.execute<{ hours: number }>(
        sql`select hours from training_event_records where superseded_at is null order by hours`,
      ),
    )
    return rows.map((row) => row.hours)
  }

  test('in the same file and in a later one', async () => {
    const [a, b, c] = [number(), number(), number()]
    await takeTraining(`A,${a},,2024-01-02,1`, `A,${b},${a},2024-01-02,2`)
    expect(await current()).toEqual([2])
    await takeTraining(`A,${c},${b},2024-01-02,3`)
    expect(await current()).toEqual([3])
  })

  test('not themselves, not in a circle, and none that nobody knows', async () => {
    const [a, b, c, d] = [number(), number(), number(), number()]
    const report = await takeTraining(
      `A,${a},${a},2024-01-02,1`,
      `A,${b},${c},2024-01-02,2`,
      `A,${c},${b},2024-01-02,3`,
      `A,${d},${number()},2024-01-02,4`,
    )
    expect(report.rows).toMatchObject({ good: 0, bad: 4 })
    expect(told(report).join()).toMatch(/cannot supersede itself.*in a circle.*nobody knows/)
    expect(await current()).toEqual([])
  })
})

test('one row may hold records of several types; rows that no type takes are refused', async () => {
  const mapping = {
    ...stays,
    records: [
      {
        record: 'unit',
        where: { Kind: 'unit' },
        fields: {
          unit_id: 'Id',
          unit_kind: { constant: 'ordinary' },
          designated_sex: { constant: 'men' },
          toilets_installed: 'N',
          showers_installed: 'N',
        },
      },
      {
        record: 'cell',
        where: { Kind: 'cell' },
        fields: {
          cell_id: 'Id',
          unit_id: { constant: 'U 1' },
          beds: 'N',
          measured_on: 'On',
          valid_from: 'On',
          floor_area_m2: 'M2',
        },
        lacks: ['certified_places', 'sanitary_annexe'],
      },
    ],
  }
  const report = await take(mapping, [
    'Prison,Kind,Id,N,On,M2',
    'A,unit,U 1,2,,',
    'A,cell,C 1,2,2020-01-01,"8.5"',
    'A,yard,Y,,,',
  ])
  expect(report.rows).toMatchObject({ good: 2, bad: 1 })
  expect(report.values.added).toBe(2)
})

test('a facility’s records in force are read as columns', async () => {
  await takeStays(`B,${number()},2024-06-01 12:00,2024-06-02 12:00,Served`)
  const counts = await db.asSystem((tx) =>
    tx.execute<{ id: string; n: number }>(
      sql`select facility_id as id, count(*)::int as n from stay_records where superseded_at is null group by 1 order by 1`,
    ),
  )
  const loaded = await db.asSystem((tx) =>
    Promise.all(counts.map(({ id }) => loadFacilityRecords(tx, { id, timeZone: 'UTC' }))),
  )
  // All stays here are of one person: what is known of them from the other facility comes with them.
  const all = counts.reduce((sum, { n }) => sum + n, 0)
  expect(loaded.map(({ types }) => types.stay!.rows)).toEqual(counts.map(() => all))
  const columns = loaded.flatMap(({ types }) => [types.stay!.columns])
  const at = columns.flatMap(({ admitted_at, release_kind, released_at, expected_release_on }) =>
    [...admitted_at!].map((admitted, row) => [
      admitted,
      release_kind![row],
      released_at![row],
      expected_release_on![row],
    ]),
  )
  expect(at).toContainEqual([Date.parse('2024-06-01T10:00Z'), 0, Date.parse('2024-06-02T10:00Z'), Number.NaN])
})

describe('the mappings of records that are kept as examples', () => {
  const example = (name: string) =>
    JSON.parse(readFileSync(join(import.meta.dirname, '../../seeds/mappings', `records-${name}.json`), 'utf8'))
  const stay = 'A,M-1,2024-02-01 10:00'

  test.each([
    [
      'rooms',
      [
        'Prison,Row,Unit,Kind,For,Toilets,Showers,Cell,Square metres,Places,Toilet,Beds,Measured',
        'A,unit,North,ordinary,men,10,6,,,,,,',
        'A,cell,North,,,,,N 1,9.2,1,walled,1,2022-05-01',
      ],
      2,
    ],
    [
      'admissions',
      [
        'Prison,Number,Admitted,Custody since,Sex,Born,Nationality,From,Order seen,Left,To',
        `${stay},2024-02-01 10:00,F,1990-07,own,liberty,yes,2024-05-02 09:00,bail`,
      ],
      2,
    ],
    [
      'legal-status',
      ['Prison,Number,Admitted,Ground,Since,Until,Days,Limit', `${stay},remand,2024-02-01,-,-,2024-08-01`],
      1,
    ],
    [
      'placements',
      [
        'Prison,Row,Placement,Number,Admitted,Kind,Begun,Ended,Cell,Hours in cell,Hours of contact,By,Reason,Day,Health visit,Minutes out,Minutes of contact,Minutes outdoors',
        'A,placement,S-9,M-1,2024-02-01 10:00,punishment,2024-03-01 08:00,2024-03-04 08:00,N 1,22.5,0.5,director,discipline,,,,,',
        'A,day,S-9,,,,,,,,,,,2024-03-02,2024-03-02 11:00,90,15,60',
      ],
      2,
    ],
    [
      'contacts',
      [
        'Prison,Visit,Number,Admitted,Kind,With,Child,How,Outcome,Day,Minutes,Why',
        `A,V-1,M-1,2024-02-01 10:00,visit,family,yes,open,held,2024-04-03,45,-`,
        `A,V-2,M-1,2024-02-01 10:00,visit,family,no,-,refused,-,-,no slot`,
      ],
      2,
    ],
  ] as const)('%s', async (name, lines, records) => {
    const report = await take(example(name), [...lines])
    expect(told(report)).toEqual([])
    expect(report.values.added).toBe(records)
  })

  test('name the same person’s stay, whichever file speaks of it', async () => {
    const [joined] = await db.asSystem((tx) =>
      tx.execute<{ spells: number; days: number; visits: number }>(sql`
        select (select count(*) from legal_status_spell_records l where l.stay_key = s.stay_key)::int as spells,
          (select count(*) from restrictive_placement_records p join placement_day_records d using (placement_id)
            where p.stay_key = s.stay_key)::int as days,
          (select count(*) from contact_event_records c where c.stay_key = s.stay_key)::int as visits
        from stay_records s where s.admitted_at = '2024-02-01T09:00Z'`),
    )
    expect(joined).toEqual({ spells: 1, days: 1, visits: 2 })
  })
})
