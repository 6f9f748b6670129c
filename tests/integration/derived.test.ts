import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { askIndicator } from '../../server/cli/indicator.ts'
import type { Day } from '../../server/domain/period.ts'
import type { Figure } from '../../server/domain/value.ts'
import { noteSilencesEverywhere } from '../../server/services/quality.ts'
import { recomputeAll } from '../../server/services/recompute.ts'
import type { PlaceInput } from '../../server/trpc/inputs.ts'
import { analyst, callAs } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'
import {
  asFile,
  days,
  monthly,
  people,
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

// A test that is given up runs on beside the next one, and then both see what the other wrote.
vi.setConfig({ testTimeout: 1_800_000 })

const db = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'daylight-derived-'))
afterAll(() => rmSync(folder, { recursive: true }))
const now = new Date('2024-01-15T12:00:00Z')

let files = 0
async function take(mapping: unknown, lines: readonly string[]) {
  const report = await takeFile(db, [mapping, [...lines]], folder, String(++files), now)
  expect(report.faults).toEqual([])
  return report
}

const cached = ['measure_series', 'derived_series', 'derived_durations', 'indicator_series', 'place_series']

async function kept(): Promise<string[]> {
  const rows = await db.asSystem((tx) =>
    Promise.all(
      cached.map((table) =>
        tx.execute<{ row: string }>(sql`select t::text as row from ${sql.identifier(table)} t order by 1`),
      ),
    ),
  )
  return rows.flatMap((some, table) => [...some].map(({ row }) => `${cached[table]} ${row}`))
}

async function forget(): Promise<void> {
  await db.asSystem((tx) => Promise.all(cached.map((table) => tx.execute(sql`delete from ${sql.identifier(table)}`))))
}

/** What checks say of records, without when it was noted: one line a note. */
async function notes(): Promise<string[]> {
  const rows = await db.asSystem((tx) =>
    tx.execute<{ row: string }>(sql`select (to_jsonb(n) - 'id' - 'noted_at' - 'rows')::text as row from quality_notes n
      where ended_at is null order by 1`),
  )
  return rows.map(({ row }) => row)
}

type Month = { state: number; amount: number | null; grade: number; reason: number }
async function months(key: string, measure: string, breakdown = ''): Promise<Record<string, Month>> {
  const rows = await db.asSystem((tx) =>
    tx.execute<{
      start: number
      states: number[]
      amounts: (number | null)[]
      grades: number[]
      reasons: number[]
    }>(sql`
      select start_month as start, states, amounts, grades, reasons from measure_series s join facilities f on f.id = s.facility_id
      where f.key = ${key} and measure_id = ${measure} and breakdown = ${breakdown}`),
  )
  const row = rows[0]
  if (!row) return {}
  return Object.fromEntries(
    row.states.map((state, at) => {
      const month = row.start + at
      const name = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
      return [name, { state, amount: row.amounts[at]!, grade: row.grades[at]!, reason: row.reasons[at]! }]
    }),
  )
}

beforeAll(async () => {
  await take(register, ['key,name,region', 'A,Aron,North', 'B,Bele,North', 'C,Cora,South'])
})

