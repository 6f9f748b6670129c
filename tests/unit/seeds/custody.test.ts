import { expect, test } from 'vitest'
import { demonstrationPlan } from '../../../seeds/synthetic/demonstration-files.ts'
import { codeOf, liveInCustody, type Stay } from '../../../seeds/synthetic/records/custody.ts'

const keys = new Set(['OST-01', 'OST-02', 'DOR-03', 'DOR-05', 'KEL-02', 'KEL-03'])
/** Read month by month: what a person's ground was in a month is known only while the month lasts. */
function months(plan = demonstrationPlan) {
  const read = []
  for (const { at, held, arrived, left } of liveInCustody(plan, keys)) {
    const groups: Record<string, number> = {}
    for (const stay of held) groups[codeOf(stay)] = (groups[codeOf(stay)] ?? 0) + 1
    read.push({ at, groups, arrived, left, people: held.length })
  }
  return read
}

const drawn = months()
const stays = [...new Set(drawn.flatMap(({ arrived, left }) => [...arrived, ...left]))]

test('the people held at the end of each month are those of the return, by sex and legal status', () => {
  for (const { at, groups } of drawn)
    for (const [code, count] of Object.entries(at.flows.closing))
      expect(groups[code] ?? 0, `${at.facility.key} ${at.month} ${code}`).toBe(count)
})

test('who was there, plus who came, less who left, is who is there', () => {
  const before = new Map<string, number>()
  for (const { at, arrived, left, people } of drawn) {
    const opening = before.get(at.facility.key)
    if (opening !== undefined) expect(opening + arrived.length - left.length).toBe(people)
    before.set(at.facility.key, people)
  }
})

test('nobody is in two places at once', () => {
  const byPerson = group(stays)
  for (const own of byPerson.values()) {
    const inOrder = own.sort((one, other) => one.from - other.from)
    for (const [at, stay] of inOrder.entries())
      if (at > 0) expect(inOrder[at - 1]!.until ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(stay.from)
  }
})

function group(all: readonly Stay[]): Map<string, Stay[]> {
  const made = new Map<string, Stay[]>()
  for (const stay of all) made.set(stay.person.key, [...(made.get(stay.person.key) ?? []), stay])
  return made
}

test('a transfer keeps the person and the custody, and keys are never used twice', () => {
  const moved = stays.filter((stay) => stay.release === 'transferred')
  const linked = stays.filter((stay) => moved.some((one) => one !== stay && one.custodyKey === stay.custodyKey))
  expect(linked.length).toBeGreaterThan(50)
  expect(new Set(stays.map(({ key }) => key)).size).toBe(stays.length)
})

test('legal grounds follow each other inside the stay', () => {
  for (const { spells, from, until } of stays) {
    const days = spells.map((spell) => spell.from)
    expect(days[0]).toBe(from)
    expect([...days].sort((one, other) => one - other)).toEqual(days)
    expect(until ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(days.at(-1)!)
  }
})

test('lengths of stay are heavy-tailed: the mean lies well above the median', () => {
  const lengths = stays.flatMap(({ from, until }) => (until === undefined ? [] : [until - from])).sort((a, b) => a - b)
  const mean = lengths.reduce((sum, days) => sum + days, 0) / lengths.length
  expect(mean).toBeGreaterThan(1.4 * lengths[lengths.length >> 1]!)
})

test('the same number gives the same people', () => {
  const short = { ...demonstrationPlan, first: '2025-11', recordedFrom: '2025-11' } as const
  const people = () => months(short).flatMap(({ arrived }) => arrived.map(({ key }) => key))
  expect(people()).toEqual(people())
})
