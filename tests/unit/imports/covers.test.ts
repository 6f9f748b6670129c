import { describe, expect, test } from 'vitest'
import { dayStretches, declaredByDay, lackingDays, missingDays } from '../../../server/domain/imports/covers.ts'
import { monthIndex } from '../../../server/domain/period.ts'

describe('the file of one day', () => {
  const covers = { from: '2022-05', until: '2022-06', facilities: 'in-file' as const }

  test('covers its day in the months of the mapping, without an end in all that follow, and of each type once', () => {
    const june = monthIndex('2022-06')
    const day = { from: june, until: june, day: '2022-06-07' }
    expect(declaredByDay(covers, ['stay', 'person', 'stay'], '2022-06-07')).toEqual([
      { recordId: 'stay', ...day },
      { recordId: 'person', ...day },
    ])
    expect(declaredByDay(covers, ['stay'], '2022-04-30')).toEqual([])
    expect(declaredByDay(covers, ['stay'], '2022-07-01')).toEqual([])
    expect(declaredByDay({ from: '2022-05', facilities: 'all' }, ['stay'], '2023-07-01')).toHaveLength(1)
  })

  test('what a month lacks is told by stretches of days', () => {
    const came = new Set(['2024-02-01', '2024-02-03', '2024-02-04', '2024-03-02'] as const)
    const lacks = missingDays('2024-02', came)
    expect(lacks).toHaveLength(26)
    expect(dayStretches(lacks)).toBe('2024-02-02, 2024-02-05 to 2024-02-29')
    expect(dayStretches([])).toBe('')
    expect(dayStretches(['2024-02-29', '2024-03-01'])).toBe('2024-02-29 to 2024-03-01')
  })

  test('a month lacks days of what a count needs only where others of its days came', () => {
    const june = missingDays('2022-06', new Set())
    const came = { stay: june.slice(0, 29), person: june.slice(1), legal_status_spell: june.slice(4) }
    expect(lackingDays('2022-06', ['stay', 'person'], came)).toEqual(['2022-06-01', '2022-06-30'])
    expect(lackingDays('2022-06', ['stay'], { stay: june })).toEqual([])
    expect(lackingDays('2022-06', ['contact_event'], came)).toEqual([])
  })
})
