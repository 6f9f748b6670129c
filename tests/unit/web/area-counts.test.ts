import { expect, test } from 'vitest'
import { areaCounts } from '../../../app/facility/area-counts.ts'
import type { Verdict } from '../../../server/domain/indicators/verdict.ts'

const rows = (...verdicts: object[]) => verdicts.map((verdict) => ({ reading: { verdict: verdict as Verdict } }))

test('a breach and a concern are outside; what was not assessed is neither outside nor within', () => {
  const mixed = rows(
    { verdict: 'breach', people: 1 },
    { verdict: 'concern', level: 'warning' },
    { verdict: 'within' },
    { verdict: 'not-assessed', why: 'missing' },
  )
  expect(areaCounts(mixed)).toEqual({ outside: 2, judged: 3, unassessed: 1 })
})

test('an area in which nothing could be judged has nothing judged, and not everything within', () => {
  expect(areaCounts(rows({ verdict: 'not-assessed', why: 'no-threshold' }))).toEqual({
    outside: 0,
    judged: 0,
    unassessed: 1,
  })
})
