import { describe, expect, test } from 'vitest'
import { facilityLookup, type KnownFacility } from '../../../server/domain/imports/facility-lookup.ts'
import { headerOf } from '../../../server/domain/imports/header.ts'
import type { MonthlyMapping } from '../../../server/domain/imports/mapping.ts'
import { readMapping } from '../../../server/domain/imports/mapping-check.ts'
import { type MonthlyReader, monthlyReader } from '../../../server/domain/imports/monthly-row.ts'
import { reasonText } from '../../../server/services/import-words.ts'

function facility(given: Partial<KnownFacility> & { key: string }): KnownFacility {
  const validity = { validFrom: given.from ?? '2019-01-01', validTo: given.to ?? null }
  return {
    id: `id-${given.key}`,
    name: given.key,
    from: validity.validFrom,
    to: validity.validTo,
    keys: [{ source: 'ministry', key: given.key, ...validity }],
    names: [{ name: given.name ?? given.key, ...validity }],
    successors: [],
    ...given,
  }
}

const known = [
  facility({ key: 'A1', name: 'North' }),
  facility({ key: 'B2', name: 'Central' }),
  facility({ key: 'C3', name: 'Central' }),
  facility({ key: 'D4', name: 'Split', to: '2020-01-01', successors: ['Split East (E5)', 'Split West (F6)'] }),
  facility({ key: 'G7', name: 'New', from: '2021-05-01' }),
]

const base = {
  version: 1,
  kind: 'monthly-measures',
  source: 'ministry',
  facility: { key: 'Code' },
  period: { column: 'Month' },
  measures: [
    { measure: 'pop_closing', column: 'Held' },
    { measure: 'pop_closing@sex:female', column: 'Women' },
    { measure: 'pop_closing@sex:male', column: 'Men' },
    { measure: 'foreign_closing', column: 'Foreign' },
    { measure: 'staff_custodial_fte', column: 'Staff' },
  ],
}
const header = ['Code', 'Month', 'Held', 'Women', 'Men', 'Foreign', 'Staff']

function readerOf(given: object = {}, fileName = 'returns.csv', columns = header): MonthlyReader {
  const read = readMapping(JSON.stringify({ ...base, ...given }))
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  const context = { header: headerOf(columns), lookup: facilityLookup(known), fileName, today: '2024-06-15' as const }
  const reader = monthlyReader(read.mapping as MonthlyMapping, context)
  if ('id' in reader) throw new Error(reasonText(reader))
  return reader
}

function faultsOf(row: string[], given: object = {}): [string | undefined, string][] {
  const result = readerOf(given).read(row, 7)
  if (!Array.isArray(result)) return []
  expect(result.every((fault) => fault.line === 7)).toBe(true)
  return result.map((fault) => [fault.column, reasonText(fault.reason)])
}

test('a good row gives its facility, its month and a value for each measure', () => {
  expect(readerOf().read(['a1', '2020-02', '100', '10', '90', '30', '41.5'], 2)).toMatchObject({
    facility: { known: { id: 'id-A1' } },
    month: '2020-02',
    states: [1, 1, 1, 1, 1],
    amounts: [100, 10, 90, 30, 41.5],
  })
})

test('an empty cell is missing, which is not nought', () => {
  const row = readerOf().read(['A1', '2020-02', '100', '', '', '0', ''], 2)
  expect(row).toMatchObject({ states: [1, 0, 0, 1, 0], amounts: [100, Number.NaN, Number.NaN, 0, Number.NaN] })
})

test('words are answers where the mapping says so', () => {
  const words = { notApplicable: ['n/a'], nothingToReport: ['nil'] }
  expect(readerOf({ words }).read(['A1', '2020-02', '100', 'N/A', 'nil', '', '1'], 2)).toMatchObject({
    states: [1, 3, 2, 0, 1],
  })
})

