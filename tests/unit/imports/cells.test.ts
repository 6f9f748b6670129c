import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datePattern, dayReader, numberReader, refused } from '../../../server/domain/imports/cells.ts'

type Formats = Parameters<typeof numberReader>[0]
const formats = (given: Partial<Formats>): Formats => ({
  decimal: '.',
  thousands: '',
  dates: [],
  nullWords: [],
  ...given,
})

describe('numbers', () => {
  test.each([
    ['digits', {}, '42', 42],
    ['nought is a number', {}, '0', 0],
    ['an empty cell is no number, and not nought', {}, '', undefined],
    ['spaces alone are an empty cell', {}, '  ', undefined],
    ['a word for nothing', { nullWords: ['NULL', 'n.d.'] }, 'n.d.', undefined],
    ['a decimal point', {}, '1.5', 1.5],
    ['a decimal comma', { decimal: ',' }, '1,5', 1.5],
    ['a comma where none is declared', {}, '1,5', refused],
    ['thousands by points', { decimal: ',', thousands: '.' }, '1.234.567,8', 1234567.8],
    ['thousands by narrow spaces', { thousands: ' ' }, '12\u202f345', 12345],
    ['groups of the wrong length', { thousands: ',' }, '1,23', refused],
    ['a sign', {}, '-3', -3],
    ['text', {}, 'si', refused],
    ['hexadecimal', {}, '0x1f', refused],
    ['powers of ten', {}, '1e3', refused],
    ['a workbook number', {}, 12.5, 12.5],
  ] as [string, Partial<Formats>, string | number, unknown][])('%s', (_name, given, cell, expected) => {
    expect(numberReader(formats(given)).read(cell)).toBe(expected)
  })

  test('what is printed in any format is read again', () => {
    const separators = fc.constantFrom(
      { decimal: '.', thousands: ',' },
      { decimal: ',', thousands: '.' },
      { decimal: ',', thousands: ' ' },
      { decimal: '.', thousands: '' },
    ) as fc.Arbitrary<Pick<Formats, 'decimal' | 'thousands'>>
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 99 }),
        separators,
        (whole, cents, given) => {
          const grouped = String(Math.abs(whole)).replace(/\B(?=(\d{3})+$)/g, given.thousands)
          const text = `${whole < 0 ? '-' : ''}${grouped}${given.decimal}${String(cents).padStart(2, '0')}`
          const expected = Math.sign(whole || 1) * (Math.abs(whole) + cents / 100)
          expect(numberReader(formats(given)).read(text)).toBeCloseTo(expected, 2)
        },
      ),
    )
  })
})

describe('days', () => {
  test.each([
    ['the international form', [], '2020-02-29', '2020-02-29'],
    ['with a time of day', [], '2020-02-29T12:30:00.000', '2020-02-29'],
    ['day first', ['DD/MM/YYYY'], '29/02/2020', '2020-02-29'],
    ['short day and month', ['M/D/YYYY'], '5/9/2019', '2019-05-09'],
    ['digits only', ['YYYYMMDD'], '20220601', '2022-06-01'],
    ['a month is its last day', ['MM.YYYY'], '02.2020', '2020-02-29'],
    ['a day that the calendar lacks', [], '2019-02-29', refused],
    ['another form than declared', ['DD/MM/YYYY'], '2020/02/29', refused],
    ['empty', [], '', undefined],
  ] as [string, string[], string, unknown][])('%s', (_name, dates, cell, expected) => {
    expect(dayReader({ dates, nullWords: [] }).read(cell)).toBe(expected)
  })

  test('any day printed in a format is read again', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.constantFrom('DD/MM/YYYY', 'YYYYMMDD', 'D.M.YYYY', 'MM-DD-YYYY'), (date, format) => {
        const iso = date.toISOString().slice(0, 10)
        const [year, month, dayOfMonth] = iso.split('-') as [string, string, string]
        const text = format
          .replace('YYYY', year)
          .replace('MM', month)
          .replace('DD', dayOfMonth)
          .replace('M', String(Number(month)))
          .replace('D', String(Number(dayOfMonth)))
        expect(dayReader({ dates: [format], nullWords: [] }).read(text)).toBe(iso)
      }),
    )
  })

  test.each(['DD/MM', 'YYYY', 'YYYY-MM-MM', 'year'])('%s is no date format', (format) => {
    expect(datePattern(format)).toBeUndefined()
  })
})
