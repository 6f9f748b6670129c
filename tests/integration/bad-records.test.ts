import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listDerived } from '../../db/queries/derived.ts'
import { monthIndex } from '../../server/domain/period.ts'
import { indicatorsTouched } from '../../server/domain/quality/affected.ts'
import type { RecordId } from '../../server/domain/records/index.ts'
import { reasonText } from '../../server/services/import-words.ts'
import { freshDatabase } from '../support/database.ts'
import {
  days,
  people,
  placementLine,
  placements,
  register,
  stayLine,
  stays,
  takeFile,
} from '../support/life-on-file.ts'

const db = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'daylight-bad-records-'))
afterAll(() => rmSync(folder, { recursive: true }))
const now = new Date('2024-01-15T12:00:00Z')
const covers = { from: '2022-01', facilities: 'all' }

let files = 0
const take = (mapping: object, lines: string[]) => takeFile(db, [mapping, lines], folder, `file-${++files}`, now)

/** Notes of one check about a person's records: facility, level, rows and the indicators that use them. */
async function notesOf(checkId: string, month: `${number}-${number}`) {
  const rows = await db.asSystem((tx) =>
    tx.execute<{ key: string; level: string; count: number; recordId: RecordId }>(sql`
      select f.key, n.level, n.count, n.record_id as "recordId" from quality_notes n join facilities f on f.id = n.facility_id
      where n.ended_at is null and n.check_id = ${checkId} and n.month = ${monthIndex(month)} order by f.key`),
  )
  return rows.map((row) => ({ ...row, touches: indicatorsTouched({ cells: [], recordId: row.recordId }) }))
}

beforeAll(async () => {
  await take(register, ['key,name,region', 'A,Aron,North', 'B,Bele,South'])
  await take(stays(covers), [
    stayLine,
    'A,solitary,1,2023-03-01,2023-06-30,new_from_liberty,end_of_sentence',
    'A,twice,1,2023-03-01,2023-06-30,new_from_liberty,end_of_sentence',
    'B,twice,1,2023-05-10,2023-08-01,new_from_liberty,end_of_sentence',
    'A,moved,1,2023-03-01,2023-07-10,new_from_liberty,transfer_out',
    'B,moved,1,2023-07-10,,new_from_liberty,',
    'A,forty,1,1983-04-05,,new_from_liberty,',
  ])
  await take(people(covers), ['facility,person,sex,born', 'A,forty,male,1960-01'])
}, 120_000)

describe('refused, with the line, the column and how to mend it, while the rest goes in', () => {
  test.each([
    [
      'a placement that ends before it starts',
      placements(covers),
      placementLine,
      'A,r1,solitary,1,2023-05-10,2023-05-01',
      /^2 to: Lies before start_at/,
      'A,g1,solitary,1,2023-03-02,2023-03-03',
    ],
    [
      'a release before the admission',
      stays(covers),
      stayLine,
      'A,r2,1,2023-05-10,2023-05-01,new_from_liberty,end_of_sentence',
      /^2 to: Lies before admitted_at/,
      'A,g2,1,2023-05-01,2023-05-10,new_from_liberty,end_of_sentence',
    ],
    [
      'a code that no list holds',
      stays(covers),
      stayLine,
      'A,r3,1,2023-05-10,,walked_in,',
      /^2 admission: Unknown code. Allowed: .*new_from_liberty/,
      'A,g3,1,2023-05-01,2023-05-10,new_from_liberty,end_of_sentence',
    ],
    [
      'a facility that nobody knows',
      stays(covers),
      stayLine,
      'Q,r4,1,2023-05-10,,new_from_liberty,',
      /^2 facility: No facility has this key/,
      'A,g4,1,2023-05-01,2023-05-10,new_from_liberty,end_of_sentence',
    ],
  ])('%s', async (_name, mapping, header, bad, why, good) => {
    const report = await take(mapping, [header, bad, good])
    expect(report.rows).toMatchObject({ read: 2, good: 1, bad: 1 })
    const told = report.faults.map((fault) => `${fault.line} ${fault.column}: ${reasonText(fault.reason)}`)
    expect(told).toEqual([expect.stringMatching(why)])
    expect(readFileSync(report.rejects!, 'utf8')).toContain(bad.split(',')[1])
  })
})

describe('taken in, for nobody knows which of two records is wrong, and said beside the figures that use them', () => {
  test('a person held in two facilities at once: told to each, of its own row', async () => {
    const notes = await notesOf('X04', '2023-05')
    expect(notes).toMatchObject([
      { key: 'a', level: 'error', count: 1, recordId: 'stay' },
      { key: 'b', level: 'error', count: 1, recordId: 'stay' },
    ])
    for (const { touches } of notes) expect(touches).toContain('occupancy-rate')
  })

  test('a transfer that the other facility calls an arrest: told to the one that says transfer', async () => {
    expect(await notesOf('X05', '2023-07')).toMatchObject([{ key: 'a', level: 'error', count: 1, recordId: 'stay' }])
  })

  test('a placement before its stay, and one that goes on after it', async () => {
    const report = await take(placements(covers), [
      placementLine,
      'A,early,solitary,1,2023-02-20,2023-03-04',
      'A,late,solitary,1,2023-06-25,2023-07-20',
    ])
    expect(report.rows).toMatchObject({ good: 2, bad: 0 })
    const notes = [await notesOf('X07', '2023-02'), await notesOf('X07', '2023-06')].flat()
    expect(notes).toMatchObject([
      { key: 'a', level: 'error', count: 1 },
      { key: 'a', level: 'error', count: 1 },
    ])
    expect(notes[0]!.touches).toContain('solitary-over-15-days')
  })

  test('two open placements of one person are one separation, counted once', async () => {
    await take(stays(covers), [stayLine, 'A,open,1,2023-09-01,,new_from_liberty,'])
    await take(placements(covers), [placementLine, 'A,o1,open,1,2023-10-05,', 'A,o2,open,1,2023-10-08,'])
    await take(days(covers), ['facility,placement,day,out,contact', 'A,o1,2023-10-06,30,0'])
    expect(await notesOf('X08', '2023-10')).toMatchObject([{ key: 'a', level: 'info', count: 1 }])
    expect(await derived('sol_in_place', '2023-10')).toBe(1)
  })
})

/** What the records of facility A give of a count in a month. */
async function derived(measureId: 'pop_closing' | 'sol_in_place', month: `${number}-${number}`) {
  const [row] = await db.asSystem((tx) => tx.execute<{ id: string }>(sql`select id from facilities where key = 'a'`))
  const series = (await db.asSystem((tx) => listDerived(tx, [row!.id]))).get(row!.id)?.get(measureId)
  return series?.amounts[monthIndex(month) - series.startMonth]
}

test('a stay of forty years is one person in each month', async () => {
  expect(await derived('pop_closing', '2022-06')).toBe(1)
  expect(await derived('pop_closing', '2023-12')).toBe(2)
})
