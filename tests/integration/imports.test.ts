import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, describe, expect, test } from 'vitest'
import { stageRows } from '../../db/queries/staging.ts'
import type { Mapping } from '../../server/domain/imports/mapping.ts'
import { readMapping } from '../../server/domain/imports/mapping-check.ts'
import { reasonText } from '../../server/services/import-words.ts'
import { type ImportReport, type ImportRequest, importFile } from '../../server/services/imports.ts'
import { freshDatabase } from '../support/database.ts'
import { certificates, monthly, register } from '../support/ministry-mappings.ts'

const db = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'daylight-imports-'))
afterAll(() => rmSync(folder, { recursive: true }))
const now = new Date('2024-06-15T12:00:00Z')

function mappingOf(given: object): Mapping {
  const read = readMapping(JSON.stringify(given))
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return read.mapping
}

let files = 0
/** Takes in lines of text under a header as a file of its own. */
async function take(
  mapping: object,
  header: string,
  lines: string[],
  given: Partial<ImportRequest> = {},
): Promise<ImportReport> {
  const path = join(folder, `file-${++files}.csv`)
  writeFileSync(path, `${header}\n${lines.map((line) => `${line}\n`).join('')}`)
  return takeFile(mapping, path, given)
}

function takeFile(mapping: object, path: string, given: Partial<ImportRequest> = {}): Promise<ImportReport> {
  return importFile(db, { path, mapping: mappingOf(mapping), by: 'tester', now, withoutRecompute: true, ...given })
}

const registerHeader = 'Code,Bulletin,Name,Region,From,To,Event,Other'
const takeRegister = (...lines: string[]) => take(register, registerHeader, lines)
const takeMonths = (...lines: string[]) => take(monthly, 'Code,Month,Held,Women', lines)
const reasons = (report: ImportReport) => report.faults.map((fault) => `${fault.line}: ${reasonText(fault.reason)}`)

async function rows<Row extends Record<string, unknown>>(query: ReturnType<typeof sql>): Promise<Row[]> {
  return [...(await db.asSystem((tx) => tx.execute(query)))] as Row[]
}

const currentLines = () =>
  rows(sql`select f.key, to_char(r.month, 'YYYY-MM') as month, r.measure_id || r.breakdown as cell, r.state, r.amount, r.line
    from return_lines r join facilities f on f.id = r.facility_id where superseded_at is null order by 1, 2, 3`)

/** Each test has facilities of its own: what is append-only cannot be emptied between tests by the role that writes it. */
async function places(prefix: string): Promise<void> {
  await takeRegister(
    `${prefix}1,,${prefix} North,Highland,2019-01-01,,,`,
    `${prefix}2,,${prefix} South,Lowland,2019-01-01,,,`,
  )
}