describe('what records give', () => {
  const covers = { from: '2023-01', facilities: 'all' }

  test('counts where it is covered and before the return; without coverage nothing is nought', async () => {
    await take(monthly, [
      'facility,month,pop_closing,sol_over15,women',
      'A,2022-12,4,0,1',
      'A,2023-03,3,0,',
      'C,2023-03,9,0,2',
    ])
    await take(stays(), [
      stayLine,
      'A,p1,s1,2022-05-01,2023-04-10,new_from_liberty,end_of_sentence',
      'A,p2,s1,2023-02-03,,new_from_liberty,',
    ])
    expect((await months('a', 'pop_closing'))['2023-03']).toEqual({ state: 1, amount: 3, grade: 3, reason: -1 })
    expect((await months('a', 'pop_closing'))['2023-02']).toMatchObject({ state: 0, amount: null })
    await take(stays(covers), [stayLine, 'A,p1,s1,2022-05-01,2023-04-10,new_from_liberty,end_of_sentence'])
    const held = await months('a', 'pop_closing')
    expect(held['2022-12']).toEqual({ state: 1, amount: 4, grade: 3, reason: -1 })
    expect([held['2023-01'], held['2023-03'], held['2023-04']].map((month) => [month?.amount, month?.grade])).toEqual([
      [1, 1],
      [2, 1],
      [1, 1],
    ])
    // The month of the import is not over.
    expect(held['2024-01']).toBeUndefined()
    // C is covered, and nobody is there: a count of nought, and its return is no longer what counts.
    expect((await months('c', 'pop_closing'))['2023-03']).toEqual({ state: 1, amount: 0, grade: 1, reason: -1 })
    // Nobody says who is a woman: the return still does.
    expect((await months('c', 'pop_closing', 'sex:female'))['2023-03']).toMatchObject({ amount: 2, grade: 3 })
    expect((await months('a', 'sol_over15'))['2023-03']).toMatchObject({ amount: 0, grade: 3 })
  })

  test('a transfer at day 12 does not reset the clock, and the receiving director’s facility carries the whole episode', async () => {
    await take(stays(), [
      stayLine,
      'A,t,s1,2023-05-01,2023-06-13 10:00,new_from_liberty,transfer_out',
      'B,t,s2,2023-06-13 15:00,,transfer_in,',
    ])
    await take(placements(covers), [placementLine, 'A,x1,t,s1,2023-06-01 10:00,2023-06-13 10:00'])
    await take(days(covers), ['facility,placement,day,out,contact', 'A,x1,2023-06-02,30,0'])
    expect((await months('a', 'sol_longest_days'))['2023-06']).toMatchObject({ amount: 12, grade: 1 })
    expect((await months('b', 'sol_over15'))['2023-06']).toMatchObject({ amount: 0, grade: 1 })
    // What B brings later changes A's count too: the same person, the same episode.
    await take(placements(), [placementLine, 'B,x2,t,s2,2023-06-13 15:00,2023-06-20 15:00'])
    expect((await months('b', 'sol_over15'))['2023-06']).toMatchObject({ amount: 1, grade: 1 })
    expect((await months('b', 'sol_transfer_in'))['2023-06']).toMatchObject({ amount: 1, grade: 1 })
  })
})

test('a type of which a source has no row is none where its mapping says so, and not known where it does not', async () => {
  const whole = { from: '2021-01', facilities: 'in-file' }
  await take(register, ['key,name,region', 'N,Nord,Westernmost'])
  await take(stays(whole), [stayLine, 'N,mN,s1,2022-01-05,,new_from_liberty,'])
  const lines = [placementLine, 'N,m9,mN,s1,2023-07-01 10:00,2023-07-20 10:00']
  await take(placements(whole), lines)
  expect((await months('n', 'sol_longest_days'))['2023-07']).toBeUndefined()
  await take(placements({ ...whole, withoutRows: ['placement_day'] }), lines)
  expect((await months('n', 'sol_longest_days'))['2023-07']).toMatchObject({ amount: 19, grade: 1 })
})

