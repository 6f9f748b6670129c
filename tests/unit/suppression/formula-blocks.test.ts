import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everyVersion } from '../../../server/domain/engine/formula-versions.ts'
import { formulas } from '../../../server/domain/engine/formulas.ts'
import { readTogether } from '../../../server/domain/suppression/blocks.ts'
import { guardedFormulas } from '../../../server/domain/suppression/formula-blocks.ts'

const everyReader = Object.entries(readTogether).flatMap(([id, block]) =>
  everyVersion(formulas.find((one) => one.definition.id === id && one.breakdown === '')!).map(
    (formula) => [id, formula, block] as const,
  ),
)

test.each(everyReader)('%s reads no more of some groups than their sum', (_id, { definition, needs }, { cells }) => {
  const together = needs.filter(({ cell }) => cells.includes(cell)).map(({ name }) => name)
  expect(together.length).toBe(cells.length)
  const counts = fc.record(Object.fromEntries(needs.map(({ name }) => [name, fc.integer({ min: 0, max: 900 })])))
  fc.assert(
    fc.property(counts, (given) => {
      const [first = '', ...others] = together
      const moved = { ...given, [first]: together.reduce((sum, name) => sum + given[name]!, 0) }
      for (const name of others) moved[name] = 0
      expect(definition.compute(given)).toEqual(definition.compute(moved))
    }),
  )
})

test('the unsentenced share of a place waits for nobody’s legal status', () => {
  const { needs } = guardedFormulas.find(({ formula }) => formula.definition.id === 'unsentenced-share')!
  expect([...new Set(needs.map(({ block }) => block))]).toEqual(['held-on-other-law'])
})
