import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textWidth } from '../../../server/domain/charts/labels.ts'
import { regionNames } from '../../../server/domain/charts/map-names.ts'

const mark = (x: number, y: number, ...regions: (string | null)[]) => ({ x, y, regions })

test('a region is named once, above its northernmost mark and in the middle of its marks', () => {
  const names = regionNames(
    [mark(100, 200, 'Dorvath'), mark(140, 150, 'Dorvath', 'Dorvath'), mark(500, 400, null)],
    960,
  )
  expect(names).toEqual([{ name: 'Dorvath', x: 120, y: 130 }])
})

test('a mark of facilities of two regions belongs to both; names that would lie over each other are not both drawn', () => {
  expect(regionNames([mark(300, 300, 'North', 'South')], 960)).toEqual([{ name: 'North', x: 300, y: 280 }])
  expect(regionNames([mark(300, 300, 'North', 'South'), mark(300, 100, 'North')], 960)).toHaveLength(2)
})

test('every name lies wholly within the width, below the upper edge and clear of the others', () => {
  const marks = fc.array(
    fc.record({
      x: fc.integer({ min: 0, max: 360 }),
      y: fc.integer({ min: 0, max: 420 }),
      regions: fc.array(fc.constantFrom('Quelmar Isles', 'Dorvath', '北海道', null), { minLength: 1, maxLength: 3 }),
    }),
  )
  fc.assert(
    fc.property(marks, (given) => {
      const names = regionNames(given, 360)
      for (const { x, y, name } of names) {
        expect(x - textWidth(name) / 2).toBeGreaterThanOrEqual(0)
        expect(x + textWidth(name) / 2).toBeLessThanOrEqual(360)
        expect(y).toBeGreaterThanOrEqual(12)
      }
      for (const [at, one] of names.entries())
        for (const other of names.slice(at + 1)) {
          const isAbove = Math.abs(one.y - other.y) >= 15
          const isBeside = Math.abs(one.x - other.x) > (textWidth(one.name) + textWidth(other.name)) / 2
          expect(isAbove || isBeside).toBe(true)
        }
    }),
  )
})
