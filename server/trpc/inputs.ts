import { z } from 'zod'
import { type Day, type Month, parseDay, parseMonth } from '../domain/period.ts'

/** A month as it stands in a URL. */
export const month = z.string().transform((text, context): Month => {
  const parsed = parseMonth(text)
  if (parsed) return parsed
  context.addIssue({ code: 'custom', message: 'month.malformed' })
  return z.NEVER
})

/** A day as it stands in a URL. */
export const day = z.string().transform((text, context): Day => {
  const parsed = parseDay(text)
  if (parsed) return parsed
  context.addIssue({ code: 'custom', message: 'day.malformed' })
  return z.NEVER
})

/** One line of text, at most `longest` characters. The database keeps no nought byte, and no line break is ever meant. */
export const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)

/** A public key of a facility or region. */
export const key = line(200).min(1)

/** A place: the country when nothing is said. */
export const place = z.union([
  z.strictObject({ facility: key }),
  z.strictObject({ region: key }),
  z.strictObject({ country: z.literal(true) }),
])
export type PlaceInput = z.infer<typeof place>
