import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvScanner, type SourceRow } from '../../../server/services/files/csv.ts'

function scan(text: string, delimiter = ',', cuts: number[] = []): SourceRow[] {
  const scanner = csvScanner(delimiter)
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b)
  const rows: SourceRow[] = []
  let from = 0
  for (const to of [...places, text.length]) {
    rows.push(...scanner.push(text.slice(from, to)))
    from = to
  }
  return [...rows, ...scanner.end()]
}

const printCell = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const print = (rows: string[][], lineEnd: string) => rows.map((row) => row.map(printCell).join(',') + lineEnd).join('')

const cell = fc.string({ unit: fc.constantFrom('a', 'è', '"', ',', ' ', '\n', '\r\n', '0', '人') })
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })

describe('comma-separated text', () => {
  test('what is printed is read again, whatever the line ending', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, lineEnd) => {
        expect(scan(print(rows, lineEnd)).map((row) => row.cells)).toEqual(rows)
      }),
    )
  })

  test('any cutting of the text gives the same rows, broken text too', () => {
    const anyText = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', 'b') })
    fc.assert(
      fc.property(anyText, fc.array(fc.nat()), (text, cuts) => {
        expect(scan(text, ',', cuts)).toEqual(scan(text))
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    [
      'line feeds',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'carriage returns',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'no end on the last line',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'blank lines',
      'a,b\n\n\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'an empty last cell',
      'a,b\n1,\n',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    ['a quotation mark inside a plain cell', 'a,5" pipe\n', [['a', '5" pipe']]],
    ['a line break inside quotes', 'a,"b\nc"\n', [['a', 'b\nc']]],
  ])('%s', (_name, text, rows) => {
    expect(scan(text).map((row) => row.cells)).toEqual(rows)
  })

  test('lines are counted through line breaks inside quotes and blank lines', () => {
    expect(scan('a,b\n"x\ny",1\n\nz,2\n').map((row) => row.line)).toEqual([1, 2, 5])
  })

  test('a quotation mark that is never closed spoils its own line only', () => {
    const rows = scan('a,b\n1,"open\n2,x\n3,y\n')
    expect(rows.map((row) => [row.line, row.fault?.id])).toEqual([
      [1, undefined],
      [2, 'row.quote-open'],
      [3, undefined],
      [4, undefined],
    ])
    expect(rows[1]?.cells).toEqual(['1', '"open'])
  })

  test('a quotation mark that closes at a later one spoils its own line only', () => {
    const rows = scan('a,b\n1,"open\n2,"x"\n3,y\n')
    expect(rows.map((row) => [row.line, row.fault?.id])).toEqual([
      [1, undefined],
      [2, 'row.quote-stray'],
      [3, undefined],
      [4, undefined],
    ])
    expect(rows[2]?.cells).toEqual(['2', 'x'])
  })

  test('a quotation mark open for ever does not gather the file in memory', () => {
    const scanner = csvScanner(',')
    let rows = 0
    let longest = 0
    scanner.push('a,"never closed\n')
    for (let line = 0; line < 200_000; line++) {
      const given = scanner.push('1,2,3\n')
      rows += given.length
      longest = Math.max(longest, given.length)
    }
    rows += scanner.end().length
    expect(rows).toBe(200_001)
    expect(longest).toBeLessThan(2_000)
  })
})
