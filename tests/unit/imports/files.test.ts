import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { afterAll, describe, expect, test } from 'vitest'
import { DomainError } from '../../../server/domain/errors.ts'
import type { FaultId } from '../../../server/domain/imports/faults.en.ts'
import { fileOptions } from '../../../server/domain/imports/fields.ts'
import type { SourceRow } from '../../../server/services/files/csv.ts'
import { inspectFile } from '../../../server/services/files/inspect.ts'
import { openTable } from '../../../server/services/files/table.ts'
import { sheetNames } from '../../../server/services/files/workbook.ts'
import { reasonText } from '../../../server/services/import-words.ts'

const folder = mkdtempSync(join(tmpdir(), 'daylight-files-'))
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(content: string | Buffer, name = 'file.csv'): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function readAll(path: string, options: object = {}, wanted = ['Name', 'Held']) {
  const table = await openTable(await inspectFile(path), fileOptions.parse(options), wanted)
  const rows: SourceRow[] = []
  for await (const piece of table.rows) rows.push(...piece)
  return { table, rows, cells: rows.map((row) => row.cells) }
}

async function refusalOf(path: string, options: object = {}, wanted?: string[]): Promise<string> {
  const error = await readAll(path, options, wanted).catch((reason: unknown) => reason)
  if (!(error instanceof DomainError)) throw new Error(`not refused: ${String(error)}`)
  return `${error.messageId}: ${reasonText({ id: error.messageId as FaultId, values: error.values })}`
}

const text = 'Name,Held\nForlì,5\nMönch,6\n'
const rows = [
  ['Forlì', '5'],
  ['Mönch', '6'],
]
const wide = (encoding: 'le' | 'be') => {
  const bytes = Buffer.from(text, 'utf16le')
  return encoding === 'le' ? bytes : bytes.swap16()
}

describe('encodings', () => {
  test.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 with a mark, little end first', Buffer.concat([Buffer.from([0xff, 0xfe]), wide('le')]), 'utf-16le'],
    ['UTF-16 with a mark, big end first', Buffer.concat([Buffer.from([0xfe, 0xff]), wide('be')]), 'utf-16be'],
    ['UTF-16 without a mark', wide('le'), 'utf-16le'],
    ['Latin-1', Buffer.from(text, 'latin1'), 'windows-1252'],
    ['gzip', gzipSync(text), 'utf-8'],
    ['two gzip members', Buffer.concat([gzipSync('Name,Held\nForlì,5\n'), gzipSync('Mönch,6\n')]), 'utf-8'],
  ])('%s is found out', async (_name, bytes, encoding) => {
    const path = fileOf(bytes)
    expect((await inspectFile(path)).encoding).toBe(encoding)
    expect((await readAll(path)).cells).toEqual(rows)
  })

  test('a file that is not what the mapping declares is refused with the line', async () => {
    const path = fileOf(Buffer.from(text, 'latin1'))
    expect(await refusalOf(path, { encoding: 'utf-8' })).toMatch(/^file.wrong-encoding: .*line 1/)
  })

  test('a guess is known as one', async () => {
    expect((await inspectFile(fileOf(Buffer.from(text, 'latin1')))).guessed).toBe(true)
    expect((await inspectFile(fileOf(text))).guessed).toBe(false)
  })
})

describe('files that are none', () => {
  const long = `Name,Held\n${Array.from({ length: 20_000 }, (_, at) => `Place ${at * 7919},${at}\n`).join('')}`
  test.each([
    ['a missing file', () => join(folder, 'nowhere.csv'), /^file.none/],
    ['a folder', () => folder, /^file.not-a-file/],
    ['an empty file', () => fileOf(''), /^file.empty/],
    ['an empty gzip', () => fileOf(gzipSync('')), /^file.empty/],
    ['a PDF', () => fileOf('%PDF-1.7 …'), /^file.binary: .*PDF/],
    ['an old workbook', () => fileOf(Buffer.from('d0cf11e0a1b11ae1', 'hex')), /^file.binary: .*\.xls/],
    ['bytes', () => fileOf(Buffer.from([1, 0, 0, 0, 7, 9, 0, 0, 0, 0])), /^file.binary/],
    [
      'a cut gzip',
      () => fileOf(gzipSync(long).subarray(0, 40_000)),
      /^file.truncated-gzip: .*[1-9][\d,]* complete lines .* nothing was taken in/,
    ],
    [
      'a damaged gzip',
      () => fileOf(Buffer.concat([gzipSync(long).subarray(0, 2000), Buffer.alloc(5000, 0xff)])),
      /^file.(bad|truncated)-gzip/,
    ],
    [
      'a zip that is no workbook',
      () => fileOf(Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(200, 7)])),
      /^file.(bad-workbook|no-sheet)/,
    ],
  ])('%s is refused', async (_name, path, message) => {
    expect(await refusalOf(path())).toMatch(message)
  })
})

