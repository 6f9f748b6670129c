import { describe, expect, test } from 'vitest'
import { computeIndicator } from '../../../server/domain/indicators/compute.ts'
import { findIndicator } from '../../../server/domain/indicators/index.ts'
import { intervalOf, judge } from '../../../server/domain/indicators/verdict.ts'
import { counted } from '../../../server/domain/value.ts'

function of(id: string) {
  const definition = findIndicator(id)
  if (!definition) throw new Error(`no indicator ${id}`)
  return definition
}

/** The verdict on the figure that the counts, in the order of the needs, make. */
function verdict(id: string, ...counts: number[]) {
  const definition = of(id)
  const names = Object.keys(definition.needs)
  const values = Object.fromEntries(names.map((name, place) => [name, counted(counts[place] ?? Number.NaN)]))
  return judge(definition, computeIndicator(definition, values))
}

describe('hard limits', () => {
  test.each(['solitary-over-15-days', 'solitary-indefinite', 'solitary-by-sentence', 'solitary-excluded-groups'])(
    '%s: one is a breach of a UN rule, none is within',
    (id) => {
      expect(verdict(id, 1)).toMatchObject({ verdict: 'breach', people: 1 })
      expect(verdict(id, 0)).toMatchObject({ verdict: 'within' })
    },
  )

  test('a longest time over 15 days is a breach of one person, not of 16 people', () => {
    expect(verdict('solitary-longest', 16)).toMatchObject({ verdict: 'breach', people: 1 })
    expect(verdict('solitary-longest', 15)).toMatchObject({ verdict: 'concern', level: 'warning' })
  })

  test('over 15 days only by counting gaps is critical under the country’s rule, and no breach of the UN rule', () => {
    expect(verdict('solitary-over-15-days-merged', 1)).toMatchObject({
      verdict: 'concern',
      level: 'critical',
      threshold: { source: 'break-rule' },
    })
  })

  test('health advice ignored is our own line; a disability ignored is the rule’s', () => {
    expect(verdict('solitary-against-health-advice', 3, 1)).toMatchObject({
      verdict: 'concern',
      threshold: { source: 'local-default' },
    })
    expect(verdict('solitary-contraindicated', 1)).toMatchObject({
      verdict: 'breach',
      threshold: { source: 'nmr-45.2' },
    })
  })
})

describe('ratios of two groups', () => {
  test.each([
    ['twenty starts where ten are expected', [20, 1000, 110, 10_000], { verdict: 'concern', level: 'serious' }],
    ['two starts where twenty are expected', [2, 1000, 182, 10_000], { verdict: 'concern', level: 'serious' }],
    ['as many as expected', [10, 1000, 100, 10_000], { verdict: 'within' }],
    ['a difference that chance explains', [8, 1000, 62, 10_000], { verdict: 'not-assessed', why: 'too-few' }],
    ['under five expected', [12, 1000, 48, 10_000], { verdict: 'not-assessed', why: 'too-few' }],
  ] as const)('%s', (_name, counts, expected) => {
    expect(verdict('solitary-disparity', ...counts)).toMatchObject(expected)
  })

  test.each([
    [1.35, 'serious'],
    [1.3, 'warning'],
    [0.75, 'warning'],
    [0.7, 'serious'],
  ])('women at %d times the share of men: %s, on either side', (ratio, level) => {
    const expected = 4000
    expect(
      judge(of('women-men-parity'), {
        state: 'counted',
        numerator: ratio * expected,
        denominator: expected,
        value: ratio,
      }),
    ).toMatchObject({ verdict: 'concern', level })
  })

  test('programmes that pass by those at high risk are a concern, though equality is within chance', () => {
    // 10 of 60 against 12 of 80: a ratio of 1.1, where 2 is the target.
    expect(verdict('risk-match', 10, 60, 12, 80)).toMatchObject({ verdict: 'concern', level: 'serious' })
  })

  test('the interval holds the ratio and is wider with fewer cases', () => {
    const at = (observed: number) =>
      intervalOf(of('solitary-disparity'), { state: 'counted', numerator: observed, denominator: observed, value: 1 })
    const [few, many] = [at(5), at(500)]
    expect(few && many && few.low < many.low && many.low < 1 && 1 < many.high && many.high < few.high).toBe(true)
  })
})

describe('few cases', () => {
  test('a median of nine episodes is not assessed; of ten it is', () => {
    expect(verdict('solitary-duration-median', 8, 9)).toEqual({ verdict: 'not-assessed', why: 'too-few' })
    expect(verdict('solitary-duration-median', 8, 10)).toMatchObject({ verdict: 'concern', level: 'serious' })
  })

  test('nobody called or visited in a large prison is a finding, not too few', () => {
    expect(verdict('contact-events-rate', 1, 0, 12_000)).toMatchObject({ verdict: 'concern', level: 'serious' })
    expect(verdict('contact-events-rate', 1, 0, 30)).toEqual({ verdict: 'not-assessed', why: 'too-few' })
  })

  test('counts in bands carry no verdict', () => {
    expect(verdict('solitary-ended-over-7-days', 12, 5, 2, 1)).toEqual({ verdict: 'not-assessed', why: 'no-threshold' })
  })
})
