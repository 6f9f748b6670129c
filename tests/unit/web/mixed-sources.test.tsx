import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'react-intl'
import { expect, test } from 'vitest'
import { NumberBox } from '../../../app/components/number-box.tsx'
import { readerOf } from '../../../app/reader.server.ts'
import { VisitProvider } from '../../../app/visit.tsx'
import { figureSeries } from '../../../server/domain/engine/figure-series.ts'
import { formulas } from '../../../server/domain/engine/formulas.ts'
import { addShare, emptySums, placeSeries, shareOf } from '../../../server/domain/engine/place-sums.ts'
import { findIndicator } from '../../../server/domain/indicators/index.ts'
import { readingAt } from '../../../server/domain/indicators/reading.ts'
import type { CellId } from '../../../server/domain/measures/index.ts'
import { type Grade, grades, type MeasureSeries, stateCode } from '../../../server/domain/series.ts'

const month = 24_300
const formulaOf = (id: string) => formulas.find((one) => one.definition.id === id && one.breakdown === '')!

function counted(amount: number, grade: Grade): MeasureSeries {
  return {
    startMonth: month,
    amounts: [amount],
    states: [stateCode('counted')],
    reasons: [-1],
    grades: [grades.indexOf(grade)],
  }
}

/** The grade of a facility's figure and of the sum over it and a facility whose counts are both of its return. */
function gradesOf(id: string, ...given: [amount: number, grade: Grade][]): [string, string] {
  const formula = formulaOf(id)
  const facility = (each: readonly [number, Grade][]) =>
    new Map<CellId, MeasureSeries>(formula.needs.map(({ cell }, need) => [cell, counted(...each[need]!)]))
  const own = facility(given)
  const other = facility(given.map(([amount]) => [amount, 'return']))
  const sums = emptySums(formula, month, month)
  for (const one of [own, other]) addShare(sums, month, shareOf(formula, one, month, true), true)
  const [alone, together] = [figureSeries(formula, own), placeSeries(sums, 'region', [2])]
  const definition = findIndicator(id)!
  return [readingAt(definition, alone, month).grade, readingAt(definition, together, month).grade]
}

test.each<[string, [number, Grade], [number, Grade], [string, string]]>([
  ['part and whole of records', [4, 'events'], [20, 'events'], ['events', 'return']],
  ['part and whole of the return', [4, 'return'], [20, 'return'], ['return', 'return']],
  ['a part of the return and a whole of records', [4, 'return'], [20, 'events'], ['mixed', 'mixed']],
  ['a part of records and a whole of the return', [4, 'events'], [20, 'return'], ['mixed', 'mixed']],
])('a share of %s', (_what, part, whole, expected) => {
  expect(gradesOf('no-contact-90d', part, whole)).toEqual(expected)
})

test('people of records and places of a certificate are no mixture, and what is no share is none', () => {
  expect(gradesOf('occupancy-rate', [90, 'events'], [100, 'certificate'])[0]).toBe('certificate')
  expect(gradesOf('occupancy-rate', [90, 'events'], [100, 'return'])[0]).toBe('return')
})

const reader = await readerOf(new Request('http://localhost/'))
const visit = { language: 'en', direction: 'ltr', theme: 'light', density: 'roomy', nonce: '', reference: '' } as const

test('a mixed figure says so beside its number', () => {
  const box = (grade: Grade) => {
    const definition = findIndicator('no-contact-90d')!
    const series = figureSeries(
      formulaOf('no-contact-90d'),
      new Map(formulaOf('no-contact-90d').needs.map(({ cell }) => [cell, counted(20, grade)])),
    )
    const reading = { ...readingAt(definition, series, month), grade }
    return renderToStaticMarkup(
      <IntlProvider locale="en" messages={reader.intl.messages as Record<string, string>}>
        <VisitProvider value={visit}>
          <NumberBox reading={reading} unit={definition.unit} />
        </VisitProvider>
      </IntlProvider>,
    )
  }
  expect(box('mixed')).toContain('the one from records and the other from the return')
  expect(box('events')).not.toContain('from the return')
})
