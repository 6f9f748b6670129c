import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CellId } from '../../../server/domain/measures/index.ts'
import { findBlock, heldOnOtherLaw } from '../../../server/domain/suppression/blocks.ts'
import { type Member, memberOf } from '../../../server/domain/suppression/facility-month.ts'
import { nothingReleased, type PlaceMembers, release } from '../../../server/domain/suppression/release.ts'
import { isSafeSum } from '../../../server/domain/suppression/safe-sum.ts'

const incidents = findBlock('sexual_violence')!
const bySex = findBlock('pop_closing@sex')!

function small(facilityId: string, count: number, wasShown = false): Member {
  return memberOf(facilityId, incidents, ['sexual_violence'], () => count, wasShown)
}

function people(facilityId: string, women: number, men: number): Member {
  const counts: Record<string, number> = {
    pop_closing: women + men,
    'pop_closing@sex:female': women,
    'pop_closing@sex:male': men,
  }
  const cells = ['pop_closing@sex:female', 'pop_closing@sex:male'] as const
  return memberOf(facilityId, bySex, cells, (cell: CellId) => counts[cell], false)
}

describe('a sum of small counts', () => {
  test.each([
    ['of one facility is its count', [3], false],
    ['2 of two tells both', [1, 1], false],
    ['8 of two tells both', [4, 4], false],
    ['4 of two leaves out that one is 4', [3, 1], false],
    ['5 of two leaves everything open', [4, 1], true],
    ['4 of three leaves out that one is 4', [1, 1, 2], false],
    ['7 of three leaves everything open', [2, 2, 3], true],
  ])('%s', (_name, counts, isSafe) => {
    expect(
      isSafeSum(
        incidents,
        counts.map((count, at) => small(`f${at}`, count)),
      ),
    ).toBe(isSafe)
  })

  test('does not hide in a facility that was shown before', () => {
    expect(isSafeSum(incidents, [small('a', 4, true), small('b', 1)])).toBe(false)
  })
})

