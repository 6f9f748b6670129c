import { describe, expect, test } from 'vitest'
import {
  column,
  columnsBuilder,
  columnsOf,
  dayNumber,
  monthOfDay,
  monthStart,
} from '../../../server/domain/kernels/columns.ts'
import { codeLists } from '../../../server/domain/records/codes.ts'

function rowsOf(...rows: Parameters<ReturnType<typeof columnsBuilder>['add']>[]) {
  const builder = columnsBuilder('KEL-01', 'UTC')
  for (const [record, row] of rows) builder.add(record, row)
  return builder.done()
}

describe('rows as columns', () => {
  const records = rowsOf(
    [
      'stay',
      { facility_id: 'KEL-01', stay_key: 's1', person_key: 'p1', admitted_at: '2025-03-01T10:00Z', released_at: '' },
    ],
    ['stay', { facility_id: 'OST-02', stay_key: 's2', person_key: 'p1', admitted_at: 5, commitment_order_seen: true }],
    ['contact_event', { facility_id: 'OST-02', stay_key: 's2', kind: 'phone', happened_on: '2025-03-02' }],
    ['programme', { programme_id: 'a', need_kinds: ['education_basic', 'employment'] }],
  )
  const read = (record: 'stay' | 'contact_event' | 'programme', field: string) => [
    ...column(columnsOf(records, record), field),
  ]

  test('the same key has the same number wherever it stands, and the facility itself is 0', () => {
    expect(read('stay', 'person_key')).toEqual([0, 0])
    expect(read('stay', 'facility_id')).toEqual([0, 1])
    expect(read('contact_event', 'stay_key')).toEqual([1])
    expect(columnsOf(records, 'contact_event').keys.stay_key).toBe(2)
  })

  test('a number that two facilities give is two things, by row and by block; a person and a custody are one', () => {
    const one = { stay_key: 's1', person_key: 'p1', custody_key: 'c1' }
    const builder = columnsBuilder('KEL-01', 'UTC')
    builder.add('stay', { facility_id: 'KEL-01', ...one })
    builder.add('stay', { facility_id: 'OST-02', ...one })
    builder.addBlock('contact_event', {
      rows: 3,
      fields: { facility_id: ['KEL-01', 'OST-02', 'WES-03'], stay_key: ['s1', 's1', 's1'] },
      idOf: String,
    })
    builder.addBlock('contact_event', {
      rows: 1,
      fields: { facility_id: new Float64Array(1), stay_key: ['s1'] },
      idOf: String,
    })
    const built = builder.done()
    const keysOf = (record: 'stay' | 'contact_event', field: string) => [...column(columnsOf(built, record), field)]
    expect(keysOf('stay', 'stay_key')).toEqual([0, 1])
    expect(keysOf('contact_event', 'stay_key')).toEqual([0, 1, 2, 0])
    expect(columnsOf(built, 'stay').keys.stay_key).toBe(3)
    expect([keysOf('stay', 'person_key'), keysOf('stay', 'custody_key')]).toEqual([
      [0, 0],
      [0, 0],
    ])
  })

  test('an empty field is not a number, and never nought', () => {
    expect(read('stay', 'released_at')).toEqual([Number.NaN, Number.NaN])
    expect(read('stay', 'commitment_order_seen')).toEqual([Number.NaN, 1])
  })

  test('moments, days, codes and sets of codes', () => {
    expect(read('stay', 'admitted_at')).toEqual([Date.parse('2025-03-01T10:00Z'), 5])
    expect(read('contact_event', 'happened_on')).toEqual([dayNumber('2025-03-02')])
    expect(read('contact_event', 'kind')).toEqual([codeLists.contact_kind.indexOf('phone')])
    expect(read('programme', 'need_kinds')).toEqual([0b101])
  })

  test('a record type without rows has columns without rows', () => {
    expect(column(columnsOf(records, 'death'), 'died_on')).toHaveLength(0)
  })

  test('more rows than a column began with', () => {
    const many = rowsOf(
      ...Array.from(
        { length: 100 },
        (_, row) => ['regime_day', { persons_present: row }] as ['regime_day', { persons_present: number }],
      ),
    )
    expect(columnsOf(many, 'regime_day').rows).toBe(100)
    expect(column(columnsOf(many, 'regime_day'), 'persons_present')[99]).toBe(99)
  })
})

test('every day from 1900 to 2100 lies in its month', () => {
  for (let month = 1900 * 12; month < 2100 * 12; month++) {
    const [first, next] = [monthStart(month), monthStart(month + 1)]
    expect([monthOfDay(first), monthOfDay(next - 1)]).toEqual([month, month])
  }
})
