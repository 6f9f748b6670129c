import { expect, test } from 'vitest'
import { leadToMonth } from '../../../app/compare/stepped-month.server.ts'

const led = (query: string) => {
  try {
    leadToMonth(new Request(`http://localhost/compare${query}`))
  } catch (answer) {
    return answer as Response
  }
  return undefined
}

test('a place on the slider leads to the address of its month, which keeps the rest', () => {
  const answer = led('?indicator=women-share&month=2020-01&at=24311')
  expect(answer?.status).toBe(302)
  expect(answer?.headers.get('location')).toBe('/compare?indicator=women-share&month=2025-12')
})

test('an address without one goes on, and one that is no place is refused in words', async () => {
  expect(led('?month=2020-01')).toBeUndefined()
  const answer = led('?at=next')
  expect(answer?.status).toBe(400)
  expect(await answer?.json()).toMatchObject({ messageId: 'month.malformed', values: { text: 'next' } })
})
