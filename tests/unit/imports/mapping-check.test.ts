import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultWords } from '../../../server/domain/imports/faults.en.ts'
import { readMapping } from '../../../server/domain/imports/mapping-check.ts'
import { reasonText } from '../../../server/services/import-words.ts'

const good = {
  version: 1,
  kind: 'monthly-measures',
  source: 'ministry',
  facility: { key: 'Code' },
  period: { column: 'Month' },
  measures: [{ measure: 'pop_closing', column: 'Held' }],
}

function faultsOf(mapping: unknown): [string, string][] {
  const read = readMapping(typeof mapping === 'string' ? mapping : JSON.stringify(mapping))
  return 'faults' in read ? read.faults.map((fault) => [fault.path, reasonText(fault.reason)]) : []
}

test('a mapping that says the least is enough', () => {
  expect(faultsOf(good)).toEqual([])
})

describe('each mistake is told with its place and how to mend it', () => {
  test.each([
    ['no JSON', '{"version": 1,', '', /not JSON/],
    ['an unknown kind', { ...good, kind: 'monthly' }, 'kind', /./],
    ['a misspelled word', { ...good, facilty: {} }, 'facilty', /Did you mean 'facility'/],
    [
      'a misspelled word deeper down',
      { ...good, measures: [{ measure: 'pop_closing', colum: 'Held' }] },
      'measures[0].colum',
      /Did you mean 'column'/,
    ],
    ['a misspelled file option', { ...good, file: { delimeter: ';' } }, 'file.delimeter', /Did you mean 'delimiter'/],
    [
      'a misspelled word in a field',
      { ...good, facility: { key: { colum: 'Code' } } },
      'facility.key.colum',
      /Did you mean 'column'/,
    ],
    [
      'an unknown measure',
      { ...good, measures: [{ measure: 'pop_closng', column: 'Held' }] },
      'measures[0].measure',
      /Did you mean 'pop_closing'/,
    ],
    [
      'a breakdown that the measure has not',
      { ...good, measures: [{ measure: 'capacity_certified@age_group:18_20', column: 'Held' }] },
      'measures[0].measure',
      /Allowed: sex/,
    ],
    [
      'an unknown code of a breakdown',
      { ...good, measures: [{ measure: 'pop_closing@sex:women', column: 'Held' }] },
      'measures[0].measure',
      /Allowed: female, male/,
    ],
    [
      'a measure given twice',
      {
        ...good,
        measures: [
          { measure: 'pop_closing', column: 'A' },
          { measure: 'pop_closing', column: 'B' },
        ],
      },
      'measures[1].measure',
      /twice/,
    ],
    [
      'a pattern that is none',
      { ...good, leaveOut: [{ column: 'Code', matches: '(' }] },
      'leaveOut[0].matches',
      /not a regular expression/,
    ],
    [
      'a file name pattern without a date in it',
      { ...good, period: { fileName: '_\\d{8}', format: 'YYYYMMDD' } },
      'period.fileName',
      /brackets/,
    ],
    [
      'a date format that is none',
      { ...good, file: { dates: ['DD/MM/YYYY', 'YYYY'] } },
      'file.dates[1]',
      /not a date format/,
    ],
    ['one sign for two things', { ...good, file: { decimal: ',', thousands: ',' } }, 'file.thousands', /both/],
    ['creation without a name', { ...good, facility: { key: 'Code', unknown: 'create' } }, 'facility.create', /name/],
  ])('%s', (_name, mapping, path, text) => {
    const faults = faultsOf(mapping)
    expect(faults.map(([place]) => place)).toContain(path)
    expect(faults.find(([place]) => place === path)?.[1]).toMatch(text)
  })
})

test('every fault has words that can be formatted', () => {
  const anything = new Proxy({}, { get: () => 1, has: () => true, getOwnPropertyDescriptor: () => undefined })
  for (const id of Object.keys(faultWords) as (keyof typeof faultWords)[]) {
    const text = reasonText({ id, values: anything })
    expect(text, id).toMatch(/\w/)
    expect(text, id).not.toMatch(/[{}]/)
  }
})

describe('the mappings that are kept as examples', () => {
  const folder = join(import.meta.dirname, '../../../seeds/mappings')
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  test('there are some', () => expect(names.length).toBeGreaterThan(3))
  test.each(names)('%s has no fault', (name) => {
    expect(faultsOf(readFileSync(join(folder, name), 'utf8'))).toEqual([])
  })
})

describe('codes that a mapping of records writes down', () => {
  const ofSex = (sex: unknown) => ({
    version: 1,
    kind: 'records',
    source: 'service',
    facility: { key: 'Code' },
    records: [
      {
        record: 'person',
        fields: { person_key: { hash: ['Id'] }, sex },
        lacks: ['birth_year_month', 'nationality_group'],
      },
    ],
  })

  test.each([
    ['a translation', { column: 'Sex', codes: { F: 'woman' } }],
    ['what stands for all others', { column: 'Sex', codes: { F: 'female' }, otherwise: 'unknown' }],
    ['a constant', { constant: 'femal' }],
  ])('%s that the list does not hold is told with what it holds', (_name, sex) => {
    expect(faultsOf(ofSex(sex))).toEqual([
      ['records[0].fields.sex', expect.stringContaining('female, male, other_or_unspecified')],
    ])
  })

  test('a column whose codes are ours already, and codes of the list, are taken', () => {
    expect(faultsOf(ofSex('Sex'))).toEqual([])
    expect(faultsOf(ofSex({ column: 'Sex', codes: { F: 'female', '': '' } }))).toEqual([])
  })
})
