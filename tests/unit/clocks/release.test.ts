import { describe, expect, test } from 'vitest'
import { overLimitFrom, pastReleaseFrom } from '../../../server/domain/clocks/pretrial.ts'
import {
  criticalItems,
  gates,
  hasShortKit,
  isReady,
  itemWeights,
  type ReleaseItem,
  readinessScore,
  shortKit,
} from '../../../server/domain/clocks/release.ts'

const today = 20_000
const done = (item: string, doneOn = today): ReleaseItem => ({ item, isApplicable: true, isDone: true, doneOn })
const open = (item: string): ReleaseItem => ({ item, isApplicable: true, isDone: false, doneOn: Number.NaN })
const notApplicable = (item: string): ReleaseItem => ({ ...open(item), isApplicable: false })
const needed = [...criticalItems, ...gates]

describe('ready on the day of release', () => {
  const all = needed.map((item) => done(item))

  test('with every critical item done and both gates cleared', () => {
    expect(isReady(all, today)).toBe(true)
  })

  test.each(needed)('not with %s open, done a day late, or never written down', (name) => {
    const others = all.filter(({ item }) => item !== name)
    expect(isReady([...others, open(name)], today)).toBe(false)
    expect(isReady([...others, done(name, today + 1)], today)).toBe(false)
    expect(isReady(others, today)).toBe(false)
  })

  test.each(needed)('with %s not applicable', (name) => {
    expect(isReady([...all.filter(({ item }) => item !== name), notApplicable(name)], today)).toBe(true)
  })

  test('the short kit asks for less', () => {
    const kit = shortKit.map((item) => done(item))
    expect([hasShortKit(kit, today), isReady(kit, today), hasShortKit(kit.slice(1), today)]).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('readiness score', () => {
  test('the weights of the checklist add up to 100', () => {
    expect(Object.values(itemWeights).reduce((sum, weight) => sum + weight, 0)).toBe(100)
  })

  /** A checklist in which every item is written: these, and of all others that they do not apply. */
  const written = (...items: ReleaseItem[]) => [
    ...Object.keys(itemWeights)
      .filter((name) => !items.some(({ item }) => item === name))
      .map(notApplicable),
    ...items,
  ]

  test.each([
    ['nobody without a plan has any', [], 0],
    ['half of what applies', written(done('id_documents'), open('lead_agency')), 50],
    ['by weight', written(done('housing'), open('supervision_explained')), 75],
    ['gates have no weight', written(done('housing'), open('gate_release_date_verified')), 100],
    ['nothing applies', written(), 0],
  ])('%s', (_name, items, score) => {
    expect(readinessScore(items, today, { hadSolitary: true })).toBe(score)
  })

  test('an item of which nothing is written applies and is not done: to leave it out raises nothing', () => {
    const all = Object.keys(itemWeights).map((name) => done(name))
    expect(readinessScore(all, today, { hadSolitary: true })).toBe(100)
    for (const [name, weight] of Object.entries(itemWeights)) {
      const others = all.filter(({ item }) => item !== name)
      expect(readinessScore(others, today, { hadSolitary: true })).toBe(100 - weight)
    }
  })

  test('help after solitary is owed to those who were in it', () => {
    const others = Object.keys(itemWeights)
      .filter((name) => name !== 'post_solitary_support')
      .map((name) => done(name))
    expect(readinessScore(others, today, { hadSolitary: false })).toBe(100)
    expect(readinessScore(others, today, { hadSolitary: true })).toBe(94)
    expect(readinessScore([...others, open('post_solitary_support')], today, { hadSolitary: false })).toBe(94)
  })
})

test('a checklist worked out by hand: 40 of the 89 points that apply, and not ready', () => {
  // 100 without supervision_explained (5) and post_solitary_support (6) are 89; done are 12 + 15 + 7 + 6.
  const items = [
    done('id_documents', today - 30),
    done('housing', today - 10),
    open('health_handover'),
    open('income_work_training'),
    open('benefits'),
    done('family_contact_plan', today - 1),
    // Done the day after the one that is asked about.
    done('lead_agency', today + 1),
    notApplicable('supervision_explained'),
    done('plan_agreed'),
    open('transport_clothing_money'),
    notApplicable('post_solitary_support'),
    ...gates.map((gate) => done(gate)),
  ]
  expect(readinessScore(items, today, { hadSolitary: false })).toBeCloseTo((100 * 40) / 89, 10)
  expect(isReady(items, today)).toBe(false)
  expect(readinessScore(items, today + 1, { hadSolitary: false })).toBeCloseTo((100 * 52) / 89, 10)
})

describe('ends that the law sets', () => {
  test.each([
    [100, 90, 91],
    [90, 100, 91],
    [Number.NaN, 90, 91],
    [Number.NaN, Number.NaN, Number.NaN],
  ])('limit on day %d, order to day %d: over it from day %d', (nationalLimitOn, orderValidUntil, from) => {
    expect(overLimitFrom({ nationalLimitOn, orderValidUntil })).toBe(from)
  })

  test('release required on day 90: past it from day 91', () => {
    expect([pastReleaseFrom(90), pastReleaseFrom(Number.NaN)]).toEqual([91, Number.NaN])
  })
})
