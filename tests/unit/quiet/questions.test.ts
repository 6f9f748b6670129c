import { describe, expect, test } from 'vitest'
import { returnColumns } from '../../../seeds/synthetic/columns.ts'
import { demonstrationPlan } from '../../../seeds/synthetic/demonstration-files.ts'
import { facilities } from '../../../seeds/synthetic/facilities.ts'
import { drawReturns } from '../../../seeds/synthetic/returns.ts'
import { addMonths, type Month, monthsFrom } from '../../../server/domain/period.ts'
import type { FacilityFigures, Look, QuietExample } from '../../../server/domain/quiet/define.ts'
import { quietQuestionWords } from '../../../server/domain/quiet/questions.en.ts'
import { type QuietQuestionId, quietQuestions } from '../../../server/domain/quiet/questions.ts'
import { usualRates } from '../../../server/domain/quiet/returns.ts'
import type { Cells } from '../../../server/domain/records/check.ts'

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

test('a run of noughts comes with its probability, higher where events come in bursts', () => {
  const given = {
    returns: Array.from({ length: 6 }, () => ({ complaints_received: 0, person_days: 9000 })),
    usualRates: { complaints_received: 0.0001 },
  }
  const [alone, bursts] = [ask('zero-run', given), ask('zero-run', { ...given, dispersion: 3 })].map(first)
  expect(alone).toMatchObject({ found: 0, months: 6 })
  expect(alone?.expected).toBeCloseTo(5.4, 12)
  expect(alone?.probability).toBeCloseTo(Math.exp(-5.4), 12)
  // Variance three times the mean: size 2.7, so that none has (1/3)^2.7.
  expect(bursts?.probability).toBeCloseTo((1 / 3) ** 2.7, 12)
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

  /** What is known of a facility at the end of a month, with a year of returns. */
  function figures(key: string, month: Month): FacilityFigures {
    const months = monthsFrom(addMonths(month, -11), month)
    const kind = facilities.find((one) => one.key === key)!.kind
    const others = facilities.filter((one) => one.kind === kind && one.key !== key)
    return {
      returns: returnsOf(key, months).reverse(),
      usualRates: usualRates(
        others.flatMap((one) => returnsOf(one.key, months)).filter((cells) => cells !== undefined),
      ),
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
      expect(sighting.probability).toBeLessThan(1e-20)
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
  test('nobody else is asked, but for what chance does once in a thousand looks or more', () => {
    const asked = facilities.flatMap(({ key }) =>
      (['zero-run', 'copied-forward', 'capacity-without-area', 'round-numbers'] as const).flatMap((id) => {
        const look = ask(id, figures(key, '2026-02'))
        const sightings = look.state === 'seen' ? look.sightings : []
        return sightings.some(({ probability }) => (probability ?? 0) < 0.001) ? [`${id} ${key}`] : []
      }),
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
