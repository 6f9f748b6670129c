import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mapLayout, type Outline, outlineOf, type Position } from '../../../server/domain/charts/map-layout.ts'

const box = { width: 900, height: 600, spacing: 24 }
const nothing: Outline[] = []
// Clockwise from the north-west, as d3 takes a ring for the land inside it.
const ring = (west: number, south: number, east: number, north: number) => [
  [west, north],
  [east, north],
  [east, south],
  [west, south],
  [west, north],
]
const square = [outlineOf([ring(9, 49, 12, 51)])]

const places = (...given: [name: string, latitude: number, longitude: number][]) =>
  given.map(([name, latitude, longitude]) => ({ name, latitude, longitude }))
const marksOf = (all: ReturnType<typeof places>) =>
  mapLayout(all, nothing, box)!.marks.map(({ x, y, places }) => ({ x, y, names: places.map(({ name }) => name) }))

describe('places on a map', () => {
  test('without a place there is no map', () => {
    expect(mapLayout([], nothing, box)).toBeUndefined()
  })

  test('north is above, and east on the right in every language', () => {
    const [north, south, east] = marksOf(places(['north', 52, 10], ['south', 48, 10], ['east', 50, 14]))
    expect(north!.y).toBeLessThan(south!.y)
    expect(east!.x).toBeGreaterThan(north!.x)
  })

  test('a place that stands alone lies in the middle of half a degree around it, not on a roof', () => {
    const map = mapLayout(places(['alone', 50, 10]), square, box)!
    expect(map.marks[0]!.x).toBeCloseTo(450)
    expect(Math.abs(map.marks[0]!.y - 300)).toBeLessThan(3)
    expect(map.land).toMatch(/^M/)
  })

  test('those whose marks would hide each other are one mark, where the first of them lies', () => {
    const found = marksOf(places(['first', 50, 10], ['beside', 50.01, 10.01], ['far', 54, 16]))
    expect(found.map(({ names }) => names)).toEqual([['first', 'beside'], ['far']])
  })

  test('outlines that are out of sight are left out', () => {
    expect(mapLayout(places(['sea', 0, -30], ['isle', 4, -26]), square, box)!.land).toBe('')
  })

  test('a country on both sides of the date line stays in one piece', () => {
    const [west, east] = marksOf(places(['west', -17, 178], ['east', -18, -179]))
    expect(east!.x - west!.x).toBeGreaterThan(300)
  })

  test('only land in sight is drawn: across the date line, too, and to the tenth of a pixel', () => {
    const [near, far] = [outlineOf([ring(178.5, -19, 179.5, -16)]), outlineOf([ring(100, -19, 110, -16)])]
    const fiji = places(['west', -17, 178], ['east', -18, -179])
    const drawn = (...land: Outline[]) => mapLayout(fiji, land, box)!.land
    expect(drawn(near)).toMatch(/^M/)
    expect(drawn(near, far)).toBe(drawn(near))
    expect(drawn(outlineOf([ring(-181.5, -19, -180.5, -16)]))).toBe(drawn(near))
    expect(drawn(near)).not.toMatch(/\.\d\d/)
  })

  test('every place is in exactly one mark, every mark inside the box, and no two too near, wherever they lie', () => {
    const position = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(position, { minLength: 1, maxLength: 60 }), (all: Position[]) => {
        const { marks } = mapLayout(all, nothing, box)!
        expect(marks.flatMap((mark) => mark.places).length).toBe(all.length)
        expect(new Set(marks.flatMap((mark) => mark.places)).size).toBe(all.length)
        for (const { x, y } of marks) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(box.width)
          expect(y).toBeGreaterThanOrEqual(0)
          expect(y).toBeLessThanOrEqual(box.height)
        }
        marks.forEach((one, at) => {
          for (const other of marks.slice(at + 1))
            expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(box.spacing)
        })
      }),
    )
  })
})
