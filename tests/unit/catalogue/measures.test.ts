import { describe, expect, test } from 'vitest'
import { measureFaults } from '../../../server/domain/catalogue/measures.ts'
import { measure } from '../../../server/domain/measures/define.ts'
import { findMeasure, measures } from '../../../server/domain/measures/index.ts'

const returned = measures.filter(({ origin }) => origin === 'both')

test('the return holds the 159 measures of the source without the 7 that corrections take from it, and those they add', () => {
  expect(returned.length).toBeGreaterThanOrEqual(159 - 7)
})

test.each([
  'reprisals_reported',
  'days_since_external_visit',
  'recs_due',
  'recs_verified',
  'sol_ended_median_days',
  'wait_median_days',
  'pretrial_median_days',
])('%s is no field of a return', (id) => {
  expect(returned.map((entry) => entry.id)).not.toContain(id)
})

test.each([
  'sep_involuntary_person_days',
  'sol_persons_90d',
  'sol_no_end_date',
  'staff_head_12m',
  'person_days_lockdown',
  'pretrial_7d',
  'follow_housed_and_work_90',
  'disc_cases_hearing',
  'persons_with_cell',
  'sol_transfer_in',
  'rel_sentenced_45d',
])('%s is there, so that its indicator can be made of returns', (id) => {
  expect(findMeasure(id)?.origin).toBe('both')
})

test.each([
  ['sol_ended', ['sol_ended_upto_3d', 'sol_ended_4_7d', 'sol_ended_8_15d', 'sol_ended_over_15d']],
  ['part_started', ['wait_upto_45d', 'wait_46_90d', 'wait_over_90d']],
  ['pretrial_closing', ['pretrial_upto_90d', 'pretrial_91_180d', 'pretrial_181_365d', 'pretrial_over_365d']],
] as const)('the bands of %s are parts of it', (whole, bands) => {
  expect(bands.map((id) => findMeasure(id)?.partOf)).toEqual(bands.map(() => whole))
})

test('the longest time in solitary of several facilities is the longest, not the sum', () => {
  expect(findMeasure('sol_longest_days')).toMatchObject({ across: 'max', over: 'max', kind: 'number' })
})

describe('faults are named with file and id', () => {
  const words = { whole: { title: 'Whole', counts: 'All' }, part: { title: 'Part', counts: 'Some' } }
  const whole = measure({ id: 'whole', section: 'safety', tier: 'core' })
  const part = measure({ id: 'part', section: 'safety', tier: 'core', partOf: 'whole' })
  const file = 'server/domain/measures/safety.ts'

  test('good measures have none', () => {
    expect(measureFaults([whole, part], words)).toEqual([])
  })

  test.each([
    [[{ ...whole, partOf: 'part' }, part], ['whole', 'part'], 'is part of itself, through its wholes'],
    [[{ ...whole, partOf: 'nobody' }, part], ['whole'], "is part of the unknown measure 'nobody'"],
    [[whole, { ...part, over: 'sum' as const }], ['part'], "is a sum and part of 'whole', which is a last"],
    [[whole, part, part], ['part', 'part'], 'two measures have this id'],
  ])('case %#', (entries, ids, fault) => {
    expect(measureFaults(entries, words)).toEqual(ids.map((id) => ({ file, id, fault })))
  })

  test('a measure without words', () => {
    expect(measureFaults([whole, part], { whole: words.whole })).toEqual([
      { file: 'server/domain/measures/words.en.ts', id: 'part', fault: 'has no words' },
    ])
  })

  test('empty words', () => {
    expect(measureFaults([whole], { whole: { title: ' ', counts: 'All' } })).toEqual([
      { file: 'server/domain/measures/words.en.ts', id: 'whole', fault: 'has empty words' },
    ])
  })
})