describe('headers', () => {
  test('a header further down is found by its columns', async () => {
    const { table, cells } = await readAll(fileOf('Report of the ministry\n\nName,Held,Other\nA,1,x\n'))
    expect(table.headerLine).toBe(3)
    expect(cells).toEqual([['A', '1', 'x']])
  })

  test('rows below the header that are not data are passed over', async () => {
    expect((await readAll(fileOf('Name,Held\n(1),(2)\nA,1\n'), { headerRow: 1, skipRows: 1 })).cells).toEqual([
      ['A', '1'],
    ])
  })

  test('an unknown column is refused with the nearest one', async () => {
    expect(await refusalOf(fileOf(text), {}, ['Name', 'Hled'])).toMatch(
      /^file.unknown-column: .*'Hled'.*Did you mean 'Held'/,
    )
  })

  test('two columns of one name are refused', async () => {
    expect(await refusalOf(fileOf('Name,Held,held\nA,1,2\n'))).toMatch(/^file.column-twice: .*number 2 and 3/)
  })

  test('a wrong delimiter is refused with the likely one', async () => {
    expect(await refusalOf(fileOf(text.replaceAll(',', ';')), { delimiter: ',' })).toMatch(
      /^file.wrong-delimiter: .*';'/,
    )
  })

  test.each([';', '\t', '|', ','])('the delimiter %j is found out', async (sign) => {
    expect((await readAll(fileOf(text.replaceAll(',', sign)))).cells).toEqual(rows)
  })

  test('a row of another width than the header is marked', async () => {
    const read = await readAll(fileOf('Name,Held\nA,1\nB\nC,1,2\nD,1,\n'))
    expect(read.rows.map((row) => [row.line, row.fault?.id])).toEqual([
      [2, undefined],
      [3, 'row.cells'],
      [4, 'row.cells'],
      [5, undefined],
    ])
  })
})

