import { expect, test } from 'vitest'
import type { Verdict } from '../../../server/domain/indicators/verdict.ts'
import { overviewFinding } from '../../../server/domain/questions/overview-finding.ts'

const tile = (verdict: object, expected = 0) => ({ reading: { verdict: verdict as Verdict }, expected })
const row = (...states: string[]) => ({ readings: states.map((state) => ({ figure: { state } })) })

test('limits of which nobody said anything are no limits that nobody is beyond', () => {
  const limits = [
    { people: 3, reporting: 2 },
    { people: 0, reporting: 2 },
    { people: 0, reporting: 0 },
  ]
  expect(overviewFinding(limits, [], [])).toMatchObject({ broken: 1, known: 2 })
})

test('what is not assessed is counted neither outside nor judged, and a limit that people are beyond is no target', () => {
  const tiles = [
    tile({ verdict: 'concern', level: 'serious' }),
    tile({ verdict: 'within' }),
    tile({ verdict: 'breach', people: 1 }),
    tile({ verdict: 'not-assessed' }),
  ]
  expect(overviewFinding([], tiles, [])).toMatchObject({ outside: 1, judged: 2 })
})

test('a facility has said nothing when each of its figures is missing; nought and withheld are said', () => {
  const rows = [row('missing', 'missing'), row('missing', 'counted'), row('suppressed'), row('nothing-to-report')]
  expect(overviewFinding([], [], rows)).toMatchObject({ silent: 1, total: 4 })
})

test('nothing is said of the whole to a reader who sees a part of it', () => {
  const ofTwo = [tile({ verdict: 'within' }, 2)]
  expect(overviewFinding([], ofTwo, [row('counted')])).toBeUndefined()
  expect(overviewFinding([], ofTwo, [row('counted'), row('missing')])).toMatchObject({ silent: 1, total: 2 })
})
