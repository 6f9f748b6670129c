import { expect, test } from 'vitest'
import { markOf } from '../../../app/map/map.server.ts'
import type { MapTone } from '../../../app/map/map-tones.ts'

function place(key: string, tone: MapTone, at = 0) {
  return { key, name: key, region: null, tone, latitude: 0, longitude: 0, at }
}
const breach = (key: string, at: number) => place(key, 'breach', at)
const within = (key: string, at: number) => place(key, 'within', at)
const unknown = (key: string) => place(key, 'unassessed')

test('a mark of several shows the gravest verdict and of how many: nothing averages a breach away', () => {
  const mark = markOf({ x: 1.26, y: 2, places: [within('a', 7), breach('b', 3), within('c', 4), breach('d', 9)] })
  expect(mark).toMatchObject({ x: 1.3, y: 2, tone: 'breach', ofTone: 2 })
  expect(mark.at).toEqual([7, 3, 4, 9])
})

test('what is not assessed is not within: alone it shows so, beside others it is still listed', () => {
  expect(markOf({ x: 0, y: 0, places: [unknown('a')] })).toMatchObject({ tone: 'unassessed', ofTone: 1 })
  const mixed = markOf({ x: 0, y: 0, places: [unknown('a'), within('b', 1)] })
  expect(mixed).toMatchObject({ tone: 'within', ofTone: 1 })
  expect(mixed.at).toEqual([0, 1])
})

test('where a question is raised it is seen before what nobody told, and that before what raises none', () => {
  const tone = (...own: MapTone[]) => markOf({ x: 0, y: 0, places: own.map((one) => place(one, one)) }).tone
  expect(tone('quiet', 'untold', 'asked')).toBe('asked')
  expect(tone('quiet', 'untold')).toBe('untold')
  expect(tone('quiet', 'breach')).toBe('breach')
})
