import { monthDays } from '../calendar.ts'
import { type Chance, chance } from '../chance.ts'
import type { Status } from '../columns.ts'
import { type CountryPlan, type FacilityMonth, liveThrough } from '../country.ts'
import type { Cells } from '../counts.ts'
import type { Flows } from '../flows.ts'
import { type Book, newBook, nowhere, type Sink } from './book.ts'
import { pick, surrogate } from './draw.ts'
import { newPerson, type Person } from './person.ts'

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
  /** The stay from which the person was moved here; none from a facility that keeps no records. */
  before?: Stay
  /** First day of the custody, as far back as records know it. */
  custodyFrom: number
  /** The day on which the sentenced expect to leave. */
  expected: number
  /** The person does not leave before this day: something that has begun goes on until then. */
  boundUntil: number
  /** Numbers from [0, 1) by which it is decided once what kind of stay this is; the same across transfers. */
  luck: Readonly<Record<(typeof lucks)[number], number>>
  /** What more is written down of the stay as it goes on: fields of its record. */
  noted: Record<string, string | number>
}

const lucks = ['contact', 'active', 'need', 'limit', 'long', 'plan', 'casePlan', 'home', 'kilometres'] as const

/** Who was in one facility in a month: who came, who left, who is there at the end. */
export interface Custody {
  arrived: Stay[]
  left: Stay[]
  held: Stay[]
  /** What goes on from month to month. */
  book: Book
}

/** One facility and month with its people. */
export interface CustodyMonth extends Custody {
  at: FacilityMonth
}

interface Site {
  held: Stay[]
  escaped: Stay[]
  book: Book
}

/**
 * Draws persons so that each month's flows of every facility in `facilities` are the flows of its return, group by group.
 * Memory is bounded by the people held and those who passed through in one month.
 */
export function* liveInCustody(plan: CountryPlan, facilities: ReadonlySet<string>): Generator<CustodyMonth> {
  for (const at of liveWithPersons(plan, facilities)) if (at.custody) yield { at, ...at.custody }
}

/** Every facility and month of the plan; those in `facilities` with the persons behind their flows. */
export function* liveWithPersons(
  plan: CountryPlan,
  facilities: ReadonlySet<string>,
  sink: Sink = nowhere,
): Generator<FacilityMonth> {
  const sites = new Map<string, Site>()
  for (const month of byMonth(plan)) {
    const kept = month.filter((at) => facilities.has(at.facility.key) && at.month >= (plan.recordedFrom ?? plan.first))
    const leaving = kept.map((at) => departures(at, siteOf(sites, at, sink)))
    const moved = leaving.flatMap((left) => left.filter((stay) => stay.release === 'transferred'))
    for (const [place, at] of kept.entries()) at.custody = settle(at, siteOf(sites, at, sink), leaving[place]!, moved)
    yield* month
  }
}

function* byMonth(plan: CountryPlan): Generator<FacilityMonth[]> {
  let month: FacilityMonth[] = []
  for (const at of liveThrough(plan)) {
    if (month[0] && month[0].month !== at.month) {
      yield month
      month = []
    }
    month.push(at)
  }
  yield month
}

/** The people of a facility; in its first month those who were there before anybody counted. */
function siteOf(sites: Map<string, Site>, at: FacilityMonth, sink: Sink): Site {
  const known = sites.get(at.facility.key)
  if (known) return known
  const draw = drawOf(at, 'opening')
  const held = people(at.flows.opening, (code) => {
    const since = Math.round(1 - 30 * at.traits.stay[statusOf(code)] * Math.log(1 - draw.next()))
    return newStay(at, newPerson(at, code, draw), code, at.days.from - since, draw)
  })
  const site = { held, escaped: [], book: newBook(at, held, sink) }
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
      const there = site.held.filter((one) => codeOf(one) === code && !one.release)
      for (const stay of soonest(there, count, release, at.days.until, draw)) {
        stay.release = release
        stay.until = Math.max(dayOf(at, draw), Math.min(stay.boundUntil, at.days.until - 1))
        left.push(stay)
      }
    }
  }
  return left
}

/** Chooses `count` of them: the sentenced leave near the day they expected, all others as likely as their pace. */
function soonest(stays: readonly Stay[], count: number, release: Stay['release'], end: number, draw: Chance): Stay[] {
  const mark = (stay: Stay) => {
    const drawn = -Math.log(1 - draw.next())
    const isDue = release === 'released' && stay.spells.at(-1)!.status.startsWith('sentenced')
    return isDue ? stay.expected + 25 * drawn : drawn / stay.pace
  }
  const isBound = ({ boundUntil }: Stay) => Number(boundUntil >= end)
  const marked = stays.map((stay) => ({ stay, mark: mark(stay) }))
  return marked
    .sort((one, other) => isBound(one.stay) - isBound(other.stay) || one.mark - other.mark)
    .slice(0, count)
    .map(({ stay }) => stay)
}

function settle(at: FacilityMonth, site: Site, left: Stay[], moved: Stay[]): Custody {
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
  site.book.stays.push(...arrived)
  return { arrived, left, held: site.held, book: site.book }
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
  const { custodyKey, custodyFrom, pace, expected, luck } = before
  return { ...stay, admission: 'transfer_in', before, custodyKey, custodyFrom, pace, expected, luck }
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
      for (const stay of soonest(among(from), count, undefined, Number.POSITIVE_INFINITY, draw))
        stay.spells.push({ status: to, from: dayOf(at, draw) })
    }
  }
}

function newStay(at: FacilityMonth, person: Person, code: string, from: number, draw: Chance): Stay {
  const status = statusOf(code)
  const pace = Math.exp(1.1 * draw.normal())
  const [key, custodyKey] = [surrogate(draw), surrogate(draw)]
  // Whoever is here already has part of the time behind them.
  const months = at.traits.stay[status] + (status === 'pretrial' ? at.traits.stay.sentenced_final : 0)
  const expected =
    Math.max(from, at.days.from) + 10 + Math.round((-30 * months * Math.log(1 - draw.next())) / pace ** 0.5)
  return {
    key,
    custodyKey,
    person,
    facility: at.facility.key,
    from,
    admission: 'new_from_liberty',
    spells: [{ status, from }],
    pace,
    custodyFrom: from,
    expected,
    boundUntil: from,
    luck: Object.fromEntries(lucks.map((name) => [name, draw.next()])) as Stay['luck'],
    noted: {},
  }
}

/** A day of the month, weekdays before weekends, as courts and offices work. */
function dayOf(at: FacilityMonth, draw: Chance): number {
  const traffic = Object.values(monthDays(at.month).traffic)
  return at.days.from + pick(traffic, draw)
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
