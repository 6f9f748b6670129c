import { expect, test } from 'vitest'
import { areaCounts } from '../../../server/domain/indicators/area-counts.ts'
import type { Verdict } from '../../../server/domain/indicators/verdict.ts'

const rows = (...verdicts: object[]) => verdicts.map((verdict) => ({ reading: { verdict: verdict as Verdict } }))

test('a breach and a concern are told apart; what was not assessed is neither outside nor within', () => {
  const mixed = rows(
    { verdict: 'breach', people: 1 },
    { verdict: 'concern', level: 'warning' },
    { verdict: 'within' },
    { verdict: 'not-assessed', why: 'missing' },
  )
  expect(areaCounts(mixed)).toEqual({ breaches: 1, concerns: 1, judged: 3, unassessed: 1 })
})

test('an area in which nothing could be judged has nothing judged, and not everything within', () => {
  expect(areaCounts(rows({ verdict: 'not-assessed', why: 'no-threshold' }))).toEqual({
    breaches: 0,
    concerns: 0,
    judged: 0,
    unassessed: 1,
  })
})
