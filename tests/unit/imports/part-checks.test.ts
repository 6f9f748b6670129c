import { describe, expect, test } from 'vitest'
import { pairsElsewhere } from '../../../server/domain/imports/part-checks.ts'
import { measures } from '../../../server/domain/measures/index.ts'

describe('what the cells of a file are held against elsewhere', () => {
  test('a part against the whole that the file does not bring, in the same group', () => {
    expect(pairsElsewhere(['foreign_closing', 'foreign_closing@sex:female']).up).toEqual([
      { measureId: 'foreign_closing', breakdown: '', other: 'pop_closing' },
      { measureId: 'foreign_closing', breakdown: 'sex:female', other: 'pop_closing' },
    ])
  })

  test('not against what stands in the same row', () => {
    expect(pairsElsewhere(['capacity_available', 'capacity_certified'])).toMatchObject({ up: [] })
    expect(pairsElsewhere(['capacity_certified', 'capacity_available']).down).not.toContainEqual(
      expect.objectContaining({ other: 'capacity_available' }),
    )
  })

  test('a whole against each of its parts, in a group only against those that have it', () => {
    const { down } = pairsElsewhere(['pop_closing', 'pop_closing@sex:female'])
    const parts = measures.filter(({ partOf }) => partOf === 'pop_closing')
    expect(down.filter(({ breakdown }) => breakdown === '').map(({ other }) => other)).toEqual(
      parts.map(({ id }) => id),
    )
    expect(down.filter(({ breakdown }) => breakdown !== '').map(({ other }) => other)).toEqual(
      parts.filter(({ breakdowns }) => breakdowns.includes('sex')).map(({ id }) => id),
    )
  })

  test('a whole that is itself no part has nothing above it', () => {
    expect(pairsElsewhere(['pop_closing']).up).toEqual([])
  })
})
