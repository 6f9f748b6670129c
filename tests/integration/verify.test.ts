import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { coverageCommand } from '../../server/cli/coverage-command.ts'
import { askIndicator } from '../../server/cli/indicator.ts'
import { verifyCommand } from '../../server/cli/verify-command.ts'
import { monthAt } from '../../server/domain/period.ts'
import { readEnv } from '../../server/env.ts'
import { recomputeAll, recomputeIfStale } from '../../server/services/recompute.ts'
import { verifySeries } from '../../server/services/verify.ts'
import { analyst, callAs } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'
import { monthly, people, register, stayLine, stays, takeFile } from '../support/life-on-file.ts'
import type { CutLife } from '../support/live-until-killed.ts'
import { runNode } from '../support/server-process.ts'

// A test that is given up runs on beside the next one, and then both see what the other wrote.
vi.setConfig({ testTimeout: 10_800_000, hookTimeout: 1_800_000 })

const db = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'daylight-verify-'))
afterAll(() => rmSync(folder, { recursive: true }))
const now = new Date('2024-01-15T12:00:00Z')

let files = 0
const take = (mapping: object, lines: string[]) => takeFile(db, [mapping, lines], folder, `file-${++files}`, now)
const change = (statement: SQL) => db.asSystem((tx) => tx.execute(statement))

/** What is found, in short: kind, place, id and month. */
async function found(): Promise<string[]> {
  const { differences, count } = await verifySeries(db)
  expect(count).toBe(differences.length)
  return differences.map(({ kind, place, id, month }) => `${kind} ${place} ${id} ${monthAt(month)}`)
}

beforeAll(async () => {
  await take(register, ['key,name,region', 'A,Aron,North', 'B,Bele,North', 'C,Cora,South'])
  const months = ['A,2023-03,30,0,4', 'A,2023-04,31,1,4', 'B,2023-03,12,0,', 'C,2023-03,9,0,2']
  await take(monthly, ['facility,month,pop_closing,sol_over15,women', ...months])
  const covers = { from: '2023-01', facilities: 'all' }
  await take(stays(covers), [stayLine, 'A,p1,s1,2022-05-01,,new_from_liberty,'])
  await take(people(covers), ['facility,person,sex,born', 'A,p1,female,1990-03'])
})

const of = (key: string) => sql`facility_id = (select id from facilities where key = ${key})`
const inMonth = (month: string) => sql`[(${month.slice(0, 4)}::int * 12 + ${month.slice(5)}::int) - start_month]`

