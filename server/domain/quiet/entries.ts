import { rarerThan } from '../records/zero-run.ts'
import { atLeast, binomial } from '../statistics/distribution.ts'
import { type FacilityFigures, type Look, looked } from './define.ts'

/** Of fewer rows in a month a share says nothing; the number is ours. */
const fewestRows = 10
/** More than this share is late. Source: the catalogue, check X22. */
const mostLate = 0.1

/**
 * More of a month's rows of one type entered over a week late than one in ten, and more than chance would make of one in ten
 * (binomial), among all that is asked. Found and expected: shares.
 */
export function lateRows({ entries, asked = 1 }: FacilityFigures): Look {
  if (!entries || entries.rows < fewestRows) return { state: 'not-looked', missing: ['ten rows in the month'] }
  const { rows, late } = entries
  const probability = atLeast(binomial(rows, mostLate), late)
  const isSeen = late > mostLate * rows && probability < rarerThan(asked)
  return looked(isSeen ? [{ cells: ['entries'], found: late / rows, expected: mostLate, probability }] : [])
}
