import { describe, expect, test } from 'vitest'
import type { CellId } from '../../../server/domain/measures/index.ts'
import { touchedBlocks } from '../../../server/domain/suppression/touched-blocks.ts'

const touched = (cells: readonly string[], withheld: readonly string[]) =>
  touchedBlocks(cells as readonly CellId[], new Set(withheld))

describe('a change of one facility touches', () => {
  test.each<[name: string, cell: string, withheld: string]>([
    ['the block that the cell stands in', 'sexual_violence', 'sexual_violence'],
    ['the groups of which the cell is the whole', 'pop_closing', 'pop_closing@sex'],
    ['the groups of which the cell counts several together', 'foreign_closing', 'pop_closing@nationality_group'],
    ['what is linked to the flows by sex, whatever changed', 'deaths_custody', 'pop_closing@sex'],
  ])('%s', (_name, cell, withheld) => {
    expect(touched([cell], [withheld])).toContain(withheld)
  })

  test('the finer blocks that follow a touched one, whoever withholds them', () => {
    expect(touched(['pop_closing'], ['pop_closing@sex'])).toContain('pop_closing@sex_x_legal_status')
  })

  test('nothing that it does not withhold itself', () => {
    expect([...touched(['pop_closing', 'sexual_violence'], [])]).toEqual([])
  })

  test('nothing that the cell is not known beside', () => {
    expect([...touched(['deaths_custody'], ['sexual_violence'])]).not.toContain('sexual_violence')
  })
})