test('a region’s median is the middle of all episodes of its facilities together', async () => {
  const all = { from: '2021-01', facilities: 'in-file' }
  await take(register, ['key,name,region', 'D,Dune,West', 'E,Esk,West', 'F,Fell,West'])
  const held = ['D', 'E', 'F'].map((key) => `${key},m${key},s1,2022-01-05,,new_from_liberty,`)
  await take(stays(all), [stayLine, ...held])
  const middle = async () => {
    const rows = await db.asSystem((tx) =>
      tx.execute<{ value: number; cases: number }>(sql`
        select figures[2023 * 12 + 9 - start_month] as value, denominators[2023 * 12 + 9 - start_month] as cases
        from place_series where place_id = (select id from regions where key = 'west')
          and indicator_id = 'solitary-duration-median' and breakdown = ''`),
    )
    return [rows[0]?.value, rows[0]?.cases]
  }
  await take(placements(all), [
    placementLine,
    'D,m1,mD,s1,2023-07-01 10:00,2023-07-02 10:00',
    'D,m2,mD,s1,2023-07-11 10:00,2023-07-13 10:00',
    'E,m3,mE,s1,2023-07-01 10:00,2023-07-21 10:00',
    'E,m4,mE,s1,2023-08-01 10:00,2023-08-25 10:00',
    'F,m5,mF,s1,2023-07-01 10:00,2023-07-05 10:00',
  ])
  const logged = ['D,m1', 'E,m3', 'F,m5'].map((placement) => `${placement},2023-07-01,30,0`)
  await take(days(all), ['facility,placement,day,out,contact', ...logged])
  // Of 1, 2, 4, 20 and 24 days. The mean of the middles 1.5, 22 and 4 would be 9.
  expect(await middle()).toEqual([4, 5])
  // Without a change of any other facility: now 1, 2, 12, 20 and 24.
  await take(placements(), [placementLine, 'F,m5,mF,s1,2023-07-01 10:00,2023-07-13 10:00'])
  expect(await middle()).toEqual([12, 5])
  const oneByOne = await kept()
  await forget()
  await recomputeAll(db, { now })
  expect(oneByOne).toEqual(await kept())
})

describe('what was known on a day', () => {
  const all = { from: '2023-01', facilities: 'in-file' }
  const arrivals: [day: string, mapping: unknown, lines: string[]][] = [
    ['2024-02-01', register, ['key,name,region', 'G,Glen,East', 'H,Hull,East', 'I,Iona,East']],
    [
      '2024-02-03',
      monthly,
      ['facility,month,pop_closing,sol_over15,women', 'G,2023-05,40,0,4', 'H,2023-05,50,2,5', 'I,2023-05,10,0,1'],
    ],
    ['2024-02-05', monthly, ['facility,month,pop_closing,sol_over15,women', 'G,2023-05,40,1,4']],
    ['2024-02-07', monthly, ['facility,month,pop_closing,sol_over15,women', 'G,2023-07,41,0,4']],
    [
      '2024-02-09',
      stays(all),
      [stayLine, 'G,g1,s1,2023-02-05,,new_from_liberty,', 'G,g2,s1,2023-03-05,,new_from_liberty,'],
    ],
    ['2024-02-11', placements(all), [placementLine, 'G,gp,g1,s1,2023-04-20 10:00,2023-05-20 10:00']],
    ['2024-02-13', days(all), ['facility,placement,day,out,contact', 'G,gp,2023-04-21,30,0']],
    ['2024-02-15', placements(), [placementLine, 'G,gp,g1,s1,2023-04-20 10:00,2023-04-22 10:00']],
  ]
  beforeAll(async () => {
    for (const [day, mapping, lines] of arrivals) {
      const path = await takeFile(db, [mapping, lines], folder, `known-${day}`, new Date(`${day}T12:00:00Z`))
      expect(path.faults).toEqual([])
    }
  })
  const rows = (place: PlaceInput, known: string, month = '2023-05') =>
    askIndicator(db, { indicator: 'solitary-over-15-days', month, place, known }, () => now).then(
      ({ reading, reporting }) => [numeratorOf(reading.figure), reporting],
    )
  const history = (known: Day) =>
    callAs(db, analyst).indicators.explain({
      indicator: 'solitary-over-15-days',
      facility: 'g',
      month: '2023-05',
      known,
    })
  const numeratorOf = (figure: Figure) => (figure.state === 'counted' ? figure.numerator : figure.state)

  test.each<[Day, number | string, number | string]>([
    ['2024-02-02', 'missing', 'missing'],
    ['2024-02-03', 0, 2],
    ['2024-02-05', 1, 3],
    // The return says 1 until all that a count of records needs is covered.
    ['2024-02-13', 1, 3],
    ['2024-02-15', 0, 2],
  ])('%s: the lines and records of then, and the revisions since, say the same', async (day, ofFacility, ofRegion) => {
    expect(await rows({ facility: 'g' }, day)).toEqual([ofFacility, ofFacility === 'missing' ? 0 : 1])
    expect(await rows({ region: 'east' }, day)).toEqual([ofRegion, ofRegion === 'missing' ? 0 : 3])
    const { known } = await history(day)
    expect(known?.state === 1 ? known.numerator : 'missing').toBe(ofFacility)
  })
})

