import { describe, expect, test } from 'vitest'
import { markOf, type ShownMap } from '../../../app/map/map.server.ts'
import { type KeyEntry, mapSvg } from '../../../app/map/map-drawing.server.tsx'
import type { MapTone } from '../../../app/map/map-tones.ts'

function place(at: number, tone: MapTone) {
  return { key: `${at}`, name: `${at}`, region: null, tone, latitude: 0, longitude: 0, at }
}
const map: ShownMap = {
  width: 960,
  height: 600,
  land: 'M0,0L10,0L10,10Z',
  names: [{ x: 150, y: 80, name: 'Dorvath' }],
  marks: [
    markOf({ x: 100, y: 100, places: [place(0, 'breach')] }),
    markOf({ x: 200, y: 200, places: [place(1, 'within'), place(2, 'within')] }),
  ],
}
const facilities = (['Alba <1>', 'Bree', 'Cole'] as const).map((name) => ({ key: name, name, tone: 'within' as const }))
const key: KeyEntry[] = [
  { tone: 'breach', words: 'Breach: 1' },
  { tone: 'within', words: 'Within: 2' },
]
const drawn = (direction: 'ltr' | 'rtl') =>
  mapSvg({ title: 'Own bed: 1 of 3', summary: 'A map', direction, about: ['Source: returns'], map, facilities, key })

describe.each(['ltr', 'rtl'] as const)('a map as a file, %s', (direction) => {
  const svg = drawn(direction)

  test('stands alone and says what it is and from whom', () => {
    expect(svg).not.toMatch(/var\(|<script|href=|NaN|undefined/)
    for (const text of ['Own bed: 1 of 3', 'Source: returns', 'Alba &lt;1&gt;', 'Bree, Cole', 'Dorvath'])
      expect(svg).toContain(`>${text}<`)
  })
  test('its signs are those of the page, in colour and form, each with a word in its key', () => {
    expect(svg.match(/M5 1h6l4 4v6/g)).toHaveLength(2)
    expect(svg).toMatch(/stroke="#8f1026"/)
    for (const { words } of key) expect(svg).toContain(`>${words}<`)
  })
  test('a mark of several says how many it stands for', () => {
    expect(svg).toMatch(/>2<\/text>/)
  })
})

test('north stays above and east on the right where reading begins on the right; the key begins on that side', () => {
  const at = (svg: string) => svg.match(/translate\(100 100\)/g)?.length
  expect([at(drawn('ltr')), at(drawn('rtl'))]).toEqual([1, 1])
  expect(drawn('rtl')).toContain('translate(960 624)')
  expect(drawn('ltr')).toContain('translate(0 624)')
})

test('a key that is wider than the map goes on in the next line, inside the picture', () => {
  const long = Array.from({ length: 12 }, (_, at) => ({
    tone: 'within' as const,
    words: `${'verdict '.repeat(4)}${at}`,
  }))
  const svg = mapSvg({ title: 'T', summary: 'S', direction: 'ltr', about: [], map, facilities, key: long })
  const rows = new Set([...svg.matchAll(/translate\(\d+(?:\.\d+)? (6\d\d)\)/g)].map((found) => found[1]))
  expect(rows.size).toBeGreaterThan(2)
  const [, height] = svg.match(/viewBox="0 0 \d+ (\d+)"/)!
  expect(Number(height)).toBeGreaterThan(600 + rows.size * 24)
})
