import { expect, test } from 'vitest'
import { oneAhead } from '../../../server/services/one-ahead.ts'

const later = () => new Promise<void>((done) => setTimeout(done, 5))

test('a piece of work is under way while its caller goes on, and one at a time', async () => {
  const ahead = oneAhead()
  const seen: string[] = []
  const piece = (name: string) => async () => {
    seen.push(`${name} begins`)
    await later()
    seen.push(`${name} ends`)
  }
  await ahead.begin(piece('one'))
  seen.push('reading on')
  await ahead.begin(piece('two'))
  await ahead.end()
  expect(seen).toEqual(['one begins', 'reading on', 'one ends', 'two begins', 'two ends'])
})

test('what went wrong is told by the next call, and nothing begins after it', async () => {
  const ahead = oneAhead()
  await ahead.begin(async () => {
    await later()
    throw new Error('full')
  })
  let begun = false
  const next = ahead.begin(async () => {
    begun = true
  })
  await expect(next).rejects.toThrow('full')
  await ahead.settle()
  expect(begun).toBe(false)
})
