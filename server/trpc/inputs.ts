import { z } from 'zod'
import { type Month, parseMonth } from '../domain/period.ts'

/** A month as it stands in a URL. */
export const month = z.string().transform((text, context): Month => {
  const parsed = parseMonth(text)
  if (parsed) return parsed
  context.addIssue({ code: 'custom', message: 'month.malformed' })
  return z.NEVER
})

/** A public key of a facility or region. */
export const key = z.string().min(1).max(200)

/** A place: the country when nothing is said. */
export const place = z.union([
  z.object({ facility: key }),
  z.object({ region: key }),
  z.object({ country: z.literal(true) }),
])
export type PlaceInput = z.infer<typeof place>
