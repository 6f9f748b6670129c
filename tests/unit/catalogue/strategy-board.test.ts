import { describe, expect, test } from 'vitest'
import type { Statement } from '../../../server/domain/kernels/national.ts'
import { rules } from '../../../server/domain/rules/index.ts'
import { strategyBoard } from '../../../server/domain/rules/strategy-board.ts'

const day = '2026-02-28'
const signed = (given: Partial<Statement> = {}): Statement => ({
  ...{ measure: 'diversion_guidelines', value: 'yes', hasEvidence: true, verifiedOn: null },
  ...{ signedOn: '2025-01-10', expiresOn: '2027-01-10' },
  ...given,
})
const diversion = (statements: Statement[]) =>
  strategyBoard(rules, statements, day)
    .flatMap(({ strategies }) => strategies)
    .find(({ id }) => id === 'kyoto-2')!

test('holds the 6 principles, and each of the 18 strategies once', () => {
  const board = strategyBoard(rules, [], day)
  const ids = board.flatMap(({ strategies }) => strategies.map(({ id }) => id))
  expect(board).toHaveLength(6)
  expect(ids.toSorted()).toEqual(Array.from({ length: 18 }, (_, at) => `kyoto-${at + 1}`).toSorted())
})

describe('a statement', () => {
  test.each<[name: string, statements: Statement[], state: string, counts: [number, number, number]]>([
    ['that nobody signed', [], 'unsigned', [0, 0, 0]],
    ['that was signed after the day', [signed({ signedOn: '2026-03-01' })], 'unsigned', [0, 0, 0]],
    ['with evidence', [signed()], 'evidenced', [1, 1, 0]],
    ['that was verified', [signed({ verifiedOn: '2025-06-01' })], 'verified', [1, 1, 1]],
    ['that will be verified', [signed({ verifiedOn: '2026-06-01' })], 'evidenced', [1, 1, 0]],
    [
      'of a yes without evidence',
      [signed({ hasEvidence: false, verifiedOn: '2025-06-01' })],
      'not-evidenced',
      [1, 0, 0],
    ],
    ['of a no', [signed({ value: 'no' })], 'no', [0, 0, 0]],
    ['of a partly', [signed({ value: 'partly' })], 'partly', [0, 0, 0]],
    ['that expires on the day', [signed({ expiresOn: day })], 'expired', [0, 0, 0]],
    ['that a later no replaced', [signed({ signedOn: '2025-09-01', value: 'no' }), signed()], 'no', [0, 0, 0]],
  ])('%s', (_name, statements, state, counts) => {
    const { statements: shown, attested, evidenced, verified } = diversion(statements)
    expect(shown.map((one) => one.state)).toEqual([state])
    expect([attested, evidenced, verified]).toEqual(counts)
  })
})
