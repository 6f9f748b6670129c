import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { returnColumns } from '../../../seeds/synthetic/columns.ts'
import { demonstrationPlan } from '../../../seeds/synthetic/demonstration-files.ts'
import { facilities } from '../../../seeds/synthetic/facilities.ts'
import { drawReturns } from '../../../seeds/synthetic/returns.ts'
import { type Month, monthsFrom } from '../../../server/domain/period.ts'
import type { FacilityFigures, Look, QuietExample } from '../../../server/domain/quiet/define.ts'
import { quietQuestionWords } from '../../../server/domain/quiet/questions.en.ts'
import { type QuietQuestionId, quietQuestions } from '../../../server/domain/quiet/questions.ts'
import type { Cells } from '../../../server/domain/records/check.ts'
import { recurringEvents, usualRate } from '../../../server/domain/records/zero-run.ts'

const examples = quietQuestions.flatMap(({ id, look, examples }) =>
  examples.map((example: QuietExample, at) => ({ id, look, example, place: at + 1 })),
)

test.each(examples)('$id, example $place', ({ look, example }) => {
  const result = look(example.given)
  expect(result.state).toBe(example.gives)
  expect(named(result)).toEqual(expect.arrayContaining([...(example.naming ?? [])]))
})

test('every question has an example of each: seen, nothing seen, and an input that is missing', () => {
  for (const { examples } of quietQuestions)
    expect(new Set(examples.map(({ gives }) => gives))).toEqual(new Set(['seen', 'nothing-seen', 'not-looked']))
})

test('every question says that it is no accusation', () => {
  for (const { id } of quietQuestions) expect(quietQuestionWords[id].asks).toContain('a question, not an accusation')
})

test('a run of noughts comes with its probability, higher where facilities differ', () => {
  const given = {
    returns: Array.from({ length: 6 }, () => ({ complaints_received: 0, person_days: 18_000 })),
    usualRates: { complaints_received: { rate: 0.0001, spread: 0 } },
  }
  const differing = { complaints_received: { rate: 0.0001, spread: 0.1 } }
  const [alone, among] = [ask('zero-run', given), ask('zero-run', { ...given, usualRates: differing })].map(first)
  expect(alone).toMatchObject({ found: 0, months: 6 })
  expect(alone?.expected).toBeCloseTo(10.8, 12)
  expect(alone?.probability).toBeCloseTo(Math.exp(-10.8), 12)
  // A gamma of shape 10 mixed in: (10 / (10 + 10.8))^10.
  expect(among?.probability).toBeCloseTo((10 / 20.8) ** 10, 12)
})

test('what is usual at the place itself counts before what is usual elsewhere, with its bursts', () => {
  const month = (complaints_received: number) => ({ complaints_received, person_days: 9000 })
  const earlier = Array.from({ length: 12 }, (_, at) => month(at % 2 === 0 ? 1 : 9))
  const returns = [...Array.from({ length: 12 }, () => month(0)), ...earlier]
  const seen = first(ask('zero-run', { returns, usualRates: {} }))
  // Five a month; 16 / 5 in each of twelve months by eleven: variance 3.49 times the mean.
  const bursts = (12 * (16 / 5)) / 11
  expect(seen).toMatchObject({ months: 12 })
  expect(seen?.expected).toBeCloseTo(60, 9)
  expect(seen?.probability).toBeCloseTo(bursts ** (-60 / (bursts - 1)), 12)
})

test('rates of facilities that differ as chance makes them do have no spread', () => {
  expect(
    usualRate([
      { events: 4, personDays: 40_000 },
      { events: 0, personDays: 0 },
    ]),
  ).toEqual({ rate: 0.0001, spread: 0 })
  // 2 and 18 where 10 each are expected: ((8² − 10) × 2) / (10² × 2).
  expect(
    usualRate([
      { events: 2, personDays: 1000 },
      { events: 18, personDays: 1000 },
    ])?.spread,
  ).toBeCloseTo(0.54, 12)
  expect(usualRate([])).toBeUndefined()
})

test('the more is asked, the rarer a silence must be: by chance one month of twenty raises any', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), fc.double({ min: 4, max: 40, noNaN: true }), (asked, expected) => {
      const returns = Array.from({ length: 6 }, () => ({ force_uses: 0, person_days: 1000 }))
      const usualRates = { force_uses: { rate: expected / 6000, spread: 0 } }
      const isAsked = ask('zero-run', { returns, usualRates, asked }).state === 'seen'
      if (isAsked) expect(Math.exp(-expected) * asked).toBeLessThanOrEqual(0.05 * (1 + 1e-9))
      else expect(Math.exp(-expected) * asked).toBeGreaterThanOrEqual(0.05 * (1 - 1e-9))
    }),
  )
})

test('twelve of twelve round numbers are one in 244 million', () => {
  const cells = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`value_${at}`, 20 + 5 * at]))
  expect(first(ask('round-numbers', { returns: [cells] }))?.probability).toBeCloseTo(0.2 ** 12, 15)
})

