import { describe, expect, test } from 'vitest'
import { checkFaults } from '../../../server/domain/catalogue/checks.ts'
import type { CheckResult, CrossCheck } from '../../../server/domain/records/check.ts'
import { checks } from '../../../server/domain/records/checks.ts'

test('35 checks, in the order of their numbers', () => {
  expect(checks.map(({ id }) => id)).toEqual(
    Array.from({ length: 35 }, (_, place) => `X${String(place + 1).padStart(2, '0')}`),
  )
})

const running = checks.flatMap(({ id, run, examples = [] }) =>
  run ? examples.map((example, place) => ({ id, run, example, place: place + 1 })) : [],
)

test.each(running)('$id, example $place', ({ run, example: { given, gives, naming = [] } }) => {
  const result = run({ month: '2025-03', ...given })
  expect(result.state).toBe(gives)
  expect(named(result)).toEqual(expect.arrayContaining([...naming]))
})

function named(result: CheckResult): readonly string[] {
  if (result.state === 'fails') return result.findings.flatMap(({ cells }) => cells)
  return result.state === 'not-checked' ? result.missing : []
}

const runCheck = (id: string, given: Omit<Parameters<NonNullable<CrossCheck['run']>>[0], 'month'>) =>
  checks.find((entry) => entry.id === id)?.run?.({ month: '2025-03', ...given })

test('a person more than the movements allow says what was found and what was expected', () => {
  const cells = {
    pop_opening: 412,
    adm_new: 37,
    adm_transfer_in: 5,
    adm_return_escape: 0,
    rel_liberty: 31,
    rel_transfer_out: 8,
    deaths_custody: 1,
    escapes: 0,
    pop_closing: 415,
  }
  expect(runCheck('X01', { cells })).toMatchObject({ findings: [{ found: 415, expected: 414 }] })
})

test('copied person-days and unexplained persons in solitary are warnings within checks that are errors', () => {
  const still = { adm_transfer_in: 0, adm_return_escape: 0, rel_transfer_out: 0, deaths_custody: 0, escapes: 0 }
  const cells = { ...still, pop_opening: 100, adm_new: 10, rel_liberty: 5, pop_closing: 105, person_days: 31 * 105 }
  expect(runCheck('X16', { cells })).toMatchObject({ findings: [{ level: 'warning' }] })
  expect(
    runCheck('X17', {
      cells: { sol_persons: 5, sol_starts: 3, sol_transfer_in: 0 },
      before: { sol_in_place: 1 },
    }),
  ).toMatchObject({ findings: [{ level: 'warning', found: 5, expected: 4 }] })
})

test('the days times the last count is no copy where nobody came or went', () => {
  const still = { adm_new: 0, adm_transfer_in: 0, adm_return_escape: 0, rel_liberty: 0, rel_transfer_out: 0 }
  const cells = { ...still, deaths_custody: 0, escapes: 0, pop_opening: 100, pop_closing: 100, person_days: 3100 }
  expect(runCheck('X16', { cells })).toEqual({ state: 'holds' })
})

describe('faults are named with file and id', () => {
  const words = { X01: { title: 'Sum', rule: 'It adds up.' } }
  const good: CrossCheck = { id: 'X01', name: 'sum', data: ['events'], level: 'error', records: ['stay'] }
  const faults = (entry: CrossCheck) =>
    checkFaults({
      checks: [entry],
      words,
      isMeasure: (id) => id === 'pop_closing',
      isRecordOrField: (path) => path === 'stay',
    })
  const own = (fault: string) => ({ file: 'server/domain/records/checks.ts', id: 'X01', fault })
  const holds = () => ({ state: 'holds' }) as const

  test('a good check has none', () => {
    expect(faults(good)).toEqual([])
  })

  test.each([
    [{ ...good, records: ['stay.hat'] }, own("compares the unknown record or field 'stay.hat'")],
    [{ ...good, measures: ['hats' as 'pop_closing'] }, own("compares the unknown measure 'hats'")],
    [{ ...good, records: undefined }, own('compares nothing')],
    [{ ...good, run: holds }, own("has no example that gives 'not-checked'")],
    [
      { ...good, run: holds, examples: [{ given: { cells: {} }, gives: 'fails' }] },
      own("example 1 gives 'holds' and not 'fails'"),
    ],
  ] as [CrossCheck, object][])('case %#', (entry, fault) => {
    expect(faults(entry)).toContainEqual(fault)
  })
})
