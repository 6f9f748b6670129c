import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countryId } from '../../../server/domain/country-id.ts'
import { findBlock } from '../../../server/domain/suppression/blocks.ts'
import { memberOf } from '../../../server/domain/suppression/facility-month.ts'
import { type Decision, releaseMonth } from '../../../server/domain/suppression/month-release.ts'
import { isFew } from '../../../server/domain/suppression/sensitive.ts'
import { viewOf } from '../../../server/domain/suppression/view.ts'

/*
 * A director who knows the own count and keeps every sum of the country that was shown: one month of a few facilities, which
 * report late and correct what they sent. They even know who reported and who corrected when, and no number of anybody else.
 */
const block = findBlock('sexual_violence')!
const { fewestInCountry } = viewOf({ role: 'facility-director', facilities: ['f0'] })

/** The counts of the facilities turn by turn, the director's own first; undefined before a facility reported. */
type Turn = readonly (number | undefined)[]

/** The country's sum at each turn as the director is shown it; undefined where it is not. */
function sumsShown(turns: readonly Turn[], isGuarded: boolean): (number | undefined)[] {
  let decisions = new Map<string, Decision>()
  const [hidden, shown] = [new Set<number>(), new Set<number>()]
  return turns.map((counts) => {
    const facilities = counts.flatMap((count, at) => {
      if (count === undefined) return []
      if (isFew(count)) hidden.add(at)
      else if (!hidden.has(at)) shown.add(at)
      if (!hidden.has(at)) return []
      const id = `f${at}`
      const member = memberOf(id, block, ['sexual_violence'], () => count, shown.has(at))
      return [{ id, placeIds: [countryId], members: new Map([[block.id, member]]) }]
    })
    decisions = new Map([...decisions, ...releaseMonth(facilities, decisions, (id) => id === block.id)])
    const place = decisions.get(block.id)?.places.get(countryId)
    const reporting = counts.filter((count) => count !== undefined).length
    const isShown = !place || (place.isShown && !(isGuarded && place.tellsOwn))
    return isShown && reporting >= fewestInCountry
      ? counts.reduce<number>((sum, one) => sum + (one ?? 0), 0)
      : undefined
  })
}

/** The small counts of others that the director knows for sure: no other counts would give the same sums. */
function learned(turns: readonly Turn[], isGuarded: boolean): string[] {
  const sums = sumsShown(turns, isGuarded)
  // A count of another is one unknown as long as it stands; the director sees sums of them, the own taken off.
  const unknowns: { at: number; turn: number; count: number }[] = []
  const standing = turns.map((counts, turn) =>
    counts.map((count, at) => {
      if (at === 0 || count === undefined) return -1
      const before = turn > 0 ? turns[turn - 1]![at] : undefined
      const known = unknowns.findLastIndex((one) => one.at === at)
      return count === before ? known : unknowns.push({ at, turn, count }) - 1
    }),
  )
  const told = sums.flatMap((sum, turn) =>
    sum === undefined ? [] : [{ sum: sum - (turns[turn]![0] ?? 0), of: standing[turn]!.filter((one) => one >= 0) }],
  )
  const possible = unknowns.map(() => new Set<number>())
  const most = Math.max(6, ...unknowns.map(({ count }) => count))
  const tried: number[] = []
  const tryAll = () => {
    const at = tried.length
    if (told.some(({ sum, of }) => isPast(of, at, sum, tried))) return
    if (at === unknowns.length) {
      for (const [place, count] of tried.entries()) possible[place]!.add(count)
      return
    }
    for (let count = 0; count <= most; count++) {
      tried.push(count)
      tryAll()
      tried.pop()
    }
  }
  tryAll()
  return unknowns.flatMap(({ at, turn, count }, place) =>
    isFew(count) && possible[place]!.size === 1 ? [`f${at} had ${count} in turn ${turn}`] : [],
  )
}

/** Whether counts that are tried cannot give a sum any more: they are all there and give another, or more than it already. */
function isPast(of: readonly number[], tried: number, sum: number, counts: readonly number[]): boolean {
  const given = of.reduce((all, one) => all + (one < tried ? counts[one]! : 0), 0)
  return given > sum || (of.every((one) => one < tried) && given !== sum)
}

const late: Turn[] = [
  [undefined, undefined, 7, 6, 9],
  [4, 1, 7, 6, 9],
]

describe('a director who keeps the country’s sums', () => {
  test('does not learn by them what the other had who reported with them', () => {
    expect(sumsShown(late, true)).toEqual([22, undefined])
    expect(learned(late, true)).toEqual([])
  })

  test('would learn it, if they were shown what the ministry is', () => {
    expect(learned(late, false)).toEqual(['f1 had 1 in turn 1'])
  })

  test('is shown the sum where several reported', () => {
    expect(
      sumsShown(
        [
          [undefined, undefined, undefined, undefined, 9],
          [4, 2, 3, 2, 9],
        ],
        true,
      ),
    ).toEqual([undefined, 20])
  })

  test('learns no small count, however facilities report and correct', () => {
    const small = fc.integer({ min: 1, max: 4 })
    const any = fc.oneof(small, fc.integer({ min: 5, max: 7 }), fc.constant(0))
    const facility = (since: fc.Arbitrary<number>, count: fc.Arbitrary<number>) =>
      fc.tuple(since, count, fc.option(fc.tuple(fc.nat(1), any), { nil: undefined, freq: 2 }))
    // The own and another that has few, often late; others beside them, mostly there from the beginning.
    const [late, soon] = [fc.constantFrom(1, 1, 0), fc.constantFrom(0, 0, 0, 1)]
    const others = fc.array(facility(soon, any), { minLength: 2, maxLength: 3 })
    const country = fc.tuple(facility(late, small), facility(late, small), others)
    fc.assert(
      fc.property(country, ([own, other, rest]) => {
        const facilities = [own, other, ...rest]
        const turns = [0, 1, 2].map((turn) =>
          facilities.map(([since, first, corrected]) =>
            turn < since ? undefined : corrected && turn > corrected[0] && turn > since ? corrected[1] : first,
          ),
        )
        expect(learned(turns, true)).toEqual([])
      }),
      { numRuns: 120 },
    )
  })
})
