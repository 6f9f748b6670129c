import { bodyLimit } from 'hono/body-limit'

/** The most that a form or a call may send, in bytes: a long comment fits ten times, and no process fills up with it. */
export const largestBody = 1_048_576

/** Refuses a request whose body is too large (413), by its announced length or, without one, as soon as it is exceeded. */
export const limitBody = bodyLimit({
  maxSize: largestBody,
  onError: (c) => c.text('What was sent is too large.', 413),
})
