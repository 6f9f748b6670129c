import { rarerThan } from '../records/zero-run.ts'
import { atLeast, binomial } from '../statistics/distribution.ts'
import { type FacilityFigures, type Look, looked } from './define.ts'

/** A line that figures may be kept under, and how wide the stretch just under it is. */
interface Limit {
  /** The input, and the name under which it is reported. */
  values: 'placementDays' | 'hoursInCell'
  /** The last value that keeps to the limit belongs to the stretch under it. */
  isUnder: (value: number) => boolean
  isBelow: (value: number) => boolean
  isOver: (value: number) => boolean
}

/** Where a placement becomes solitary (22 hours or more), and prolonged (more than 15 days). Source: Mandela Rule 44. */
const limits: readonly Limit[] = [
  {
    values: 'placementDays',
    isBelow: (days) => days > 11 && days <= 13,
    isUnder: (days) => days > 13 && days <= 15,
    isOver: (days) => days > 15 && days <= 17,
  },
  {
    values: 'hoursInCell',
    isBelow: (hours) => hours >= 21 && hours < 21.5,
    isUnder: (hours) => hours >= 21.5 && hours < 22,
    isOver: (hours) => hours >= 22 && hours < 22.5,
  },
]

/** Fewer values than this around a limit say nothing; a choice. */
const fewestAround = 10
/** What chance does more often than this is not asked about of one facility alone; a choice. */
const rareEnough = 0.001

/**
 * More values in the stretch just under a limit than beside it. Of three stretches of one width the middle one holds a third
 * at most wherever lengths become rarer (or commoner) at a steady pace, however fast: x / (1 + x + x²) is largest at x = 1. The
 * probability is that of a binomial count with a third. The idea of comparing both sides of a line: McCrary 2008, Journal of
 * Econometrics 142; the bound is ours.
 */
export function underLimits(given: FacilityFigures): Look {
  const level = Math.min(rareEnough, rarerThan(given.asked ?? 1))
  const looks = limits.map((limit) => sightingsUnder(limit, given[limit.values], level))
  const sightings = looks.flatMap((look) => look ?? [])
  const missing = limits.filter((_, at) => looks[at] === null).map(({ values }) => values)
  return missing.length === limits.length ? { state: 'not-looked', missing } : looked(sightings)
}

function sightingsUnder(
  { values, isBelow, isUnder, isOver }: Limit,
  given: readonly number[] | undefined,
  level: number,
) {
  if (given === undefined) return null
  const under = given.filter(isUnder).length
  const around = under + given.filter((value) => isBelow(value) || isOver(value)).length
  const probability = atLeast(binomial(around, 1 / 3), under)
  if (around < fewestAround || probability >= level) return []
  return [{ cells: [values], found: under, expected: around / 3, probability }]
}
