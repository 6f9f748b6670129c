import type { Month } from '../../../server/domain/period.ts'
import { monthDays } from '../calendar.ts'
import { type Chance, chance } from '../chance.ts'
import { ages, type Sex, type Status } from '../columns.ts'
import { type CountryPlan, type FacilityMonth, liveThrough } from '../country.ts'
import type { Cells } from '../counts.ts'
import type { Flows } from '../flows.ts'

/** One invented person; the key says nothing of them and stays theirs in every facility. */
export interface Person {
  key: string
  sex: Sex
  birthMonth: Month
}

/** A time on one legal ground, from a day on to the next spell or the end of the stay. */
export interface Spell {
  status: Status
  from: number
}

/** One stay in one facility; days are counted from the first day of the country's returns. */
export interface Stay {
  key: string
  /** The same across transfers, for as long as the person is not free. */
  custodyKey: string
  person: Person
  facility: string
  from: number
  admission: 'new_from_liberty' | 'transfer_in' | 'return_from_escape'
  spells: Spell[]
  until?: number
  release?: 'released' | 'transferred' | 'escaped' | 'died'
  /** How soon people like this one leave: a mixture of the quick and the slow makes lengths of stay heavy-tailed. */
  pace: number
}

/** One facility and month: who was there at the start, who came, who left, who is there at the end. */
export interface CustodyMonth {
  at: FacilityMonth
  arrived: Stay[]
  left: Stay[]
  held: Stay[]
}

interface Site {
  held: Stay[]
  escaped: Stay[]
}

/**
 * Draws persons so that each month's flows of every facility in `facilities` are the flows of its return, group by group.
 * Memory is bounded by the people held and those who passed through in one month.
 */
export function* liveInCustody(plan: CountryPlan, facilities: ReadonlySet<string>): Generator<CustodyMonth> {
  const sites = new Map<string, Site>()
  for (const month of byMonth(plan, facilities)) {
    const leaving = month.map((at) => departures(at, siteOf(sites, at)))
    const moved = leaving.flatMap((left) => left.filter((stay) => stay.release === 'transferred'))
    for (const [place, at] of month.entries()) yield settle(at, siteOf(sites, at), leaving[place]!, moved)
  }
}

function* byMonth(plan: CountryPlan, facilities: ReadonlySet<string>): Generator<FacilityMonth[]> {
  let month: FacilityMonth[] = []
  for (const at of liveThrough(plan)) {
    if (month[0] && month[0].month !== at.month) {
      yield month
      month = []
    }
    if (facilities.has(at.facility.key)) month.push(at)
  }
  yield month
}

/** The people of a facility; in its first month those who were there before anybody counted. */
function siteOf(sites: Map<string, Site>, at: FacilityMonth): Site {
  const known = sites.get(at.facility.key)
  if (known) return known
  const draw = drawOf(at, 'opening')
  const held = people(at.flows.opening, (code) => {
    const since = Math.round(1 - 30 * at.traits.stay[statusOf(code)] * Math.log(1 - draw.next()))
    return newStay(at, newPerson(at, code, draw), code, at.days.from - since, draw)
  })
  const site = { held, escaped: [] }
  sites.set(at.facility.key, site)
  return site
}

const ways = [
  ['died', 'died'],
  ['escaped', 'escaped'],
  ['released', 'released'],
  ['transferredOut', 'transferred'],
] as const satisfies readonly (readonly [keyof Flows, Stay['release']])[]

function departures(at: FacilityMonth, site: Site): Stay[] {
  const draw = drawOf(at, 'departures')
  const left: Stay[] = []
  for (const [flow, release] of ways) {
    for (const [code, count] of Object.entries(at.flows[flow])) {
      for (const stay of soonest(
        site.held.filter((one) => codeOf(one) === code && !one.release),
        count,
        draw,
      )) {
        stay.release = release
        stay.until = dayOf(at, draw)
        left.push(stay)
      }
    }
  }
  return left
}

/** Chooses `count` of them, each as likely as its pace. */
function soonest(stays: readonly Stay[], count: number, draw: Chance): Stay[] {
  const marked = stays.map((stay) => ({ stay, mark: -Math.log(1 - draw.next()) / stay.pace }))
  return marked
    .sort((one, other) => one.mark - other.mark)
    .slice(0, count)
    .map(({ stay }) => stay)
}

function settle(at: FacilityMonth, site: Site, left: Stay[], moved: Stay[]): CustodyMonth {
  const draw = drawOf(at, 'arrivals')
  const staying = site.held.filter((stay) => !stay.release)
  sentence(at, staying, draw)
  const arrived = [
    ...people(at.flows.admitted, (code) => newStay(at, newPerson(at, code, draw), code, dayOf(at, draw), draw)),
    ...people(at.flows.transferredIn, (code) => transferred(at, code, moved, draw)),
    ...people(at.flows.returned, (code) => caught(at, code, site, draw)),
  ]
  site.escaped.push(...left.filter((stay) => stay.release === 'escaped'))
  site.held = [...staying, ...arrived]
  return { at, arrived, left, held: site.held }
}

