import { expect, test } from 'vitest'
import { chapterOf } from '../../../server/domain/rules/chapters.ts'
import { rules } from '../../../server/domain/rules/index.ts'

test.each([
  ['nmr-1', 'nmr-basic-principles'],
  ['nmr-45', 'nmr-discipline'],
  ['nmr-85', 'nmr-inspections'],
  ['nmr-86', 'nmr-guiding-principles'],
  ['nmr-108', 'nmr-aftercare'],
  ['br-22', 'br-safety'],
  ['br-56', 'br-pretrial'],
])('%s stands under %s', (rule, chapter) => {
  expect(chapterOf(rule)).toBe(chapter)
})

test('a heading ends with its part: what follows has none until the next', () => {
  for (const rule of ['nmr-109', 'nmr-111', 'nmr-122', 'br-57', 'br-70', 'kyoto-1', 'kyoto-principle-1'])
    expect(chapterOf(rule)).toBeUndefined()
})

test('every rule of the first parts stands under a heading', () => {
  const headless = rules.filter(({ id, part }) => /^(nmr|br)-(general|sentenced|special)$/.test(part) && !chapterOf(id))
  expect(headless).toEqual([])
})