describe('workbooks', () => {
  async function workbook(): Promise<string> {
    const book = new ExcelJS.Workbook()
    book.addWorksheet('Notes').addRows([['Nothing here'], ['to read']])
    const sheet = book.addWorksheet('Figures 2020')
    sheet.addRows([
      ['Report'],
      [],
      ['Name', 'Held', 'On'],
      ['A', 5, new Date('2020-02-29')],
      [],
      ['B', { formula: 'B4+1', result: 6 }, '2020-03-31'],
    ])
    sheet.mergeCells('A1:C1')
    sheet.addRow([{ richText: [{ text: 'C' }, { text: ' D' }] }, 7.5, null])
    const path = join(folder, 'book.xlsx')
    await book.xlsx.writeFile(path)
    return path
  }

  test.each([
    ['any sheet that has the columns', {}],
    ['a sheet by its name', { sheet: 'figures 2020' }],
    ['a sheet by its number', { sheet: 2 }],
    ['a sheet by a pattern', { sheet: { pattern: '^Figures' }, headerRow: 3 }],
  ])('%s is read: days, results of formulas, rich text, empty and merged rows', async (_name, options) => {
    const { table, rows } = await readAll(await workbook(), options)
    expect(table.sheet).toBe('Figures 2020')
    expect(rows).toEqual([
      { line: 4, cells: ['A', 5, '2020-02-29'] },
      { line: 6, cells: ['B', 6, '2020-03-31'] },
      { line: 7, cells: ['C D', 7.5] },
    ])
  })

  test('a moment keeps its time of day, to the second, and a midnight is a day', async () => {
    const book = new ExcelJS.Workbook()
    book.addWorksheet('Log').addRows([
      ['Name', 'Held', 'On'],
      ['A', 1, new Date('2020-02-29T14:30:00Z')],
      ['B', 1, new Date('2020-02-29T23:59:59.999Z')],
      ['C', 1, new Date('2020-02-29T00:00:00Z')],
    ])
    const path = join(folder, 'moments.xlsx')
    await book.xlsx.writeFile(path)
    const { rows } = await readAll(path, {})
    expect(rows.map(({ cells }) => cells[2])).toEqual(['2020-02-29T14:30:00', '2020-03-01', '2020-02-29'])
  })

  test('sheets are named by a pattern, in the order of the file', async () => {
    const path = await workbook()
    expect(await sheetNames(path, 'book.xlsx', '^figures')).toEqual(['Figures 2020'])
    expect(await sheetNames(path, 'book.xlsx', '.')).toEqual(['Notes', 'Figures 2020'])
    await expect(sheetNames(path, 'book.xlsx', '1999')).rejects.toMatchObject({ messageId: 'file.no-sheet' })
  })

  test('a sheet that is not there is refused with those that are', async () => {
    expect(await refusalOf(await workbook(), { sheet: 'Data' })).toMatch(/^file.no-sheet: .*Notes, Figures 2020/)
  })

  test('a column that no sheet has is refused', async () => {
    expect(await refusalOf(await workbook(), {}, ['Name', 'Helld'])).toMatch(/Did you mean 'Held'/)
  })
})

describe('JSON Lines', () => {
  const held = (count: number) => JSON.stringify({ Name: `P${count}`, Held: count })

  test('each object is a row; null and an absent name are empty cells', async () => {
    const lines = ['{"Name":"Forlì","Held":5,"Open":true}', '', '{"Held":null,"Name":" Mönch "}', '{"Name":"x"}']
    const { table, rows } = await readAll(fileOf(`\ufeff${lines.join('\r\n')}`))
    expect(table.header.names).toEqual(['Name', 'Held', 'Open'])
    expect(rows).toEqual([
      { line: 1, cells: ['Forlì', 5, 'true'] },
      { line: 3, cells: ['Mönch', '', ''] },
      { line: 4, cells: ['x', '', ''] },
    ])
  })

  test('a broken line, a nested value and an endless line are refused by line, the rest is kept', async () => {
    const wrong = [
      '{"Name":"a","Held":',
      '[1,2]',
      '{"Name":{"first":"x"},"Held":1}',
      `{"Name":"${'y'.repeat(1_100_000)}"}`,
    ]
    const { rows } = await readAll(fileOf([held(1), ...wrong, held(2)].join('\n')))
    expect(rows.map((row) => [row.line, row.fault?.id ?? row.cells])).toEqual([
      [1, ['P1', 1]],
      [2, 'row.not-json'],
      [3, 'row.not-json'],
      [4, 'row.nested'],
      [5, 'row.too-long'],
      [6, ['P2', 2]],
    ])
  })

  test('however long the file, nothing of it is lost where it is cut', async () => {
    const { cells } = await readAll(fileOf(gzipSync(Array.from({ length: 30_000 }, (_, at) => held(at)).join('\n'))))
    expect(cells.length).toBe(30_000)
    expect(cells.every(([name, count], at) => name === `P${at}` && count === at)).toBe(true)
  })

  test('names that the mapping wants and the file lacks are told', async () => {
    expect(await refusalOf(fileOf(held(1)), {}, ['Name', 'Hold'])).toContain('file.unknown-column')
  })

  test('names that mean something to the machine are names like others', async () => {
    const { cells } = await readAll(fileOf('{"__proto__":"p","constructor":"c"}\n{"constructor":"d"}'), {}, [
      '__proto__',
      'constructor',
    ])
    expect(cells).toEqual([
      ['p', 'c'],
      ['', 'd'],
    ])
  })
})
