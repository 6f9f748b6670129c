import { addMonths, daysIn, firstDay, lastDay, type Month, monthsFrom } from '../../server/domain/period.ts'
import { chance } from './chance.ts'
import { type Count, mapCells, sum } from './counts.ts'
import type { Facility } from './facilities.ts'
import {
  admissions,
  arrivals,
  departures,
  type Flows,
  flowChance,
  type Groups,
  marginal,
  sentence,
  targetOf,
} from './flows.ts'
import type { Custody } from './records/custody.ts'
import { scenarios, traitsIn } from './scenarios.ts'
import { type Days, keepBook, type SolitaryBook } from './solitary.ts'
import { type Traits, traitsOf } from './traits.ts'

/** A country to be made: the same plan gives the same country, to the last digit. */
export interface CountryPlan {
  seed: number
  facilities: readonly Facility[]
  first: Month
  last: Month
  /** Keys of the facilities that keep records of persons; their returns count what the records hold. */
  recorded?: ReadonlySet<string>
  /** The month from which they do. */
  recordedFrom?: Month
}

/** One month of one facility, as it was; what is reported of it is drawn from this. */
export interface FacilityMonth {
  seed: number
  facility: Facility
  month: Month
  traits: Traits
  flows: Flows
  solitary: SolitaryBook
  days: Days
  /** The last day of the country: what would come after it is not known. */
  lastDay: number
  /** Sentenced people released three months before: their day 90 falls now. */
  releasedBefore: Record<string, number>
  /** The persons behind the flows, where the facility keeps records of them. */
  custody?: Custody
}

interface Site {
  facility: Facility
  usual: Traits
  people: Groups
  solitary: SolitaryBook
  away: Groups
  released: Record<string, number>[]
}

/**
 * Lives through the plan, month by month and facility by facility. Memory is bounded by one month of the country,
 * however many months there are.
 */
export function* liveThrough(plan: CountryPlan): Generator<FacilityMonth> {
  const sites = plan.facilities.map((facility) => newSite(plan, facility))
  let from = 0
  const end = monthsFrom(plan.first, plan.last).reduce((days, month) => days + daysIn(month), -1)
  for (const month of monthsFrom(plan.first, plan.last)) {
    const days = { from, until: from + daysIn(month) }
    from = days.until
    const there = sites.filter((site) => site.facility.opensOn <= firstDay(month))
    for (const at of liveMonth(plan, there, month, days)) yield { ...at, lastDay: end }
  }
}

function newSite(plan: CountryPlan, facility: Facility): Site {
  const usual = { ...traitsOf(facility.kind, chance(plan.seed, facility.key, 'traits')), ...facility.apart }
  const wasThere = facility.opensOn <= lastDay(addMonths(plan.first, -1))
  const target = targetOf(facility, traitsIn(usual, facility.key, plan.first), plan.first)
  const nobody = mapCells(target, () => 0)
  const people = wasThere ? mapCells(target, Math.round) : nobody
  return { facility, usual, people, away: nobody, released: [], solitary: { episodes: [], nextPerson: 1 } }
}

function* liveMonth(
  plan: CountryPlan,
  sites: Site[],
  month: Month,
  days: Days,
): Generator<Omit<FacilityMonth, 'lastDay'>> {
  const starts = sites.map((site) => {
    const traits = traitsIn(site.usual, site.facility.key, month)
    const draw = flowChance(plan.seed, site.facility, month)
    const gone = departures(site.people, traits, site.facility.kind, draw)
    const target = targetOf(site.facility, traits, month)
    const room = mapCells(gone.left, (left, code) => target[code]! - left)
    return { site, traits, draw, target, room, ...gone }
  })
  exchange(starts, month)
  const incoming = arrivals(
    starts.map((start) => start.transferredOut),
    starts.map((start) => start.room),
    flowChance(plan.seed, 'country', month),
  )
  for (const [at, { site, traits, draw, target, ...gone }] of starts.entries()) {
    const transferredIn = incoming[at]!
    const returned = mapCells(site.away, (away) => draw.binomial(away, 0.4))
    const admitted = admissions(gone.left, transferredIn, target, month, draw)
    const closing = mapCells(
      sentence(gone.left, draw),
      (left, code) => left + transferredIn[code]! + returned[code]! + admitted[code]!,
    )
    const { died, escaped, released, transferredOut } = gone
    const flows = {
      opening: site.people,
      admitted,
      transferredIn,
      returned,
      released,
      transferredOut,
      escaped,
      died,
      closing,
    }
    yield { ...settle(site, flows, traits, days, plan.seed), month }
  }
}

/** Neighbours of a scenario send each other people beyond the usual transfers; each side makes room for as many. */
function exchange(starts: { site: Site; left: Groups; transferredOut: Groups; room: Groups }[], month: Month): void {
  for (const { swaps, facilities, from, to } of scenarios) {
    if (!swaps || month < from || month > to) continue
    for (const { site, left, transferredOut, room } of starts) {
      if (!facilities.includes(site.facility.key)) continue
      const code = 'male_x_sentenced_final'
      const moved = Math.min(swaps, left[code]!)
      left[code] = left[code]! - moved
      transferredOut[code] = transferredOut[code]! + moved
      room[code] = Math.max(0, room[code]!) + 10 * moved
    }
  }
}

/** Moves a site on to the end of the month. */
function settle(
  site: Site,
  flows: Flows,
  traits: Traits,
  days: Days,
  seed: number,
): Omit<FacilityMonth, 'month' | 'lastDay'> {
  const { facility } = site
  const draw = chance(seed, facility.key, days.from, 'solitary')
  const solitary = keepBook(site.solitary, days, marginal(flows.closing, 'sex'), traits, draw)
  const releasedBefore = site.released.length === 3 ? site.released[0]! : { female: 0, male: 0 }
  site.people = flows.closing
  site.away = mapCells(site.away, (away, code) => away + flows.escaped[code]! - flows.returned[code]!)
  site.solitary = solitary
  site.released = [...site.released, sentencedReleased(flows)].slice(-3)
  return { seed, facility, traits, flows, solitary, days, releasedBefore }
}

/** Sentenced people released in the month, by sex. */
export function sentencedReleased(flows: Flows): Record<string, number> {
  const sentenced = mapCells(flows.released, (people, code) => (code.includes('_x_sentenced') ? people : 0))
  return marginal(sentenced, 'sex')
}

export function countOf(flow: Groups): Count {
  return {
    total: sum(flow),
    by: { sex: marginal(flow, 'sex'), legal_status: marginal(flow, 'status'), sex_x_legal_status: flow },
  }
}
