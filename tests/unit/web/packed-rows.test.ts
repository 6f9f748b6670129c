import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MatrixRow } from '../../../app/overview/matrix-row.ts'
import { packRows, rowAt } from '../../../app/overview/packed-rows.ts'
import { notAssessedReasons, type Verdict } from '../../../server/domain/indicators/verdict.ts'
import { missingReasons, type Value } from '../../../server/domain/value.ts'

const threshold = { level: 'breach', above: 0, source: 'nmr' } as unknown as Extract<
  Verdict,
  { threshold: unknown }
>['threshold']

const figure: fc.Arbitrary<Value> = fc.oneof(
  fc.record({
    state: fc.constant('counted' as const),
    value: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e6 })),
  }),
  fc.record({ state: fc.constant('missing' as const), reason: fc.constantFrom(...missingReasons) }),
  fc.constantFrom<Value>({ state: 'nothing-to-report' }, { state: 'suppressed' }, { state: 'not-applicable' }),
)
const verdict: fc.Arbitrary<Verdict> = fc.oneof(
  fc.record({ verdict: fc.constant('breach' as const), people: fc.nat(500), threshold: fc.constant(threshold) }),
  fc.record({ verdict: fc.constant('not-assessed' as const), why: fc.constantFrom(...notAssessedReasons) }),
)
const rowsOf = (width: number): fc.Arbitrary<MatrixRow[]> =>
  fc.array(
    fc.record({
      key: fc.string(),
      name: fc.string(),
      region: fc.option(fc.constantFrom('North', 'South')),
      readings: fc.array(fc.record({ figure, verdict }), { minLength: width, maxLength: width }),
    }),
    { maxLength: 30 },
  )

test('what is packed and sent comes out row by row as it went in', () => {
  fc.assert(
    fc.property(fc.nat(6).chain(rowsOf), (rows) => {
      const sent = JSON.parse(JSON.stringify(packRows(rows)))
      expect(rows.map((_, place) => rowAt(sent, place))).toEqual(JSON.parse(JSON.stringify(rows)))
    }),
  )
})

test('nought, nothing to report and missing stay three things', () => {
  const readings = (['nothing-to-report', 'suppressed'] as const).map((state): MatrixRow['readings'][number] => ({
    figure: { state },
    verdict: { verdict: 'not-assessed', why: state },
  }))
  const nought: MatrixRow['readings'][number] = {
    figure: { state: 'counted', value: 0 },
    verdict: { verdict: 'not-assessed', why: 'no-threshold' },
  }
  const rows = [...readings, nought].map((reading, at) => ({
    key: `${at}`,
    name: '',
    region: null,
    readings: [reading],
  }))
  const packed = packRows(rows)
  expect(packed.columns[0]?.values).toEqual([null, null, 0])
  expect(rows.map((_, at) => rowAt(packed, at))).toEqual(rows)
})

test('a text that stands a thousand times is sent once', () => {
  const row: MatrixRow = {
    key: 'a',
    name: 'A',
    region: 'North',
    readings: [{ figure: { state: 'missing', reason: 'late' }, verdict: { verdict: 'not-assessed', why: 'late' } }],
  }
  const packed = packRows(Array.from({ length: 1000 }, () => row))
  expect(packed.regions.distinct).toEqual(['North'])
  expect(packed.columns[0]?.verdicts.distinct).toHaveLength(1)
  expect(packed.columns[0]?.absent.distinct).toHaveLength(1)
})
