import { describe, expect, test } from 'vitest'
import { facilityLookup } from '../../../server/domain/imports/facility-lookup.ts'
import { headerOf } from '../../../server/domain/imports/header.ts'
import type { RegisterMapping } from '../../../server/domain/imports/mapping.ts'
import { readMapping } from '../../../server/domain/imports/mapping-check.ts'
import { judgeRegister } from '../../../server/domain/imports/register-checks.ts'
import { type PlannedVersion, planRegister, type RegisterKnown } from '../../../server/domain/imports/register-plan.ts'
import { movesFigures } from '../../../server/domain/imports/register-reach.ts'
import { type RegisterRow, registerReader } from '../../../server/domain/imports/register-row.ts'
import { reasonText } from '../../../server/services/import-words.ts'

const mapping = {
  version: 1,
  kind: 'facility-register',
  source: 'ministry',
  key: 'Code',
  otherKeys: [{ source: 'bulletin', key: 'Bulletin' }],
  fields: {
    name: 'Name',
    region: 'Region',
    holdsSex: { column: 'Sex', codes: { M: 'men', F: 'women' } },
    latitude: 'Lat',
    validFrom: 'From',
    validTo: 'To',
    event: 'Event',
    related: 'Other',
  },
}
const header = headerOf(['Code', 'Bulletin', 'Name', 'Region', 'Sex', 'Lat', 'From', 'To', 'Event', 'Other'])
const parsed = readMapping(JSON.stringify(mapping))
const read = registerReader((parsed as { mapping: RegisterMapping }).mapping, header)

/** Rows as the file has them: code, bulletin key, name, region, sex, latitude, from, to, event, other. */
function rowsOf(...rows: string[]): RegisterRow[] {
  return rows.map((text, at) => {
    const row = read(text.split(','), at + 2)
    if (Array.isArray(row)) throw new Error(row.map((fault) => reasonText(fault.reason)).join())
    return row
  })
}

const nothing: RegisterKnown = { facilities: [], lookup: facilityLookup([]), versions: new Map() }
let ids = 0
const plan = (rows: RegisterRow[], known = nothing) => planRegister('ministry', rows, known, () => `new-${++ids}`)

function knownOf(versions: Partial<PlannedVersion>[]): RegisterKnown {
  const full = versions.map((version, at) => ({
    id: `v${at}`,
    facilityId: 'f1',
    fields: { name: 'North', region: 'highland' },
    regionParent: undefined,
    validFrom: '2019-01-01',
    validTo: null,
    line: 0,
    ...version,
  }))
  const validity = { validFrom: '2019-01-01', validTo: null }
  const facility = {
    id: 'f1',
    key: 'a1',
    name: 'North',
    from: '2019-01-01',
    to: null,
    keys: [{ source: 'ministry', key: 'A1', ...validity }],
    names: [{ name: 'North', ...validity }],
    successors: [],
  }
  return { facilities: [facility], lookup: facilityLookup([facility]), versions: new Map([['f1', full]]) }
}

describe('a bad row is told with its column', () => {
  test.each([
    ['no name', 'A1,,,Highland,M,1,2019-01-01,,,', 'Name', /Empty/],
    ['no key', ',,North,Highland,M,1,2019-01-01,,,', 'Code', /Empty/],
    ['an unknown code', 'A1,,North,Highland,X,1,2019-01-01,,,', 'Sex', /Allowed: M, F/],
    ['a place off the earth', 'A1,,North,Highland,M,91,2019-01-01,,,', 'Lat', /Outside -90 to 90/],
    ['an end before its beginning', 'A1,,North,Highland,M,1,2019-01-01,2018-01-01,,', 'validTo', /Ends on or before/],
    ['an unknown event', 'A1,,North,Highland,M,1,2019-01-01,,moved,', 'Event', /Allowed: opened, closed/],
    ['a split from nowhere', 'A1,,North,Highland,M,1,2019-01-01,,split-from,', 'related', /needs the key/],
  ])('%s', (_name, text, column, message) => {
    const faults = read(text.split(','), 2)
    if (!Array.isArray(faults)) throw new Error('the row was not refused')
    expect(faults[0]?.column).toBe(column)
    expect(reasonText(faults[0]!.reason)).toMatch(message)
  })
})

describe('rows of one register beside each other', () => {
  test('the same row twice is dropped', () => {
    const judged = judgeRegister('ministry', rowsOf('A1,,North,,,,2019-01-01,,,', 'A1,,North,,,,2019-01-01,,,'))
    expect([judged.rows.length, judged.duplicates, judged.faults.length]).toEqual([1, 1, 0])
  })

  test.each([
    ['two answers for one day', 'A1,,North,,,,2019-01-01,,,', 'A1,,South,,,,2019-01-01,,,', 'row.overlap'],
    ['windows that overlap', 'A1,,North,,,,2019-01-01,2021-01-01,,', 'A1,,South,,,,2020-01-01,,,', 'row.overlap'],
    ['one key for two facilities', 'A1,X,North,,,,2019-01-01,,,', 'B2,x,South,,,,2019-01-01,,,', 'row.same-key'],
  ])('%s: both are refused and name each other', (_name, one, other, id) => {
    const judged = judgeRegister('ministry', rowsOf(one, other))
    expect(judged.rows).toEqual([])
    expect(judged.faults.map((fault) => [fault.line, fault.reason.id, fault.reason.values.other])).toEqual([
      [2, id, 3],
      [3, id, 2],
    ])
  })
})