test('what came before its stay counts from its own day when the stay comes', async () => {
  const all = { from: '2023-01', facilities: 'all' }
  await take(stays(all), [stayLine, 'A,late,s1,2023-01-05,,new_from_liberty,'])
  await take(placements(all), [placementLine, 'B,z1,late,s2,2023-02-03 10:00,2023-03-04 10:00'])
  expect((await months('a', 'sol_over15'))['2023-03']).toMatchObject({ amount: 0, grade: 1 })
  await take(stays(), [stayLine, 'B,late,s2,2023-05-01,,new_from_liberty,'])
  expect((await months('a', 'sol_over15'))['2023-03']).toMatchObject({ amount: 1, grade: 1 })
  const oneByOne = await kept()
  await forget()
  await recomputeAll(db, { now })
  expect(oneByOne).toEqual(await kept())
})

test('what a place knows of a person counts at all others while a stay leads there, and no longer when it was another’s', async () => {
  const all = { from: '2023-01', facilities: 'all' }
  const numbered = records('stay', { ...stayFields, stay_key: { hash: ['stay'] } }, ['commitment_order_seen'], all)
  const line = (person: string) => `C,${person},known-c,2023-06-25,2023-07-24,new_from_liberty,end_of_sentence`
  await take(numbered, [stayLine, 'A,known,known-a,2023-01-05,2023-02-15,new_from_liberty,end_of_sentence'])
  await take(people(all), ['facility,person,sex,born', 'C,known,female,1990-03'])
  const women = async () => (await months('a', 'adm_all', 'sex:female'))['2023-01']?.amount ?? 0
  const before = await women()
  const saidOneByOne: (number | null)[] = []
  for (const lines of [[line('known')], [line('unknown')]]) {
    await take(numbered, [stayLine, ...lines])
    saidOneByOne.push(await women())
    const oneByOne = await kept()
    await forget()
    await recomputeAll(db, { now })
    expect(oneByOne).toEqual(await kept())
  }
  expect(saidOneByOne).toEqual([before! + 1, before])
})

test('a person who is in two places at once is said at both, with the rows, until it is mended', async () => {
  const all = { from: '2023-01', facilities: 'all' }
  const noted = async () => {
    const rows = await db.asSystem((tx) =>
      tx.execute<{ said: string; isOver: boolean; rows: number }>(sql`
        select f.key || ' ' || n.check_id || ' ' || n.count as said, n.ended_at is not null as "isOver", cardinality(n.rows) as rows
        from quality_notes n join facilities f on f.id = n.facility_id
        where n.check_id = 'X04' and n.month = ${2023 * 12 + 10} order by f.key, n.noted_at, n.id`),
    )
    return [...rows]
  }
  await take(stays(all), [stayLine, 'A,two,s1,2023-10-01,,new_from_liberty,', 'B,two,s2,2023-11-05,,new_from_liberty,'])
  const both = [
    { said: 'a X04 1', isOver: false, rows: 1 },
    { said: 'b X04 1', isOver: false, rows: 1 },
  ]
  expect(await noted()).toEqual(both)
  // Another correction that mends nothing leaves the notes as they are.
  await take(stays(all), [stayLine, 'A,two,s1,2023-10-02,,new_from_liberty,'])
  expect((await noted()).filter(({ isOver }) => !isOver)).toEqual(both)
  await take(stays(all), [stayLine, 'A,two,s1,2023-10-02,2023-11-05,new_from_liberty,transfer_out'])
  expect((await noted()).filter(({ isOver }) => !isOver)).toEqual([])
})

