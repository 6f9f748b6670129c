import { expect, test } from 'vitest'
import { standingOf } from '../../../server/domain/indicators/standing.ts'
import type { Verdict } from '../../../server/domain/indicators/verdict.ts'

const within = { verdict: 'within', source: 'local-default', withinChance: false } as unknown as Verdict
const breach = { verdict: 'breach', people: 3, source: 'nmr-43.1' } as unknown as Verdict
const silent = { verdict: 'not-assessed', reason: 'missing' } as unknown as Verdict

test('facilities are counted by their verdict; one without a figure is not assessed, and is not within', () => {
  const readings = [within, breach, silent, within].map((verdict) => ({ verdict }))
  expect(standingOf(readings)).toEqual({ breach: 1, concern: 0, within: 2, 'not-assessed': 1 })
  expect(standingOf([])).toEqual({ breach: 0, concern: 0, within: 0, 'not-assessed': 0 })
})