describe('what a register changes', () => {
  test('a new facility gets a version and all its keys', () => {
    const made = plan(rowsOf('A1,N|1,North,Highland,M,1.5,2019-01-01,,,'))
    expect(made.facilities).toHaveLength(1)
    expect(made.versions).toMatchObject([
      { fields: { name: 'North', region: 'Highland', holdsSex: 'men', latitude: 1.5 }, validTo: null },
    ])
    expect(made.keys.map((key) => [key.source, key.key])).toEqual([
      ['ministry', 'A1'],
      ['bulletin', 'N|1'],
    ])
  })

  test('what is known already changes nothing', () => {
    const made = plan(rowsOf('a1,,North,Highland,,,2020-06-01,,,'), knownOf([{}]))
    expect([made.versions.length, made.endings.length, made.keys.length, made.unchanged]).toEqual([0, 0, 0, 1])
  })

  test('a change on a later day ends the version and begins another; a new name is an event', () => {
    const made = plan(rowsOf('A1,,North Star,,,,2022-01-01,,,'), knownOf([{}]))
    expect(made.endings).toEqual([{ id: 'v0', on: '2022-01-01' }])
    expect(made.versions).toMatchObject([
      { fields: { name: 'North Star', region: 'highland' }, validFrom: '2022-01-01' },
    ])
    expect(made.events).toMatchObject([{ kind: 'renamed', on: '2022-01-01' }])
  })

  test('another answer for the same first day withdraws the version and keeps it as history', () => {
    const made = plan(rowsOf('A1,,North,Lowland,,,2019-01-01,,,'), knownOf([{}]))
    expect(made.endings).toEqual([{ id: 'v0', on: '2019-01-01' }])
    expect(made.versions).toMatchObject([{ fields: { region: 'Lowland' }, validFrom: '2019-01-01', validTo: null }])
    expect([made.superseded, made.events.length]).toEqual([1, 0])
  })

  test('a facility can be known by another source’s key, and gets its own', () => {
    const known = knownOf([{}])
    known.facilities[0]!.keys[0]!.source = 'bulletin'
    const again = { ...known, lookup: facilityLookup(known.facilities) }
    const made = plan(rowsOf('M-1,A1,North,Highland,,,2019-01-01,,,'), again)
    expect(made.facilities).toEqual([])
    expect(made.keys).toMatchObject([{ facilityId: 'f1', source: 'ministry', key: 'M-1' }])
  })

  test('a facility that splits in two ends, and its parts say what they come from', () => {
    const rows = rowsOf(
      'A1,,North,Highland,,,2019-01-01,2023-01-01,closed,',
      'E5,,North East,Highland,,,2023-01-01,,split-from,A1',
      'F6,,North West,Highland,,,2023-01-01,,split-from,A1',
    )
    const made = plan(rows, knownOf([{}]))
    expect(made.endings).toEqual([{ id: 'v0', on: '2023-01-01' }])
    expect(made.events.map((event) => [event.kind, event.relatedFacilityId, event.on])).toEqual([
      ['closed', null, '2023-01-01'],
      ['split-from', 'f1', '2023-01-01'],
      ['split-from', 'f1', '2023-01-01'],
    ])
  })

  test('a split from a facility that nobody knows is refused, and its facility is not made', () => {
    const made = plan(rowsOf('E5,,North East,Highland,,,2023-01-01,,split-from,Z9'))
    expect(made.faults.map((fault) => fault.reason.id)).toEqual(['facility.unknown-related'])
    expect([made.facilities.length, made.versions.length]).toEqual([0, 0])
  })
})

describe('whether a register moves figures', () => {
  test.each([
    ['another name from a later day on', 'A1,,North Star,,,,2022-01-01,,renamed,', false],
    ['another name from the first day on', 'A1,,North Star,,,,2019-01-01,,,', false],
    ['another place on the map', 'A1,,North,,,12.5,2022-01-01,,,', false],
    ['what is known already', 'A1,,North,Highland,,,2019-01-01,,,', false],
    ['another region', 'A1,,North,Lowland,,,2022-01-01,,,', true],
    ['another name and another region', 'A1,,North Star,Lowland,,,2022-01-01,,,', true],
    ['whom it may hold', 'A1,,North,,F,,2022-01-01,,,', true],
    ['an earlier opening', 'A1,,North,Highland,,,2018-01-01,,,', true],
    ['an end', 'A1,,North,,,,2019-01-01,2023-01-01,closed,', true],
    ['a new facility', 'B2,,South,Highland,,,2019-01-01,,,', true],
  ])('%s', (_name, row, moves) => {
    const known = knownOf([{}])
    expect(movesFigures(known.versions, plan(rowsOf(row), known))).toBe(moves)
  })
})