test('lengths that become rarer at any steady pace raise no question', () => {
  for (const pace of [0.5, 0.8, 0.95, 1, 1.05]) {
    const placementDays = Array.from({ length: 40 }, (_, day) =>
      Array.from({ length: Math.round(4000 * pace ** day) }, () => day),
    ).flat()
    expect(ask('just-under-a-limit', { placementDays }).state, `${pace}`).toBe('nothing-seen')
  }
})

describe('the demonstration', () => {
  const columns = returnColumns('all')
  const drawn = new Map<string, Cells>()
  for (const { at, answer, filing } of drawReturns(demonstrationPlan))
    if (filing?.filing !== 'never') drawn.set(`${at.facility.key} ${at.month}`, cellsOf(answer))

  function cellsOf(answer: (column: (typeof columns)[number]) => unknown): Cells {
    return Object.fromEntries(
      columns.flatMap((column) => {
        const value = answer(column)
        return typeof value === 'number' ? [[column.name, value]] : []
      }),
    )
  }

  function returnsOf(key: string, months: readonly Month[]): (Cells | undefined)[] {
    return months.map((month) => drawn.get(`${key} ${month}`))
  }

  const asked = facilities.length * recurringEvents.length
  const all = (key: string, until: Month) => returnsOf(key, monthsFrom(demonstrationPlan.first, until))

  function ratesBeside(key: string, until: Month): FacilityFigures['usualRates'] {
    const others = facilities.filter((one) => one.key !== key).map((one) => all(one.key, until))
    return Object.fromEntries(
      recurringEvents.flatMap((event) => {
        const rate = usualRate(others.map((months) => exposureOf(event, months)))
        return rate ? [[event, rate]] : []
      }),
    )
  }

  function exposureOf(event: string, months: readonly (Cells | undefined)[]) {
    const told = months.filter((cells) => cells?.[event] !== undefined && cells.person_days !== undefined)
    const sum = (of: string) => told.reduce((total, cells) => total + cells![of]!, 0)
    return { events: sum(event), personDays: sum('person_days') }
  }

  /** What is known of a facility at the end of a month. */
  function figures(key: string, month: Month): FacilityFigures {
    return {
      returns: all(key, month).reverse(),
      usualRates: ratesBeside(key, month),
      asked,
      certificates: facilities
        .find((one) => one.key === key)!
        .certificates.filter(({ from }) => from <= `${month}-28`)
        .map(({ places, squareMetres }) => ({ places, squareMetresPerPlace: squareMetres })),
    }
  }

  test('too-quiet: a year of noughts at Lathermont, far from chance', () => {
    const look = ask('zero-run', figures('SUL-01', '2026-02'))
    expect(named(look)).toEqual(expect.arrayContaining(['assaults_pp', 'self_harm_events', 'complaints_received']))
    for (const sighting of look.state === 'seen' ? look.sightings : []) {
      expect(sighting.months).toBe(12)
      expect(sighting.probability).toBeLessThan(0.05 / asked)
      expect(sighting.probability).toBeGreaterThan(0)
    }
  })
  test('copied-forward: four months at Cawdrel, one more each month, and none after them', () => {
    for (const [at, month] of monthsFrom('2025-09', '2025-12').entries())
      expect(first(ask('copied-forward', figures('TIR-03', month)))?.months).toBe(at + 1)
    expect(ask('copied-forward', figures('TIR-03', '2025-08')).state).toBe('nothing-seen')
    expect(ask('copied-forward', figures('TIR-03', '2026-01')).state).toBe('nothing-seen')
  })
  test('capacity-without-area: Tirrow Gate, from the day of its second certificate', () => {
    expect(first(ask('capacity-without-area', figures('TIR-01', '2025-07')))).toMatchObject({ expected: 440 })
    expect(ask('capacity-without-area', figures('TIR-01', '2025-06')).state).toBe('nothing-seen')
  })
  test('nobody else is asked in the last month, and none of what is asked is chance', () => {
    const asked = facilities.flatMap(({ key }) =>
      (['zero-run', 'copied-forward', 'capacity-without-area', 'round-numbers'] as const).flatMap((id) =>
        ask(id, figures(key, '2026-02')).state === 'seen' ? [`${id} ${key}`] : [],
      ),
    )
    expect(asked.sort()).toEqual(['capacity-without-area TIR-01', 'zero-run SUL-01'])
  })
})

function ask(id: QuietQuestionId, given: FacilityFigures): Look {
  return quietQuestions.find((one) => one.id === id)!.look(given)
}

function first(look: Look) {
  return look.state === 'seen' ? look.sightings[0] : undefined
}

function named(look: Look): readonly string[] {
  if (look.state === 'seen') return look.sightings.flatMap(({ cells }) => cells)
  return look.state === 'not-looked' ? look.missing : []
}
