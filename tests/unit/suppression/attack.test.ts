import { describe, expect, test } from 'vitest'
import { attack, type Found } from '../../support/attack/attacker.ts'
import { blank, type CountedFacility, type Published, publish, type Weakness } from '../../support/attack/published.ts'
import {
  drawCountry,
  drawCounts,
  drawFrom,
  identities,
  nudgeCounts,
  type Subject,
  subjects,
} from '../../support/attack/small-country.ts'

/**
 * A reader who keeps everything: four releases of one month, in which facilities report late, correct what they sent, by
 * much and then by one, and are put into another region.
 */
function releasesOf(seed: number, subject: Subject, weak: Weakness): Published[] {
  const draw = drawFrom(seed)
  const all = drawCountry(subject, draw)
  const late = all.filter(() => draw(3) === 0)
  let now: CountedFacility[] = all.filter((one) => !late.includes(one))
  let memory = blank
  return [0, 1, 2, 3].map((turn) => {
    if (turn === 1) now = [...now, ...late]
    if (turn === 2) {
      now = now.map((one) => {
        if (draw(4) === 0) return { ...one, counts: drawCounts(subject, draw) }
        return draw(8) === 0 ? { ...one, placeIds: ['country', 'r0'] } : one
      })
    }
    if (turn === 3)
      now = now.map((one) => (draw(3) === 0 ? { ...one, counts: nudgeCounts(one.counts, subject, draw) } : one))
    const { published, memory: next } = publish(now, memory, weak)
    memory = next
    return published
  })
}

function attackAll(seeds: number, weak: Weakness = {}): { found: (Found & { seed: number })[]; tried: number } {
  const found: (Found & { seed: number })[] = []
  let tried = 0
  for (let seed = 1; seed <= seeds; seed++) {
    const one = attack(releasesOf(seed, subjects[seed % subjects.length]!, weak), identities, weak)
    tried += one.tried
    found.push(...one.found.map((secret) => ({ ...secret, seed })))
  }
  return { found, tried }
}

/**
 * Comings and goings by sex are bounded by those of all people, which the catalogue shows: of 5 that left, no more than 5 are
 * women. There the attack has won when it knows the number; everywhere else when it has ruled out any that is as small.
 */
function hasWon({ seed, how }: Found & { seed: number }): boolean {
  return how === 'by elimination' || subjects[seed % subjects.length] !== 'flows'
}

describe('an attacker who holds four releases of everything that the ministry is shown', () => {
  test('learns no small count better than that it is small', { timeout: 120_000 }, () => {
    const { found, tried } = attackAll(12)
    expect(tried).toBeGreaterThan(200)
    expect(found.filter(hasWon)).toEqual([])
  })

  test.each<[name: string, weak: Weakness]>([
    ['sums are shown whatever they give back', { everySum: true }],
    ['small counts are withheld one by one', { cellsAlone: true }],
    ['what was shown before is forgotten', { forgetsReleases: true }],
  ])('succeeds where %s', { timeout: 120_000 }, (_name, weak) => {
    const won = attackAll(7, weak).found.filter(hasWon)
    expect(won.length).toBeGreaterThan(0)
    // The stretches of a curve are attacked with the rest: without protection they give single spells away, too.
    if (!weak.forgetsReleases) expect(won.map(({ seed }) => subjects[seed % subjects.length])).toContain('lengths')
  })
})
