import type { Cells, UsualRate } from '../records/check.ts'

/** The space that one certificate of capacity grants, in force from a day until the next one. */
export interface CertifiedSpace {
  places: number
  /** Floor area for each place, in square metres; undefined where the certificate does not say. */
  squareMetresPerPlace: number | undefined
}

/** What is known of one facility when its figures are looked at. What is not known is absent, and is never nought. */
export interface FacilityFigures {
  /** Its returns month by month, the newest first; undefined where none came. */
  returns?: readonly (Cells | undefined)[]
  /** How often each event occurs in a person-day at the others. */
  usualRates?: Readonly<Record<string, UsualRate>>
  /** How many such questions are asked over the country; without it, this one alone. */
  asked?: number
  /** Its certificates, the oldest first. */
  certificates?: readonly CertifiedSpace[]
  /** Lengths of ended placements, in days. */
  placementDays?: readonly number[]
  /** Hours a day spent in the cell, one for each placement. */
  hoursInCell?: readonly number[]
  /** Rows of one type of record in a month, and how many of them were entered more than a week after what they tell. */
  entries?: { rows: number; late: number }
}

/** One thing seen: in which cells, what was found, and what would have been expected, in the same unit. */
export interface Sighting {
  cells: readonly string[]
  found: number
  expected: number
  /** How likely chance alone gives this or more; null where nothing says how chance would behave. */
  probability: number | null
  /** For how many months on end, up to the newest. */
  months?: number
}

/** What a look at the figures gave. Not having looked (and for want of what) is not the same as having seen nothing. */
export type Look =
  | { state: 'nothing-seen' }
  | { state: 'seen'; sightings: readonly Sighting[] }
  | { state: 'not-looked'; missing: readonly string[] }

/**
 * A question to ask about figures that look too good, too smooth or too round. It is a question and no accusation: each has
 * innocent answers, and nothing is reckoned from it. Words: `questions.en.ts`.
 */
export interface QuietQuestion<Id extends string = string> {
  id: Id
  look: (given: FacilityFigures) => Look
  examples: readonly QuietExample[]
}

/** One worked example of a question, with the cells that it must name (seen) or what was missing (not looked). */
export interface QuietExample {
  given: FacilityFigures
  gives: Look['state']
  naming?: readonly string[]
}

/** The look that has `sightings`, which may be none. */
export function looked(sightings: readonly Sighting[]): Look {
  return sightings.length > 0 ? { state: 'seen', sightings } : { state: 'nothing-seen' }
}