test('whoever arrives months after the transfer is said where they left, in the month of leaving', async () => {
  const all = { from: '2023-01', facilities: 'all' }
  const noted = () =>
    db.asSystem((tx) =>
      tx.execute<{ key: string }>(sql`
        select f.key from quality_notes n join facilities f on f.id = n.facility_id
        where n.check_id = 'X04' and n.month = ${2023 * 12 + 7} and n.ended_at is null order by 1`),
    )
  await take(stays(all), [stayLine, 'A,far,s1,2023-04-24,2023-08-21,new_from_liberty,transfer_out'])
  expect([...(await noted())]).toEqual([])
  await take(stays(all), [stayLine, 'B,far,s2,2023-11-16,2023-11-26,transfer_in,end_of_sentence'])
  expect([...(await noted())]).toEqual([{ key: 'a' }])
  // An arrival in time that came to be known later.
  await take(stays(all), [stayLine, 'C,far,s3,2023-08-22,2023-09-01,transfer_in,transfer_out'])
  expect([...(await noted())]).toEqual([])
  const said = await notes()
  await forget()
  await recomputeAll(db, { now })
  expect(said).toEqual(await notes())
})

describe('series after imports and corrections of records one by one', () => {
  const covers = { from: '2022-11', facilities: 'all' } as const
  const stay = (where: 'A' | 'B' | 'C', person: number, from: string, to: string): Step => {
    return { kind: 'stay', where, person, stay: person, spell: { from, to }, covers, moved: false }
  }
  const placement = (where: 'A' | 'B', person: number, placement: number, from: string, to: string): Step => {
    return { kind: 'placement', where, person, stay: person, placement, spell: { from, to }, covers }
  }
  /** Found by chance once: two facilities give one person's stays the same number. */
  const sameNumber: Step[] = [
    stay('A', 1, '2023-01-01', '2023-01-20'),
    placement('A', 1, 1, '2023-01-03', '2023-01-10'),
    stay('B', 1, '2023-06-01', '2023-06-20'),
  ]
  /** And: a placement passes to somebody else, with a log for a day that is not its own. */
  const otherPerson: Step[] = [
    stay('A', 2, '2023-01-01', '2023-02-20'),
    placement('A', 2, 2, '2023-01-07', '2023-01-24'),
    stay('B', 2, '2023-04-27', '2023-07-16'),
    placement('B', 2, 3, '2023-05-01', '2023-05-10'),
    { kind: 'day', where: 'B', placement: 3, day: '2023-01-12', out: 207, covers },
    stay('B', 3, '2023-07-01', '2023-08-30'),
    placement('B', 3, 3, '2023-07-03', '2023-08-26'),
  ]
  /** And: what another place knows of a person comes to be read with a stay there. */
  const knownElsewhere: Step[] = [
    stay('A', 4, '2023-01-05', '2023-03-01'),
    { kind: 'person', where: 'C', person: 4, sex: 'female', covers },
    stay('C', 4, '2023-06-25', '2023-09-24'),
  ]

  test('are those of a recompute from nothing, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array<Step>(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        for (const one of steps) await take(...asFile(one))
        // What is usual over the country is found with its sums; until then silences are judged by what was usual before.
        await db.asSystem((tx) => noteSilencesEverywhere(tx, now))
        const [oneByOne, said] = [await kept(), await notes()]
        await forget()
        await recomputeAll(db, { now })
        expect(oneByOne).toEqual(await kept())
        expect(said).toEqual(await notes())
      }),
      {
        numRuns: process.env.DAYLIGHT_TEST_ALL === '1' ? 80 : 10,
        endOnFailure: true,
        examples: [[sameNumber], [otherPerson], [knownElsewhere]],
      },
    )
  })
})