/** Somebody who left another facility that month, on the day of leaving; else somebody from one that keeps no records. */
function transferred(at: FacilityMonth, code: string, moved: Stay[], draw: Chance): Stay {
  const place = moved.findIndex((stay) => codeOf(stay) === code && stay.facility !== at.facility.key)
  if (place < 0) {
    const stay = newStay(at, newPerson(at, code, draw), code, dayOf(at, draw), draw)
    return { ...stay, admission: 'transfer_in' }
  }
  const [before] = moved.splice(place, 1) as [Stay]
  const stay = newStay(at, before.person, code, before.until!, draw)
  return { ...stay, admission: 'transfer_in', custodyKey: before.custodyKey, pace: before.pace }
}

function caught(at: FacilityMonth, code: string, site: Site, draw: Chance): Stay {
  const place = site.escaped.findIndex((stay) => codeOf(stay) === code)
  const [before] = site.escaped.splice(place, 1) as [Stay]
  return { ...newStay(at, before.person, code, dayOf(at, draw), draw), admission: 'return_from_escape' }
}

/** Those whom a court moved on to another ground in the month: what the flows leave unexplained. */
function sentence(at: FacilityMonth, staying: readonly Stay[], draw: Chance): void {
  const { flows } = at
  for (const sex of ['female', 'male'] as const) {
    const after = (status: Status) => {
      const code = `${sex}_x_${status}`
      return flows.closing[code]! - flows.admitted[code]! - flows.transferredIn[code]! - flows.returned[code]!
    }
    for (const [from, to] of [
      ['sentenced_not_final', 'sentenced_final'],
      ['pretrial', 'sentenced_not_final'],
    ] as const) {
      const among = (status: Status) => staying.filter((stay) => codeOf(stay) === `${sex}_x_${status}`)
      const count = after(to) - among(to).length
      for (const stay of soonest(among(from), count, draw)) stay.spells.push({ status: to, from: dayOf(at, draw) })
    }
  }
}

function newStay(at: FacilityMonth, person: Person, code: string, from: number, draw: Chance): Stay {
  const spells = [{ status: statusOf(code), from }]
  const pace = Math.exp(1.1 * draw.normal())
  const [key, custodyKey] = [surrogate(draw), surrogate(draw)]
  return { key, custodyKey, person, facility: at.facility.key, from, admission: 'new_from_liberty', spells, pace }
}

const ageFrom: Record<(typeof ages)[number], [from: number, until: number]> = {
  under_18: [15, 18],
  '18_20': [18, 21],
  '21_24': [21, 25],
  '25_29': [25, 30],
  '30_39': [30, 40],
  '40_49': [40, 50],
  '50_59': [50, 60],
  '60_plus': [60, 80],
}

function newPerson(at: FacilityMonth, code: string, draw: Chance): Person {
  const group =
    ages[
      pick(
        ages.map((age) => at.traits.ages[age]!),
        draw,
      )
    ]!
  const [low, high] = ageFrom[group]
  const months = Math.floor(draw.between(low * 12 + 1, high * 12))
  const born = Number(at.month.slice(0, 4)) * 12 + Number(at.month.slice(5, 7)) - 1 - months
  const birthMonth = `${Math.floor(born / 12)}-${String((born % 12) + 1).padStart(2, '0')}` as Month
  return { key: surrogate(draw), sex: code.startsWith('female') ? 'female' : 'male', birthMonth }
}

/** A key of twelve letters and digits that is made of nothing but chance. */
function surrogate(draw: Chance): string {
  const half = () =>
    Math.floor(draw.next() * 2 ** 31)
      .toString(36)
      .padStart(6, '0')
  return half() + half()
}

/** A day of the month, weekdays before weekends, as courts and offices work. */
function dayOf(at: FacilityMonth, draw: Chance): number {
  const traffic = Object.values(monthDays(at.month).traffic)
  return at.days.from + pick(traffic, draw)
}

/** A place in the list, each as likely as its weight. */
function pick(weights: readonly number[], draw: Chance): number {
  const drawn = draw.next() * weights.reduce((sum, weight) => sum + weight, 0)
  let passed = 0
  for (const [place, weight] of weights.entries()) {
    passed += weight
    if (drawn < passed) return place
  }
  return weights.length - 1
}

/** The group code of a stay's newest legal ground, such as female_x_pretrial. */
export function codeOf({ person, spells }: Stay): string {
  return `${person.sex}_x_${spells.at(-1)!.status}`
}

function statusOf(code: string): Status {
  return code.slice(code.indexOf('_x_') + 3) as Status
}

function people(flow: Cells, make: (code: string) => Stay): Stay[] {
  return Object.entries(flow).flatMap(([code, count]) => Array.from({ length: count }, () => make(code)))
}

function drawOf(at: FacilityMonth, purpose: string): Chance {
  return chance(at.seed, at.facility.key, at.month, 'custody', purpose)
}
