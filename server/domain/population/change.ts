import { ratesTest } from '../statistics/exact-test.ts'

/** Twelve months of one facility: person-days, people who came, and on the last day who is held and the certified places. */
export interface TwelveMonths {
  personDays: number
  arrivals: number
  /** Null where the facility did not say; then nothing is said of its places, and all else is. */
  held: number | null
  places: number | null
}

/** One facility in two years; null where a year is not known wholly. */
export interface FacilityYears {
  before: TwelveMonths | null
  after: TwelveMonths | null
}

/** Part of a change, and what it is a part of. Signed: more is above nought. */
interface Parts {
  change: number
}

/** The mean number of people held, split into how many came and how long they stayed. */
export interface PeopleChange extends Parts {
  before: number
  after: number
  byIntake: number
  byStay: number
  /** Arrivals of the year, and days in place for each. */
  arrivals: { before: number; after: number }
  stay: { before: number; after: number }
}

/** Occupancy on the last day in percent of certified places, split into people and places. */
export interface OccupancyChange extends Parts {
  before: number
  after: number
  byPeople: number
  byPlaces: number
  held: { before: number; after: number }
  places: { before: number; after: number }
}

/** What the split says; it is arithmetic and names no cause. */
export const findings = [
  'steady',
  'more-intake',
  'less-intake',
  'longer-stay',
  'shorter-stay',
  'both-up',
  'both-down',
  'intake-up-stay-down',
  'intake-down-stay-up',
] as const
export type Finding = (typeof findings)[number]

/** Why nothing is said: nobody reported both years; too few did; nobody came; arrivals differ by no more than chance. */
export const cannotTell = ['no-facility', 'few-facilities', 'nobody-came', 'within-chance'] as const
export type CannotTell = (typeof cannotTell)[number]

export interface PopulationChange {
  finding: { told: Finding } | { cannotTell: CannotTell }
  people: PeopleChange | null
  occupancy: OccupancyChange | null
  /** Facilities that are known in both years, and all that were asked. */
  matched: number
  asked: number
}

/** Under this share of the facilities nothing is said of a place. Ours. */
const fewestMatched = 0.8
/** A population that changed by less than this is called steady. Ours: in percent of the year before. */
const steadyBelow = 2
/** One of two parts is named alone where it makes up this share of both together. Ours. */
const aloneFrom = 2 / 3
/** As everywhere in the product: chance explains what is likelier than one in twenty. */
const chanceAbove = 0.05

/**
 * Why a population changed from one year to the next, as far as arithmetic goes. People held on a mean day are arrivals a day
 * times the mean stay in days (Little's law, L = λW; Little 1961, Operations Research 9, 383–387), where stay is person-days
 * over arrivals as SPACE I has it. A change of the product is split between its factors at the mean of the other (Kitagawa 1955,
 * JASA 50, 1168–1194), so that the parts add up to the change. Occupancy is split between people and places in the same way. Only facilities known
 * in both years go in: one that began to report is no growth. `days` are the lengths of the two years. It says what came with what and no cause.
 */
export function populationChange(
  facilities: readonly FacilityYears[],
  days: { before: number; after: number },
): PopulationChange {
  const both = facilities.filter((one): one is { before: TwelveMonths; after: TwelveMonths } =>
    Boolean(one.before && one.after),
  )
  const counts = { matched: both.length, asked: facilities.length }
  if (both.length === 0) return { finding: { cannotTell: 'no-facility' }, people: null, occupancy: null, ...counts }
  const occupancy = occupancyChange(both)
  const people = peopleChange(sumOf(both.map((one) => one.before)), sumOf(both.map((one) => one.after)), days)
  if (!people) return { finding: { cannotTell: 'nobody-came' }, people, occupancy, ...counts }
  const finding =
    both.length < fewestMatched * facilities.length
      ? ({ cannotTell: 'few-facilities' } as const)
      : findingOf(people, days)
  return { finding, people, occupancy, ...counts }
}

interface Sums {
  personDays: number
  arrivals: number
}

function sumOf(years: readonly TwelveMonths[]): Sums {
  return {
    personDays: years.reduce((sum, one) => sum + one.personDays, 0),
    arrivals: years.reduce((sum, one) => sum + one.arrivals, 0),
  }
}

function peopleChange(before: Sums, after: Sums, days: { before: number; after: number }): PeopleChange | null {
  if (before.arrivals === 0 || after.arrivals === 0) return null
  const [held, heldBefore] = [after.personDays / days.after, before.personDays / days.before]
  const [perDay, perDayBefore] = [after.arrivals / days.after, before.arrivals / days.before]
  const [stay, stayBefore] = [after.personDays / after.arrivals, before.personDays / before.arrivals]
  return {
    before: heldBefore,
    after: held,
    change: held - heldBefore,
    ...splitProduct([perDayBefore, stayBefore], [perDay, stay], 'byIntake', 'byStay'),
    arrivals: { before: before.arrivals, after: after.arrivals },
    stay: { before: stayBefore, after: stay },
  }
}

function occupancyChange(both: readonly { before: TwelveMonths; after: TwelveMonths }[]): OccupancyChange | null {
  const known = both.filter(({ before, after }) => isFull(before) && isFull(after))
  const total = (year: 'before' | 'after', of: 'held' | 'places') =>
    known.reduce((sum, one) => sum + (one[year][of] ?? 0), 0)
  const held = { before: total('before', 'held'), after: total('after', 'held') }
  const places = { before: total('before', 'places'), after: total('after', 'places') }
  if (places.before === 0 || places.after === 0) return null
  const [before, after] = [(100 * held.before) / places.before, (100 * held.after) / places.after]
  const parts = splitProduct(
    [held.before, 100 / places.before],
    [held.after, 100 / places.after],
    'byPeople',
    'byPlaces',
  )
  return { before, after, change: after - before, ...parts, held, places }
}

const isFull = ({ held, places }: TwelveMonths) => held !== null && places !== null

/** The change of a product, split between its two factors; the parts add up to it. */
function splitProduct<First extends string, Second extends string>(
  [a0, b0]: readonly [number, number],
  [a1, b1]: readonly [number, number],
  first: First,
  second: Second,
): Record<First | Second, number> {
  return { [first]: ((a1 - a0) * (b0 + b1)) / 2, [second]: ((b1 - b0) * (a0 + a1)) / 2 } as Record<
    First | Second,
    number
  >
}

function findingOf(people: PeopleChange, days: { before: number; after: number }): PopulationChange['finding'] {
  const { before, change, byIntake, byStay, arrivals } = people
  if (Math.abs(change) < (steadyBelow / 100) * before) return { told: 'steady' }
  const { p } = ratesTest(arrivals.before, days.before, arrivals.after, days.after)
  // Where arrivals differ by chance alone, so does the part that they are given, and with it the other.
  const shareOfIntake = Math.abs(byIntake) / (Math.abs(byIntake) + Math.abs(byStay))
  if (p > chanceAbove) return shareOfIntake > 1 - aloneFrom ? { cannotTell: 'within-chance' } : stayAlone(byStay)
  if (shareOfIntake >= aloneFrom) return { told: byIntake > 0 ? 'more-intake' : 'less-intake' }
  if (shareOfIntake <= 1 - aloneFrom) return stayAlone(byStay)
  if (byIntake > 0) return { told: byStay > 0 ? 'both-up' : 'intake-up-stay-down' }
  return { told: byStay > 0 ? 'intake-down-stay-up' : 'both-down' }
}

function stayAlone(byStay: number): PopulationChange['finding'] {
  return { told: byStay > 0 ? 'longer-stay' : 'shorter-stay' }
}
