import { describe, expect, test } from 'vitest'
import type { CellId } from '../../../server/domain/measures/index.ts'
import { cellsOfBlocks, withheldBlocks } from '../../../server/domain/suppression/facility-month.ts'
import { guardedFormulas, readsWithheld } from '../../../server/domain/suppression/formula-blocks.ts'
import { attackMonths, type CountedMonths, type Said } from '../../support/attack/months.ts'
import { drawFrom } from '../../support/attack/small-country.ts'

const first = 24_000
const months = Array.from({ length: 26 }, (_, at) => first + at)

/** A facility of one year and more, of which what is small is withheld month by month. */
function facilityOf(countsOf: (month: number) => Record<string, number>): CountedMonths {
  let before: ReadonlySet<string> = new Set()
  const found = months.map((month) => {
    const counts = new Map(Object.entries(countsOf(month)) as [CellId, number][])
    const earlier = { thisMonth: new Set<string>(), monthBefore: before }
    const withheld = withheldBlocks(cellsOfBlocks(counts.keys()), (cell) => counts.get(cell), earlier)
    before = withheld
    return [month, { counts, withheld }] as const
  })
  return { id: 'f', months: new Map(found) }
}

/** The suicides of twelve months, each month anew, as the figure of the facility says them. */
function windows({ months: own }: CountedMonths, isShown: (month: number) => boolean): Said[] {
  return months.slice(11).flatMap((month) => {
    if (!isShown(month)) return []
    const terms = Array.from({ length: 12 }, (_, back) => ({
      facilityId: 'f',
      month: month - back,
      cell: 'suicides' as const,
      factor: 1,
    }))
    const total = terms.reduce((sum, { month: at }) => sum + own.get(at)!.counts.get('suicides')!, 0)
    return [{ where: `twelve months to ${month}`, terms, total }]
  })
}

describe('an attacker who holds the twelve months to each of many months', () => {
  const draw = drawFrom(7)
  // Nobody for the first year, so that each month that follows is the difference of two windows.
  const suicides = months.map((month) => (month < first + 13 ? 0 : [0, 0, 1, 2][draw(4)]!))
  const facility = facilityOf((month) => ({ deaths_custody: 9, suicides: suicides[month - first]! }))
  const needs = guardedFormulas.find(
    ({ formula }) => formula.definition.id === 'suicide-rate' && !formula.breakdown,
  )!.needs
  const isWithheld = (block: string, month: number) => facility.months.get(month)?.withheld.has(block) ?? false

  test('learns no month, where a window is withheld with any of its months', () => {
    const shown = windows(facility, (month) => !readsWithheld(needs, month, isWithheld))
    const { learnt, tried } = attackMonths([facility], shown)
    expect([shown.length > 0, tried > 4]).toEqual([true, true])
    expect(learnt).toEqual([])
  })

  test('learns every month by subtraction, where all windows are shown', () => {
    const { learnt, tried } = attackMonths(
      [facility],
      windows(facility, () => true),
    )
    expect(learnt.map(({ how }) => how)).toEqual(Array(tried).fill('by elimination'))
  })
})

describe('an attacker who knows that whoever was there all month gave every day of it', () => {
  const facility = facilityOf((month) => {
    const days = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate()
    const people = { pop_opening: 40, pop_closing: 40, person_days: 40 * days }
    const still = ['adm_new', 'adm_transfer_in', 'rel_liberty', 'rel_transfer_out', 'deaths_custody']
    const bySex = Object.entries(people).flatMap(([id, count]) => [
      [`${id}@sex:female`, count / 20],
      [`${id}@sex:male`, count - count / 20],
    ])
    return { ...people, ...Object.fromEntries(still.map((id) => [id, 0])), ...Object.fromEntries(bySex) }
  })

  test('does not learn by the days of women that there are two', () => {
    const { learnt, tried } = attackMonths([facility], [])
    expect(tried).toBeGreaterThan(months.length)
    expect(learnt).toEqual([])
  })

  test('would, if those were shown', () => {
    const shown = [...facility.months].map(([month, { counts, withheld }]) => {
      return [month, { counts, withheld: new Set([...withheld].filter((id) => id !== 'person_days@sex')) }] as const
    })
    const { learnt, tried } = attackMonths([{ ...facility, months: new Map(shown) }], [])
    expect(learnt.length).toBe(tried)
  })
})