describe('monthly measures', () => {
  test('good rows become current lines with their file and line; an empty cell is missing and not nought', async () => {
    await places('a')
    const report = await takeMonths('a1,2020-01,100,10', 'a2,2020-01,0,')
    expect(report).toMatchObject({
      changed: true,
      rows: { read: 2, good: 2, bad: 0 },
      values: { added: 4, superseded: 0 },
    })
    expect(report.rejects).toBeUndefined()
    expect((await currentLines()).filter((line) => String(line.key).startsWith('a'))).toEqual([
      { key: 'a1', month: '2020-01', cell: 'pop_closing', state: 1, amount: 100, line: 2 },
      { key: 'a1', month: '2020-01', cell: 'pop_closingsex:female', state: 1, amount: 10, line: 2 },
      { key: 'a2', month: '2020-01', cell: 'pop_closing', state: 1, amount: 0, line: 3 },
      { key: 'a2', month: '2020-01', cell: 'pop_closingsex:female', state: 0, amount: null, line: 3 },
    ])
    const [written] = await rows(
      sql`select file_name, rows_read, rows_good, by, length(file_sha256) as hash from imports where id = ${report.importId}::uuid`,
    )
    expect(written).toMatchObject({ rows_read: 2, rows_good: 2, by: 'tester', hash: 64 })
  })

  test('the same file twice changes nothing and says so', async () => {
    await places('b')
    const path = join(folder, 'twice.csv')
    writeFileSync(path, 'Code,Month,Held,Women\nb1,2020-01,100,10\n')
    const first = await takeFile(monthly, path)
    const second = await takeFile(monthly, path)
    expect(first).toMatchObject({ changed: true, acceptedBefore: undefined })
    expect(second).toMatchObject({ changed: false, importId: undefined })
    expect(second.acceptedBefore).toContain('2024-06-15')
  })

  test('a corrected file supersedes what it changes, keeps the history and leaves the rest', async () => {
    await places('c')
    await takeMonths('c1,2020-01,100,10', 'c2,2020-01,50,5')
    const report = await takeMonths('c1,2020-01,101,10')
    expect(report.values).toEqual({ added: 0, superseded: 1, unchanged: 1 })
    const history =
      await rows(sql`select amount, superseded_at is null as current from return_lines r join facilities f on f.id = r.facility_id
      where f.key = 'c1' and breakdown = '' order by recorded_at, amount`)
    expect(history).toEqual([
      { amount: 100, current: false },
      { amount: 101, current: true },
    ])
    expect((await currentLines()).filter((line) => line.key === 'c2')).toHaveLength(2)
  })

  test('bad rows go to a file that can be mended and sent again; good ones go in', async () => {
    await places('d')
    const report = await takeMonths('d1,2020-01,100,10', 'd2,2020-01,10,11', 'd9,2020-01,1,1', '=cmd(),2020-01,-1,x')
    expect(report.rows).toMatchObject({ read: 4, good: 1, bad: 3 })
    const text = readFileSync(report.rejects!, 'utf8')
    expect(text.split('\n')[0]).toBe('\ufeffline,column,value,reason,Code,Month,Held,Women')
    expect(text).toMatch(/^3,Women,11,.*more than pop_closing.*,d2,2020-01,10,11$/m)
    expect(text).toMatch(/^4,Code,d9,.*No facility.*,d9,2020-01,1,1$/m)
    // A spreadsheet must not take a cell for a formula; a negative number stays one.
    expect(text).toMatch(/,'=cmd\(\),2020-01,-1,x$/m)
    const mended = join(folder, 'mended.csv')
    writeFileSync(mended, text.replace('d2,2020-01,10,11', 'd2,2020-01,10,9').split('\n').slice(0, 2).join('\n'))
    expect(await takeFile(monthly, mended)).toMatchObject({ rows: { read: 1, good: 1, bad: 0 }, values: { added: 2 } })
  })

  test('a file with refused rows can be taken again once their cause is mended', async () => {
    await places('e')
    const path = join(folder, 'later.csv')
    writeFileSync(path, 'Code,Month,Held,Women\ne1,2020-01,100,10\ne3,2020-01,5,1\n')
    expect(await takeFile(monthly, path)).toMatchObject({ rows: { good: 1, bad: 1 } })
    await takeRegister('e3,,e East,Lowland,2019-01-01,,,')
    expect(await takeFile(monthly, path)).toMatchObject({
      changed: true,
      rows: { good: 2, bad: 0 },
      values: { added: 2, unchanged: 2 },
    })
  })

  test('exact duplicates are dropped and counted, contradicting ones refused on both lines', async () => {
    await places('f')
    const report = await takeMonths('f1,2020-01,100,10', 'f1,2020-01,100,10', 'f2,2020-01,5,1', 'f2,2020-01,6,1')
    expect(report.rows).toMatchObject({ read: 4, good: 1, bad: 2, duplicates: 1 })
    expect(reasons(report)).toEqual([
      '4: Line 5 gives other values for the same facility and month; neither was taken in',
      '5: Line 4 gives other values for the same facility and month; neither was taken in',
    ])
    expect(readFileSync(report.rejects!, 'utf8')).toContain('f2,2020-01,6,1')
  })

  test('a locked month refuses changes and lets what is unchanged pass', async () => {
    await places('g')
    await takeMonths('g1,2020-01,100,10', 'g1,2020-02,90,9')
    await rows(sql`insert into return_months (facility_id, month, state, changed_at)
      select id, '2020-01-01', 'locked', now() from facilities where key = 'g1'`)
    const report = await takeMonths('g1,2020-01,99,10', 'g1,2020-02,91,9')
    expect(reasons(report)).toEqual(['2: 2020-01 is locked for g1; a change needs a revision with its reason'])
    expect(report.values).toMatchObject({ superseded: 1 })
    expect((await takeMonths('g1,2020-01,100,10')).rows).toMatchObject({ good: 1, bad: 0 })
  })

  test('a part that is more than a whole of another file is refused', async () => {
    await places('h')
    const whole = { ...monthly, measures: [{ measure: 'capacity_certified', column: 'Places' }] }
    const part = { ...monthly, measures: [{ measure: 'capacity_available', column: 'Places' }] }
    await take(whole, 'Code,Month,Places', ['h1,2020-01,100', 'h2,2020-01,100'])
    const report = await take(part, 'Code,Month,Places', ['h1,2020-01,101', 'h2,2020-01,100'])
    expect(reasons(report)[0]).toMatch(/^2: capacity_available \(101\) would be more than capacity_certified \(100\)/)
    expect(report.rows).toMatchObject({ good: 1, bad: 1 })
    expect(reasons(await take(whole, 'Code,Month,Places', ['h2,2020-01,99']))[0]).toMatch(
      /capacity_available \(100\) would be more/,
    )
  })

  test('a group that is more than a whole of another file is refused, whichever comes later', async () => {
    await places('m')
    const whole = { ...monthly, measures: [{ measure: 'pop_closing', column: 'Held' }] }
    const women = { ...monthly, measures: [{ measure: 'pop_closing@sex:female', column: 'Women' }] }
    const foreignWomen = { ...monthly, measures: [{ measure: 'foreign_closing@sex:female', column: 'F' }] }
    await take(whole, 'Code,Month,Held', ['m1,2020-01,10', 'm2,2020-01,10'])
    expect(reasons(await take(women, 'Code,Month,Women', ['m1,2020-01,11', 'm2,2020-01,10']))).toEqual([
      expect.stringMatching(/^2: pop_closing@sex:female \(11\) would be more than pop_closing \(10\)/),
    ])
    expect(reasons(await take(whole, 'Code,Month,Held', ['m2,2020-01,9']))).toEqual([
      expect.stringMatching(/^2: pop_closing@sex:female \(10\) would be more than pop_closing \(9\)/),
    ])
    expect(reasons(await take(foreignWomen, 'Code,Month,F', ['m1,2020-01,99', 'm2,2020-01,11']))).toEqual([
      expect.stringMatching(/^3: foreign_closing@sex:female \(11\) would be more than pop_closing@sex:female \(10\)/),
    ])
    expect((await take(women, 'Code,Month,Women', ['m1,2020-01,10'])).rows).toMatchObject({ good: 0, bad: 1 })
  })

  test('a dry run reads everything and changes nothing', async () => {
    await places('i')
    const path = join(folder, 'dry.csv')
    writeFileSync(path, 'Code,Month,Held,Women\ni1,2020-01,100,10\ni7,2020-01,1,1\n')
    const report = await takeFile(monthly, path, { dryRun: true })
    expect(report).toMatchObject({
      changed: false,
      importId: undefined,
      rows: { good: 1, bad: 1 },
      values: { added: 2 },
    })
    expect((await currentLines()).filter((line) => line.key === 'i1')).toEqual([])
    expect((await takeFile(monthly, path)).changed).toBe(true)
  })

  test('facilities that nobody knows are made from their first month, each once', async () => {
    const making = {
      ...monthly,
      facility: { key: 'Code', unknown: 'create', create: { name: 'Code', region: { constant: 'Coast' } } },
    }
    const report = await take(making, 'Code,Month,Held,Women', [
      'Bay,2020-03,1,0',
      'Bay,2020-02,1,0',
      'Cape,2020-05,,x',
    ])
    expect(report.rows).toMatchObject({ good: 2, bad: 1 })
    expect(
      await rows(sql`select f.key, v.valid_from::text as "from", r.name as region from facilities f join facility_versions v on v.facility_id = f.id
        join region_versions r on r.region_id = v.region_id where r.name = 'Coast'`),
    ).toEqual([{ key: 'bay', from: '2020-02-01', region: 'Coast' }])
    expect((await take(making, 'Code,Month,Held,Women', ['bay,2020-04,2,0'])).rows).toMatchObject({ good: 1 })
  })

  test('a run that broke off leaves nothing: its staged rows are cleared by the next', async () => {
    await places('j')
    const batch = v7({ msecs: now.getTime() - 7 * 3_600_000 })
    const [facility] = await rows<{ id: string }>(sql`select id::text as id from facilities where key = 'j1'`)
    const row = {
      batch_id: ['uuid', batch],
      line: ['int', 2],
      facility_id: ['uuid', facility!.id],
      month: ['date', '2020-01-01'],
    }
    const cells = {
      measure_id: ['text', 'pop_closing'],
      breakdown: ['text', ''],
      state: ['smallint', 1],
      amount: ['float8', 5],
    }
    const columns = Object.entries({ ...row, ...cells }).map(([name, [type, value]]) => ({
      name,
      type: type as string,
      values: [value!],
    }))
    await db.asSystem((tx) => stageRows(tx, db.engine, 'import_staging', columns))
    await takeMonths('j2,2020-01,1,0')
    expect(await rows(sql`select 1 from import_staging`)).toEqual([])
    expect((await currentLines()).filter((line) => line.key === 'j1')).toEqual([])
  })

  test('a file that cannot be read as a whole changes nothing and leaves no file behind', async () => {
    await places('k')
    const before = readdirSync(folder).length
    await expect(take(monthly, 'Code,Month,Held', ['k1,2020-01,1'])).rejects.toMatchObject({
      messageId: 'file.unknown-column',
    })
    expect(readdirSync(folder).length).toBe(before + 1)
    expect(existsSync(join(folder, `file-${files}.csv.rejected.part`))).toBe(false)
  })

  test('what the mapping leaves out or corrects is counted', async () => {
    await places('l')
    const ruled = {
      ...monthly,
      leaveOut: [{ column: 'Code', matches: '^total' }],
      corrections: [{ when: { Code: 'l9' }, set: { Code: 'l1' }, why: 'a slip' }],
    }
    const report = await take(ruled, 'Code,Month,Held,Women', ['l9,2020-01,5,1', 'Total,2020-01,5,1'])
    expect(report.rows).toMatchObject({ read: 2, good: 1, bad: 0, leftOut: 1, corrected: [1] })
  })
})

describe('the register', () => {
  test('a rename is a new version; the facility keeps its id and its keys', async () => {
    await places('m')
    const report = await takeRegister('m1,M|1,m North Star,Highland,2022-01-01,,,')
    expect(report).toMatchObject({ changed: true, rows: { good: 1 } })
    expect(
      await rows(sql`select v.name, v.valid_from::text as "from", v.valid_to::text as "to" from facility_versions v join facilities f on f.id = v.facility_id
        where f.key = 'm1' order by valid_from`),
    ).toEqual([
      { name: 'm North', from: '2019-01-01', to: '2022-01-01' },
      { name: 'm North Star', from: '2022-01-01', to: null },
    ])
    const other = { ...monthly, source: 'bulletin' }
    expect((await take(other, 'Code,Month,Held,Women', ['m|1,2022-02,5,1'])).rows).toMatchObject({ good: 1, bad: 0 })
  })

  test('a corrected register withdraws the version and keeps it', async () => {
    await places('n')
    await takeRegister('n1,,n North,Coast,2019-01-01,,,')
    const versions =
      await rows(sql`select v.valid_to::text as "to" from facility_versions v join facilities f on f.id = v.facility_id
      where f.key = 'n1' order by recorded_at, v.valid_to nulls last`)
    expect(versions.map((row) => row.to)).toEqual(['2019-01-01', null])
    expect((await takeMonths('n1,2019-01,5,1')).rows).toMatchObject({ good: 1 })
  })

  test('a facility that splits in two: months after it are refused and name the successors', async () => {
    await places('o')
    await takeRegister(
      'o1,,o North,Highland,2019-01-01,2023-01-01,closed,',
      'o5,,o East,Highland,2023-01-01,,split-from,o1',
      'o6,,o West,Highland,2023-01-01,,split-from,o1',
    )
    const report = await takeMonths('o1,2022-12,9,1', 'o1,2023-01,9,1', 'o5,2023-01,4,1', 'o6,2022-12,4,1')
    expect(reasons(report)).toEqual([
      '3: o North ended on 2023-01-01. Its successors: o East (o5), o West (o6)',
      '5: o West did not exist before 2023-01-01',
    ])
  })

  test('the same register twice changes nothing', async () => {
    await places('p')
    const again = await takeRegister('p1,,p North,Highland,2019-01-01,,,', 'p2,,p South,Lowland,2019-01-01,,,', '')
    expect(again).toMatchObject({ changed: false, values: { added: 0, superseded: 0, unchanged: 2 } })
  })

  test('a key that already names another facility is refused', async () => {
    await places('q')
    await takeRegister('q1,Q|1,q North,Highland,2019-01-01,,,')
    const report = await takeRegister('q2,Q|1,q South,Lowland,2019-01-01,,,')
    expect(reasons(report)).toEqual(["2: The key 'Q|1' of bulletin already names another facility (q1)"])
  })
})

describe('capacity certificates', () => {
  const header = 'Code,Places,By,On,From,To,Evidence'
  const held = () =>
    rows(sql`select f.key, certified_places as places, valid_from::text as "from", valid_to::text as "to", superseded_at is null as current
      from capacity_certificates c join facilities f on f.id = c.facility_id where f.key like 'r%' order by recorded_at, valid_from, places`)

  test('a certificate without evidence or with impossible places is refused; a later one ends the one before', async () => {
    await places('r')
    const report = await take(certificates, header, [
      'r1,100,Ministry,2019-01-01,2019-01-01,,Decree 1',
      'r2,-5,Ministry,2019-01-01,2019-01-01,,Decree 2',
      'r2,5.5,Ministry,2019-01-01,2019-01-01,,Decree 2',
      'r2,50,Ministry,2019-01-01,2019-01-01,,',
    ])
    expect(reasons(report)).toEqual([
      '3: Less than nought',
      '4: A count of persons or things has no fraction',
      '5: A certificate without a reference to its evidence is not accepted',
    ])
    await take(certificates, header, ['r1,120,Ministry,2022-01-01,2022-01-01,,Decree 9'])
    const corrected = await take(certificates, header, ['r1,121,Ministry,2022-01-01,2022-01-01,,Decree 9'])
    expect(corrected.values).toEqual({ added: 0, superseded: 1, unchanged: 0 })
    expect(await held()).toEqual([
      { key: 'r1', places: 100, from: '2019-01-01', to: '2022-01-01', current: true },
      { key: 'r1', places: 120, from: '2022-01-01', to: null, current: false },
      { key: 'r1', places: 121, from: '2022-01-01', to: null, current: true },
    ])
  })

  test('overlapping certificates of one file are refused and name each other', async () => {
    await places('s')
    const report = await take(certificates, header, [
      's1,100,Ministry,2019-01-01,2019-01-01,2022-01-01,Decree 1',
      's1,120,Ministry,2021-01-01,2021-01-01,,Decree 2',
    ])
    expect(reasons(report).map((text) => text.slice(0, 9))).toEqual(['3: Line 2', '2: Line 3'])
  })
})

test('what an import touches is computed anew', async () => {
  await places('t')
  const path = join(folder, 'computed.csv')
  writeFileSync(path, 'Code,Month,Held,Women\nt1,2020-01,100,10\n')
  const report = await takeFile(monthly, path, { withoutRecompute: false })
  expect(report.touched).toMatchObject({ from: '2020-01', to: '2020-01' })
  const series = await rows(sql`select s.amounts from measure_series s join facilities f on f.id = s.facility_id
    where f.key = 't1' and measure_id = 'pop_closing' and breakdown = ''`)
  expect(series).toEqual([{ amounts: expect.arrayContaining([100]) }])
})
