import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../app/finder/entry.ts'
import { findEntries } from '../../../app/finder/finding.ts'

const facility = (title: string, detail = 'North', also = ''): Entry => ({
  kind: 'facility',
  title,
  detail,
  also,
  to: `/facilities/${title}`,
})
const entries: Entry[] = [
  { kind: 'page', title: 'Overview', detail: '', to: '/' },
  { kind: 'page', title: 'Compare', detail: '', to: '/compare' },
  facility('Kestramoor Prison', 'Keltrand', 'kel-01'),
  facility('Overmoor Prison', 'Keltrand'),
  facility('Évreux'),
  facility('سجن الخيام', 'بيروت'),
  facility('東京拘置所', '関東'),
  { kind: 'rule', title: 'Nelson Mandela Rule 45', detail: 'Limits on solitary', also: 'nmr 45', to: '/rules/nmr-45' },
  { kind: 'rule', title: 'Nelson Mandela Rule 4', detail: 'Purposes of a sentence', also: 'nmr 4', to: '/rules/nmr-4' },
]
const titles = (query: string, limit = 10) =>
  findEntries(entries, query, limit).flatMap((found) => found.entries.map(({ title }) => title))

describe('what a name finds', () => {
  test.each([
    ['its beginning, before what is nearly so written', 'kestra', ['Kestramoor Prison', 'Overmoor Prison']],
    ['words in another order', 'prison kestramoor', ['Kestramoor Prison']],
    ['one slip of the finger', 'kestarmoor', ['Kestramoor Prison']],
    ['a key', 'KEL-01', ['Kestramoor Prison']],
    ['a region, what stands earlier first', 'keltrand', ['Overmoor Prison', 'Kestramoor Prison']],
    ['letters without their accents', 'evreux', ['Évreux']],
    ['accents that are not there', 'késtramoor', ['Kestramoor Prison']],
    ['another script', 'الخيام', ['سجن الخيام']],
    ['a script without spaces', '拘置', ['東京拘置所']],
    ['a rule by its number', 'rule 45', ['Nelson Mandela Rule 45']],
    ['a rule by its topic', 'solitary', ['Nelson Mandela Rule 45']],
    ['several kinds, each under its own', 'over', ['Overview', 'Overmoor Prison']],
    ['nothing', 'zzz', []],
    ['signs alone', '?!*', []],
  ])('%s: %s', (_, query, expected) => {
    expect(titles(query)).toEqual(expected)
  })

  test('a number forgives no slip: rule 4 comes before rule 45, and 46 finds neither', () => {
    expect(titles('rule 4')[0]).toBe('Nelson Mandela Rule 4')
    expect(titles('rule 46')).toEqual([])
  })

  test('nothing asked shows the pages alone', () => {
    expect(titles('  ')).toEqual(['Overview', 'Compare'])
  })

  test('what does not fit is counted, not forgotten', () => {
    const [found] = findEntries(entries, 'prison', 1)
    expect(found).toMatchObject({ kind: 'facility', total: 2 })
    expect(found?.entries).toHaveLength(1)
  })

  test('what it was found by is not sent along', () => {
    expect(JSON.stringify(findEntries(entries, 'kestra', 5))).not.toMatch(/also/)
  })
})
