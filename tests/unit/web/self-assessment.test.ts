import { describe, expect, test } from 'vitest'
import { readerOf } from '../../../app/reader.server.ts'
import { assessedParts, unmeasured } from '../../../app/self-assessment/self-assessment.server.ts'
import { describeIndicator } from '../../../server/domain/indicators/describe.ts'
import { indicators } from '../../../server/domain/indicators/index.ts'
import { indicatorsFor } from '../../../server/domain/rules/coverage.ts'
import { rules } from '../../../server/domain/rules/index.ts'

const reader = await readerOf(new Request('http://localhost/'))
const all = rules.map((rule) => ({ ...rule, indicators: indicatorsFor(rule.id, indicators).map(({ id }) => id) }))
const facts = indicators.map(describeIndicator)

describe('a self-assessment', () => {
  const parts = assessedParts(all, facts, [], reader)
  const listed = parts.flatMap((part) => part.rules)

  test('names every rule once, in the order of the texts', () => {
    expect(listed.map(({ id }) => id)).toEqual(all.map(({ id }) => id))
  })

  test('shows every indicator of a rule, also one of which nothing is known', () => {
    for (const rule of listed) expect(rule.figures).toHaveLength(rule.indicators)
    const solitary = listed.find(({ id }) => id === 'nmr-45')
    expect(solitary?.figures.map(({ id }) => id)).toContain('solitary-share')
    expect(solitary?.figures.every(({ reading }) => reading === undefined)).toBe(true)
  })

  test('says of every rule that nothing measures who watches it instead, or that nobody does', () => {
    const { watched, unwatched } = unmeasured(parts)
    const expected = all.filter((rule) => rule.indicators.length === 0)
    expect([...watched, ...unwatched].map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted())
    for (const { id } of unwatched) expect(all.find((rule) => rule.id === id)?.monitoredBy).toEqual([])
    expect(watched.length).toBeGreaterThan(0)
  })

  test('for a reader without figures still says how many indicators there are', () => {
    const shown = assessedParts(all, [], [], reader).flatMap((part) => part.rules)
    expect(shown.every(({ figures }) => figures.length === 0)).toBe(true)
    expect(shown.map((rule) => rule.indicators)).toEqual(all.map((rule) => rule.indicators.length))
  })
})
