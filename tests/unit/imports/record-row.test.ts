import { describe, expect, test } from 'vitest'
import { facilityLookup } from '../../../server/domain/imports/facility-lookup.ts'
import { headerOf } from '../../../server/domain/imports/header.ts'
import type { RecordsMapping } from '../../../server/domain/imports/mapping.ts'
import { readMapping } from '../../../server/domain/imports/mapping-check.ts'
import { recordReaders } from '../../../server/domain/imports/record-row.ts'

/** The one row of a file with these columns, as the mapping reads it. */
function read(mapping: object, row: Record<string, string>) {
  const given = readMapping(JSON.stringify({ version: 1, kind: 'records', source: 'office', ...mapping }))
  if ('faults' in given) throw new Error(JSON.stringify(given.faults))
  const [reader] = recordReaders(given.mapping as RecordsMapping, {
    header: headerOf(Object.keys(row)),
    lookup: facilityLookup([]),
    surrogate: () => '00000000-0000-7000-8000-000000000000',
    zone: 'UTC',
    today: '2026-06-15',
  })
  return reader!.read(Object.values(row), 7)
}

describe('a quarter', () => {
  const courts = {
    records: [
      {
        record: 'justice_return',
        fields: { region: 'Region', quarter: 'Quarter', measure: 'What', value: 'N' },
      },
    ],
  }
  const ofQuarter = (quarter: string) =>
    read(courts, { Region: 'North', Quarter: quarter, What: 'sentences_total', N: '4' })

  test.each(['2025-Q3', '2025Q3', '2025-q3', 'Q3 2025', 'q3/2025'])('%s is one, however it is written', (quarter) => {
    expect(ofQuarter(quarter)).toMatchObject({ values: expect.arrayContaining(['2025-Q3']) })
  })

  test.each(['2025-Q5', '2025-09', '3/2025', 'third', '25-Q3'])(
    '%s is none: the row is refused with its column',
    (quarter) => {
      expect(ofQuarter(quarter)).toEqual([
        { line: 7, column: 'Quarter', value: quarter, reason: expect.objectContaining({ id: 'cell.not-a-quarter' }) },
      ])
    },
  )
})

describe('a facility that a file makes', () => {
  const made = (times: object, create: object = {}) => {
    const stays = {
      facility: { key: 'Prison', unknown: 'create', create: { name: 'Prison', ...create } },
      times,
      records: [
        {
          record: 'stay',
          fields: {
            stay_key: { hash: ['Number'] },
            custody_key: { hash: ['Number'] },
            person_key: { hash: ['Number'] },
            admitted_at: 'In',
            admission_kind: { constant: 'new_from_liberty' },
          },
          lacks: ['commitment_order_seen'],
        },
      ],
    }
    return read(stays, { Prison: 'A', Number: '1', In: '2025-01-04 10:00' })
  }

  test('lies in the time zone of the file’s times, unless the mapping names another', () => {
    const times = { zone: 'America/New_York' }
    expect(made(times)).toMatchObject({ facility: { made: { timezone: 'America/New_York' } } })
    expect(made(times, { timezone: 'America/Chicago' })).toMatchObject({
      facility: { made: { timezone: 'America/Chicago' } },
    })
    // Times with their own offset say nothing of where: then it is the installation's.
    expect(made({})).toMatchObject({ facility: { made: { timezone: undefined } } })
  })
})