describe('each bad cell is told with its column and its reason', () => {
  test.each([
    [
      'an unknown facility',
      ['A11', '2020-02', '1', '', '', '', ''],
      'Code',
      /No facility has this key in ministry. Did you mean 'A1'/,
    ],
    ['no facility', ['', '2020-02', '1', '', '', '', ''], 'Code', /Empty/],
    ['a negative count', ['A1', '2020-02', '-1', '', '', '', ''], 'Held', /Less than nought/],
    ['a fraction of a person', ['A1', '2020-02', '1.5', '', '', '', ''], 'Held', /no fraction/],
    ['text for a number', ['A1', '2020-02', 'many', '', '', '', ''], 'Held', /Not a number/],
    [
      'women more than all',
      ['A1', '2020-02', '10', '11', '', '', ''],
      'Women',
      /sex:female \(11\) is more than pop_closing \(10\)/,
    ],
    [
      'women and men more than all',
      ['A1', '2020-02', '10', '6', '6', '', ''],
      'Women',
      /add up to 12, more than pop_closing \(10\)/,
    ],
    [
      'foreigners more than all',
      ['A1', '2020-02', '10', '', '', '11', ''],
      'Foreign',
      /foreign_closing \(11\) is more than/,
    ],
    ['a month that has not ended', ['A1', '2024-06', '1', '', '', '', ''], 'Month', /not ended/],
    ['a month in the future', ['A1', '2031-01', '1', '', '', '', ''], 'Month', /not ended/],
    ['a day within the month', ['A1', '2020-02-10', '1', '', '', '', ''], 'Month', /Not the last day/],
    ['no date', ['A1', 'February', '1', '', '', '', ''], 'Month', /Not a date in the form/],
    [
      'a month before the facility',
      ['G7', '2021-04', '1', '', '', '', ''],
      'Code',
      /New did not exist before 2021-05-01/,
    ],
    [
      'a facility that was split',
      ['D4', '2020-01', '1', '', '', '', ''],
      'Code',
      /ended on 2020-01-01. Its successors: Split East \(E5\), Split West/,
    ],
  ])('%s', (_name, row, column, text) => {
    const faults = faultsOf(row)
    expect(faults).toHaveLength(1)
    expect(faults[0]?.[0]).toBe(column)
    expect(faults[0]?.[1]).toMatch(text)
  })

  test('a name that two facilities bear is refused with their keys', () => {
    const byName = { facility: { by: 'name', key: 'Code' } }
    expect(faultsOf(['Central', '2020-02', '1', '', '', '', ''], byName)[0]?.[1]).toMatch(/B2, C3/)
    expect(faultsOf(['north', '2020-02', '1', '', '', '', ''], byName)).toEqual([])
  })

  test('an unknown code is refused with the allowed ones', () => {
    const coded = { facility: { key: { column: 'Code', codes: { first: 'A1', second: 'B2' } } } }
    expect(faultsOf(['third', '2020-02', '1', '', '', '', ''], coded)[0]?.[1]).toMatch(/Allowed: first, second/)
    expect(faultsOf(['First', '2020-02', '1', '', '', '', ''], coded)).toEqual([])
  })

  test('all faults of a row are told at once', () => {
    expect(faultsOf(['X', 'never', '-1', '1.5', '', '', '']).map(([column]) => column)).toEqual([
      'Month',
      'Code',
      'Held',
      'Women',
    ])
  })
})

describe('what a mapping can say', () => {
  test('an alias leads to the known key', () => {
    const given = { facility: { key: 'Code', aliases: { 'The North': 'A1' } } }
    expect(readerOf(given).read(['the north', '2020-02', '1', '', '', '', ''], 2)).toMatchObject({
      facility: { known: { id: 'id-A1' } },
    })
  })

  test('a facility that nobody knows can be made', () => {
    const given = {
      facility: { key: 'Code', unknown: 'create', create: { name: 'Code', region: { constant: 'South' } } },
    }
    expect(readerOf(given).read(['Z9', '2020-02', '1', '', '', '', ''], 2)).toMatchObject({
      facility: { made: { source: 'ministry', key: 'Z9', name: 'Z9', region: 'South' } },
    })
  })

  test('columns are added and taken away, and a silent part makes the whole silent', () => {
    const given = { measures: [{ measure: 'pop_closing', column: 'Held', plus: ['Men'], minus: ['Women'] }] }
    expect(readerOf(given).read(['A1', '2020-02', '10', '3', '5', '', ''], 2)).toMatchObject({ amounts: [12] })
    expect(readerOf(given).read(['A1', '2020-02', '10', '', '5', '', ''], 2)).toMatchObject({ states: [0] })
    expect(faultsOf(['A1', '2020-02', '1', '9', '5', '', ''], given)[0]?.[1]).toMatch(
      /difference is less than nought \(-3\)/,
    )
  })

  test('a factor turns the unit into ours', () => {
    const given = { measures: [{ measure: 'staff_custodial_fte', column: 'Staff', times: 0.01 }] }
    expect(readerOf(given).read(['A1', '2020-02', '', '', '', '', '4150'], 2)).toMatchObject({ amounts: [41.5] })
  })

  test('the month can come from the name of the file', () => {
    const given = { period: { fileName: '_(\\d{8})\\.csv', format: 'YYYYMMDD' } }
    expect(readerOf(given, 'daily_20220630.csv').read(['A1', '', '1', '', '', '', ''], 2)).toMatchObject({
      month: '2022-06',
    })
    expect(() => readerOf(given, 'daily.csv')).toThrow(/does not match/)
    expect(() => readerOf(given, 'daily_20229999.csv')).toThrow(/not a date/)
  })

  test('headers are found without regard to case and spaces', () => {
    const columns = header.map((name) => ` ${name.toUpperCase()}  `)
    expect(readerOf({}, 'f.csv', columns).read(['A1', '2020-02', '1', '', '', '', ''], 2)).toMatchObject({
      amounts: [1, Number.NaN, Number.NaN, Number.NaN, Number.NaN],
    })
  })
})
