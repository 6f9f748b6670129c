import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Bucket,
  isFull,
  requestLimits,
  takeQuestion,
  waitAfterChanges,
} from '../../../server/domain/sign-in/request-limits.ts'

const small = { most: 3, perSecond: 2 }

test('a new asker has a full bucket, an empty one says how long to wait, and it fills up again', () => {
  let bucket: Bucket | undefined
  const ask = (now: number) => {
    const taken = takeQuestion(bucket, now, small)
    bucket = taken.bucket
    return taken.waitSeconds
  }
  expect([ask(0), ask(0), ask(0)]).toEqual([0, 0, 0])
  expect(ask(0)).toBe(1)
  expect(ask(400)).toBe(1)
  expect(ask(500)).toBe(0)
  expect(ask(500)).toBe(1)
  expect([ask(60_000), ask(60_000), ask(60_000), ask(60_000)]).toEqual([0, 0, 0, 1])
})

test('nobody ever asks more than a full bucket and what has flowed in since', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 100 }), (pauses) => {
      let [now, answered] = [0, 0]
      let bucket: Bucket | undefined
      for (const pause of pauses) {
        now += pause
        const taken = takeQuestion(bucket, now, small)
        bucket = taken.bucket
        if (taken.waitSeconds === 0) answered++
      }
      expect(answered).toBeLessThanOrEqual(small.most + (now / 1000) * small.perSecond)
    }),
  )
})

test('a clock that goes back gives nothing away', () => {
  const { bucket } = takeQuestion({ left: 0, at: 10_000 }, 0, small)
  expect(bucket.left).toBe(0)
})

test('a bucket is forgotten only when it is full again', () => {
  const { most, perSecond } = requestLimits.read
  expect(isFull({ left: most - 1, at: 0 }, 0)).toBe(false)
  expect(isFull({ left: most - 1, at: 0 }, 1000 / perSecond)).toBe(true)
})

test.each([
  ['at once', 0, 60],
  ['in the middle of its window', 20_500, 40],
  ['at its last moment', 59_999, 1],
  ['when it is over by a clock that is behind', 60_000, 1],
])('whoever changes too often waits until the window is over: %s', (_name, passed, seconds) => {
  const [beganAt, now] = [new Date(0), new Date(passed)]
  expect(waitAfterChanges({ count: requestLimits.change.most, beganAt }, now)).toBe(0)
  expect(waitAfterChanges({ count: requestLimits.change.most + 1, beganAt }, now)).toBe(seconds)
})
