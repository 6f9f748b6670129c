import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lengthDimensions } from '../../../server/domain/measures/define.ts'
import { codeLists } from '../../../server/domain/records/codes.ts'

/** The lists as they are in stored records: a code is kept as its place, so a list only ever grows at its end. */
const kept = JSON.parse(readFileSync('tests/fixtures/code-places.json', 'utf8')) as Record<string, string[]>
const lists: Record<string, readonly string[]> = codeLists

test.each(Object.entries(kept))('the codes of %s stand where stored records expect them', (list, codes) => {
  expect(lists[list]?.slice(0, codes.length)).toEqual(codes)
})

test('every list that records use is held', () => {
  // Those of returns, and those of measures, which no record holds.
  const others: readonly string[] = ['b_measure', 'breakdown_dim', ...lengthDimensions]
  expect(Object.keys(lists).filter((list) => !(list in kept) && !others.includes(list))).toEqual([])
})
