import type { CheckExample, CrossCheck } from '../records/check.ts'
import { type CatalogueFault, repeated, wordFaults } from './faults.ts'

const file = 'server/domain/records/checks.ts'

/** The checks as they are checked themselves: with their words, and what exists for them to point at. */
export interface CheckCatalogue {
  checks: readonly CrossCheck[]
  words: Readonly<Record<string, { title: string; rule: string }>>
  isMeasure: (id: string) => boolean
  /** 'stay' or 'stay.admitted_at'. */
  isRecordOrField: (path: string) => boolean
}

/** What is wrong with the checks: ids, words, what they point at, and examples that do not come out. */
export function checkFaults({ checks, words, isMeasure, isRecordOrField }: CheckCatalogue): CatalogueFault[] {
  const ids = checks.map(({ id }) => id)
  const own = checks.flatMap((entry) =>
    [
      ...(/^X\d\d$/.test(entry.id) ? [] : ['is no well-formed id']),
      ...(entry.measures ?? []).filter((id) => !isMeasure(id)).map((id) => `compares the unknown measure '${id}'`),
      ...(entry.records ?? [])
        .filter((path) => !isRecordOrField(path))
        .map((path) => `compares the unknown record or field '${path}'`),
      ...(entry.measures || entry.records ? [] : ['compares nothing']),
      ...exampleFaults(entry),
    ].map((fault) => ({ file, id: entry.id, fault })),
  )
  return [
    ...repeated(ids).map((id) => ({ file, id, fault: 'two checks have this id' })),
    ...own,
    ...wordFaults('server/domain/records/checks.en.ts', ids, words),
  ]
}

/** A check that runs has an example of each outcome, one that lacks an input among them, and all of them come out. */
function exampleFaults({ run, examples = [] }: CrossCheck): string[] {
  if (!run) return examples.length > 0 ? ['has examples but does not run'] : []
  const outcomes = ['holds', 'fails', 'not-checked'] as const
  return [
    ...outcomes
      .filter((state) => !examples.some(({ gives }) => gives === state))
      .map((state) => `has no example that gives '${state}'`),
    ...examples.flatMap((example, place) =>
      outcomeFaults(run, example).map((fault) => `example ${place + 1} ${fault}`),
    ),
  ]
}

function outcomeFaults(run: NonNullable<CrossCheck['run']>, { given, gives, naming = [] }: CheckExample): string[] {
  const result = run({ month: '2025-03', ...given })
  if (result.state !== gives) return [`gives '${result.state}' and not '${gives}'`]
  const named = namedCells(result)
  return naming.filter((cell) => !named.includes(cell)).map((cell) => `does not name '${cell}'`)
}

function namedCells(result: ReturnType<NonNullable<CrossCheck['run']>>): readonly string[] {
  if (result.state === 'fails') return result.findings.flatMap(({ cells }) => cells)
  return result.state === 'not-checked' ? result.missing : []
}