describe('to whoever knows one of the counts', () => {
  test.each([
    ['3 of two tells the other', [1, 2], false],
    ['5 of two tells the other', [4, 1], false],
    ['of three with 1, 1 and 4 the 4 leaves two that are told', [1, 1, 4], false],
    ['of four any three leave everything open', [2, 2, 3, 3], true],
  ])('%s', (_name, counts, isSafe) => {
    const members = counts.map((count, at) => small(`f${at}`, count))
    expect(isSafeSum(incidents, members, 'own')).toBe(isSafe)
  })

  const anyCounts = fc.array(fc.record({ women: fc.nat(7), men: fc.nat(30), wasShown: fc.boolean() }), { maxLength: 6 })
  test.each<
    [
      name: string,
      block: typeof incidents,
      read: (one: { women: number; men: number; wasShown: boolean }, at: number) => Member,
    ]
  >([
    ['counts', incidents, ({ women, wasShown }, at) => small(`f${at}`, women, wasShown)],
    ['groups', bySex, ({ women, men, wasShown }, at) => ({ ...people(`f${at}`, women, men), wasShown })],
  ])('a sum of %s is safe where it is with each of them taken off, and for everybody else', (_name, block, read) => {
    fc.assert(
      fc.property(anyCounts, (given) => {
        const members = given.map(read)
        const without = members.map((one) => members.filter((other) => other !== one))
        const isSafe = [members, ...without].every((some) => isSafeSum(block, some))
        expect(isSafeSum(block, members, 'own')).toBe(isSafe)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the middle of several facilities’ durations together', () => {
  const median = findBlock('sol_median_days_12m')!
  const episodes = (facilityId: string, cases: number | undefined, wasShown = false) => {
    const counts: Record<string, number | undefined> = { sol_median_days_12m: 4, sol_episodes_12m: cases }
    return memberOf(facilityId, median, ['sol_median_days_12m'], (cell: CellId) => counts[cell], wasShown)
  }
  test.each<[name: string, members: Member[], isSafe: boolean]>([
    ['of 10 cases in two facilities tells of no fewer', [episodes('a', 4), episodes('b', 6)], true],
    ['of 9 cases is the middle of a few', [episodes('a', 4), episodes('b', 5)], false],
    ['of one facility is its own', [episodes('a', 9)], false],
    ['does not hide in what was shown before', [episodes('a', 8, true), episodes('b', 9)], false],
    ['of unknown cases is not shown', [episodes('a', undefined), episodes('b', 9), episodes('c', 9)], false],
  ])('%s', (_name, members, isSafe) => {
    expect(isSafeSum(median, members)).toBe(isSafe)
  })
})

describe('sums of groups', () => {
  test.each<[name: string, members: Member[], isSafe: boolean]>([
    ['of two mixed prisons hide who holds which women', [people('a', 3, 90), people('b', 9, 40)], true],
    ['of no more than 3 women tell that neither holds 4', [people('a', 2, 90), people('b', 1, 40)], false],
    ['where the other prison can hold none of the women tell all', [people('a', 4, 90), people('b', 0, 0)], false],
  ])('%s', (_name, members, isSafe) => {
    expect(isSafeSum(bySex, members)).toBe(isSafe)
  })
})

describe('a sum of those held on other law', () => {
  const onOtherLaw = (facilityId: string, administrative: number, civil: number, sentenced: number): Member => {
    const counts: Record<string, number> = {
      'pop_closing@legal_status:administrative': administrative,
      'pop_closing@legal_status:civil': civil,
      ...{ pop_closing: 20 + administrative + civil + sentenced, pretrial_closing: 20 },
    }
    return memberOf(facilityId, heldOnOtherLaw, heldOnOtherLaw.cells, (cell: CellId) => counts[cell], false)
  }
  test.each<[name: string, members: Member[], isSafe: boolean]>([
    ['of 2 and 3 leaves both open', [onOtherLaw('a', 1, 1, 90), onOtherLaw('b', 3, 0, 40)], true],
    ['of 1 and 1 tells both, whichever law it is', [onOtherLaw('a', 1, 0, 90), onOtherLaw('b', 0, 1, 40)], false],
    ['of one facility is its own', [onOtherLaw('a', 2, 1, 90)], false],
    ['that leaves 2 and 3 sentenced leaves both open', [onOtherLaw('a', 40, 0, 2), onOtherLaw('b', 30, 1, 3)], true],
    ['that leaves 1 and 1 sentenced tells both', [onOtherLaw('a', 40, 0, 1), onOtherLaw('b', 30, 1, 1)], false],
  ])('%s', (_name, members, isSafe) => {
    expect(isSafeSum(heldOnOtherLaw, members)).toBe(isSafe)
  })
})

describe('what places show', () => {
  const [a, b, c, d] = [small('a', 1), small('b', 4), small('c', 2), small('d', 3)]
  const country = (members: Member[]): PlaceMembers => ({ placeId: 'country', members })

  test('a region that sets one facility apart is not shown beside the country', () => {
    const { shown } = release(incidents, nothingReleased, [
      country([a, b, c]),
      { placeId: 'north', members: [a, b] },
      { placeId: 'south', members: [c] },
    ])
    expect([...shown]).toEqual(['country'])
  })

  test('two regions with two each are shown', () => {
    const { shown } = release(incidents, nothingReleased, [
      country([a, b, c, d]),
      { placeId: 'north', members: [a, b] },
      { placeId: 'south', members: [c, d] },
    ])
    expect([...shown]).toEqual(['country', 'north', 'south'])
  })

  test('a facility that reports late is not what a sum has grown by, until another one does', () => {
    const first = release(incidents, nothingReleased, [country([a, b])])
    expect([...first.shown]).toEqual(['country'])
    const second = release(incidents, first.after, [country([a, b, c])])
    expect([...second.shown]).toEqual([])
    const third = release(incidents, second.after, [country([a, b, c, d])])
    expect([...third.shown]).toEqual(['country'])
  })

  test('a corrected count is not what a sum has moved by', () => {
    const first = release(incidents, nothingReleased, [country([a, b])])
    expect([...release(incidents, first.after, [country([a, small('b', 3)])]).shown]).toEqual([])
  })

  test('a facility that moved is not the difference of two regions', () => {
    const first = release(incidents, nothingReleased, [{ placeId: 'north', members: [a, b, c] }])
    expect([...first.shown]).toEqual(['north'])
    const moved = [
      { placeId: 'north', members: [a, b] },
      { placeId: 'south', members: [c, d] },
    ]
    expect([...release(incidents, first.after, moved).shown]).toEqual([])
  })
})

const facilities = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 9 })

test('whatever is shown, release after release, no class of facilities is unsafe', () => {
  fc.assert(
    fc.property(
      fc.array(facilities, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 3 }),
      (turns, regions) => {
        let before = nothingReleased
        for (const counts of turns) {
          const members = counts.map((count, at) => small(`f${at}`, count))
          const places = Array.from({ length: regions }, (_, region) => ({
            placeId: `r${region}`,
            members: members.filter((_one, at) => at % regions === region),
          })).filter((place) => place.members.length > 0)
          const { after } = release(incidents, before, [{ placeId: 'country', members }, ...places])
          expect(after.classes.every((one) => isSafeSum(incidents, one))).toBe(true)
          before = after
        }
      },
    ),
  )
})

test('the order in which facilities and places are given changes nothing', () => {
  fc.assert(
    fc.property(facilities, (counts) => {
      const members = counts.map((count, at) => small(`f${at}`, count))
      const places = [
        { placeId: 'country', members },
        { placeId: 'north', members: members.filter((_one, at) => at % 2 === 0) },
      ]
      const turned = places.map((place) => ({ ...place, members: place.members.toReversed() })).reverse()
      expect(release(incidents, nothingReleased, turned).shown).toEqual(
        release(incidents, nothingReleased, places).shown,
      )
    }),
  )
})
