import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { largestBody, limitBody } from '../../../server/web/body-limit.ts'

const site = new Hono().use(limitBody).post('/', async (c) => c.text(String((await c.req.text()).length)))

/** A body that does not say how long it is. */
const unannounced = (bytes: number) =>
  new ReadableStream({
    start(controller) {
      for (let left = bytes; left > 0; left -= 65_536)
        controller.enqueue(new Uint8Array(Math.min(left, 65_536)).fill(65))
      controller.close()
    },
  })

test.each([
  ['as large as allowed', largestBody, 200],
  ['one byte larger', largestBody + 1, 413],
  ['of ten megabytes', 10_000_000, 413],
])('a body %s is answered, announced or not, with the same status', async (_name, bytes, status) => {
  const headers = { 'content-length': String(bytes) }
  const announced = await site.request('/', { method: 'POST', body: 'A'.repeat(bytes), headers })
  const streamed = new Request('http://localhost/', {
    method: 'POST',
    body: unannounced(bytes),
    duplex: 'half',
  } as RequestInit)
  expect([announced.status, (await site.request(streamed)).status]).toEqual([status, status])
})
