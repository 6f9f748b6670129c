import { expect, test } from 'vitest'
import { markOf } from '../../../app/map/map.server.ts'
import type { Reading } from '../../../server/domain/indicators/reading.ts'

function place(key: string, verdict: object, at = 0) {
  const reading = { figure: { state: 'missing', reason: 'not-reported' }, verdict, grade: 'none' } as unknown as Reading
  return { key, name: key, region: null, reading, latitude: 0, longitude: 0, at }
}
const breach = (key: string, at: number) => place(key, { verdict: 'breach', people: 2 }, at)
const within = (key: string, at: number) => place(key, { verdict: 'within' }, at)
const unknown = (key: string) => place(key, { verdict: 'not-assessed', why: 'missing' })

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