describe('verify', () => {
  test('finds nothing where every stored value is what the truth gives, and compares every kind', async () => {
    const whole = await verifySeries(db)
    expect(whole).toMatchObject({ facilities: 3, count: 0, differences: [] })
    expect(whole.series).toBeGreaterThan(100)
  })

  test('names each stored value that was tampered with, whatever it is made of', async () => {
    const ofRow = (measure: string) => sql`${of('a')} and measure_id = ${measure} and breakdown = ''`
    const ofIndicator = sql`indicator_id = 'solitary-over-15-days' and breakdown = ''`
    await change(sql`update derived_series set amounts${inMonth('2023-05')} = 7 where ${ofRow('pop_closing')}`)
    await change(sql`update measure_series set amounts${inMonth('2023-04')} = 2 where ${ofRow('sol_over15')}`)
    await change(sql`update measure_series set states${inMonth('2023-03')} = 0, reasons${inMonth('2023-03')} = 0
      where ${ofRow('sol_over15')}`)
    await change(
      sql`update indicator_series set numerators${inMonth('2023-04')} = 0 where ${of('a')} and ${ofIndicator}`,
    )
    await change(
      sql`update place_series set reporting${inMonth('2023-03')} = 9 where place_kind = 'country' and ${ofIndicator}`,
    )
    const { differences } = await verifySeries(db)
    const told = differences.map(({ kind, place, id, month, stored, recomputed }) => [
      `${kind} ${place} ${id} ${monthAt(month)}`,
      stored,
      recomputed,
    ])
    expect(told).toEqual([
      ['derived a pop_closing 2023-05', 'amounts 7', 'amounts 1'],
      ['measure a sol_over15 2023-03', 'states 0, reasons 0', 'states 1, reasons -1'],
      ['measure a sol_over15 2023-04', 'amounts 2', 'amounts 1'],
      ['indicator a solitary-over-15-days@ 2023-04', 'numerators 0', 'numerators 1'],
      ['sum country solitary-over-15-days@ 2023-03', 'reporting 9', 'reporting 3'],
    ])
  })

  test('names a series that is gone, and one that nothing feeds', async () => {
    await recomputeAll(db, { now })
    await change(sql`delete from measure_series where ${of('c')} and measure_id = 'sol_over15'`)
    await change(sql`update place_series set breakdown = 'sex:other' where place_kind = 'region' and breakdown = ''
      and indicator_id = 'solitary-over-15-days' and place_id = (select id from regions where key = 'south')`)
    expect((await verifySeries(db)).differences).toEqual([
      expect.objectContaining({ kind: 'measure', place: 'c', id: 'sol_over15', stored: 'no series' }),
      expect.objectContaining({ kind: 'sum', place: 'south', stored: 'no series' }),
      expect.objectContaining({ kind: 'sum', place: 'south', recomputed: 'no series' }),
    ])
    await recomputeAll(db, { now })
  })

  test('finds nothing after coverage was taken back: the return counts again, and what was known stays to be asked', async () => {
    const settings = { DATA_DIR: db.dataDir, ...(db.databaseUrl ? { DATABASE_URL: db.databaseUrl } : {}) }
    const run = async (...args: string[]) => {
      const said: string[] = []
      const terminal = { stdout: { write: (text: string) => said.push(text) }, stderr: { write: () => {} } }
      await coverageCommand.run(args, readEnv(settings), terminal)
      return said.join('')
    }
    const held = async () => {
      const rows = await db.asSystem((tx) =>
        tx.execute<{ amount: number | null; grade: number }>(sql`select amounts${inMonth('2023-03')} as amount,
          grades${inMonth('2023-03')} as grade from measure_series where ${of('c')} and measure_id = 'pop_closing' and breakdown = ''`),
      )
      return rows[0]
    }
    const asKnown = (known: string) =>
      askIndicator(
        db,
        { indicator: 'women-share', month: '2023-03', place: { facility: 'c' }, known },
        () => new Date(),
      )
    // Nobody is on record at C, which keeps no register: the nought is a mistake.
    expect(await held()).toEqual({ amount: 0, grade: 1 })
    const why = ['--because', 'C keeps no register', '--by', 'N. Officer']
    await expect(run('withdraw', 'c', '--record', 'stays', ...why)).rejects.toMatchObject({
      messageId: 'coverage.record',
    })
    await expect(run('withdraw', 'c', '--by', 'N')).rejects.toMatchObject({ messageId: 'coverage.signed' })
    await expect(run('withdraw', 'nowhere', ...why)).rejects.toMatchObject({ messageId: 'facility.none' })
    await run('withdraw', 'c', '--record', 'stay', ...why)
    expect(await held()).toEqual({ amount: 9, grade: 3 })
    expect(await found()).toEqual([])
    await run('withdraw', 'c', ...why)
    expect(await found()).toEqual([])
    await expect(run('withdraw', 'c', ...why)).rejects.toMatchObject({ messageId: 'coverage.none' })
    const listed = (await run('list', 'c')).trim().split('\n')
    expect(listed).toHaveLength(2)
    for (const line of listed)
      expect(line).toMatch(/^c\t(stay|person)\t2023-01 to 2023-12\t.*withdrawn .* by N\. Officer: C keeps no register$/)
    expect((await asKnown('2024-01-31')).reading.figure).toMatchObject({ state: 'missing' })
    expect((await asKnown('2999-01-01')).reading.figure).toMatchObject({ numerator: 2, denominator: 9 })
    const explained = await callAs(db, analyst).indicators.explain({
      indicator: 'women-share',
      facility: 'c',
      month: '2023-03',
    })
    expect(explained.needs.flatMap(({ records }) => records)).toEqual([])
    const before = await change(sql`select * from place_series order by 1, 2, 3, 4`)
    await recomputeAll(db, { now })
    expect(await change(sql`select * from place_series order by 1, 2, 3, 4`)).toEqual(before)
    const told = await change(sql`select action from audit_entries where action like 'coverage.%'`)
    expect([...told]).toEqual([{ action: 'coverage.withdraw' }, { action: 'coverage.withdraw' }])
  })

  test('at the terminal names each difference on a line and ends with 1, and with 0 when there is none', async () => {
    const settings = { DATA_DIR: db.dataDir, ...(db.databaseUrl ? { DATABASE_URL: db.databaseUrl } : {}) }
    const said: string[] = []
    const write = (text: string) => said.push(text)
    const terminal = { stdout: { write }, stderr: { write: () => {} } }
    expect(await verifyCommand.run([], readEnv(settings), terminal)).toBe(0)
    expect(said.join('')).toMatch(/^3 facilities, \d+ series compared: no difference\n$/)
    await change(
      sql`update measure_series set amounts${inMonth('2023-04')} = 2 where ${of('a')} and measure_id = 'sol_over15'`,
    )
    expect(await verifyCommand.run([], readEnv(settings), terminal)).toBe(1)
    expect(said.join('')).toContain('a  measure  sol_over15  2023-04  stored: amounts 2  recomputed: amounts 1\n')
    await recomputeAll(db, { now })
  })
})

/** A generator of numbers below `below`, the same of the same seed: which step dies how. */
function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
}

// The embedded engine writes its files at each step and takes five times as long: it lives through a tenth of it.
const all = db.engine === 'postgresql' ? { steps: 1000, kills: 50 } : { steps: 100, kills: 10 }
const { steps, kills } = process.env.DAYLIGHT_TEST_ALL === '1' ? all : { steps: 12, kills: 2 }

test(`verify finds no difference after ${steps} imports and corrections and ${kills} kills at random moments`, async () => {
  const throwDice = dice(20_231)
  let from = 0
  for (let kill = 0; from < steps; kill++) {
    const life: CutLife = {
      dataDir: db.dataDir,
      databaseUrl: db.databaseUrl,
      folder,
      now: now.toISOString(),
      seed: 7,
      steps,
      from,
      // After the last kill the process lives to the end.
      transactions: kill < kills ? 1 + throwDice((steps / kills) * 12) : -1,
      isConfirmed: throwDice(2) === 0,
    }
    const { ended, said } = runNode(['--import', 'tsx', 'tests/support/live-until-killed.ts', JSON.stringify(life)])
    const how = await ended
    expect([['SIGKILL', 0].includes(how), said()]).toEqual([true, expect.stringMatching(/^(\d+\n)*$/)])
    const last = said().trim().split('\n').at(-1)
    const done = last ? Number(last) + 1 : from
    // Whoever was cut off brings the file again, or forgets it.
    from = how === 0 ? steps : done + throwDice(2)
    if (throwDice(3) === 0) {
      await recomputeIfStale(db, { now })
      expect(await found()).toEqual([])
    }
  }
  await recomputeIfStale(db, { now })
  expect(await found()).toEqual([])
})
