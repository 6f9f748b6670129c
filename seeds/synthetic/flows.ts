import { lastDay, type Month } from '../../server/domain/period.ts'
import { season } from './calendar.ts'
import { type Chance, chance } from './chance.ts'
import { type Sex, type Status, sexes, statuses } from './columns.ts'
import { type Cells, mapCells, spread, sum } from './counts.ts'
import { certificateOn, type Facility } from './facilities.ts'
import type { Traits } from './traits.ts'

/** People by sex and legal status, under codes such as female_x_pretrial. */
export type Groups = Cells

/** Who came to one facility in a month and who left it. Every flow is by group; opening + in − out = closing. */
export interface Flows {
  opening: Groups
  admitted: Groups
  transferredIn: Groups
  returned: Groups
  released: Groups
  transferredOut: Groups
  escaped: Groups
  died: Groups
  closing: Groups
}

const groups: { code: string; sex: Sex; status: Status }[] = sexes.flatMap((sex) =>
  statuses.map((status) => ({ code: `${sex}_x_${status}`, sex, status })),
)

function eachGroup(amount: (group: (typeof groups)[number]) => number): Groups {
  return Object.fromEntries(groups.map((group) => [group.code, amount(group)]))
}

/** The people whom a facility tends to hold in a month. */
export function targetOf(facility: Facility, traits: Traits, month: Month): Groups {
  const { places } = certificateOn(facility, lastDay(month))
  const total = places * traits.occupancy * (1 + (season(month) - 1) / 2)
  return eachGroup(({ sex, status }) => total * traits.sexes[sex] * traits.statuses[status])
}

/** Who leaves in a month: each flow is drawn from those whom the one before it left. */
export function departures(opening: Groups, traits: Traits, kind: Facility['kind'], draw: Chance) {
  const left = { ...opening }
  const take = (rate: (status: Status) => number) =>
    eachGroup(({ code, status }) => {
      const leaving = draw.binomial(left[code]!, rate(status))
      left[code] = left[code]! - leaving
      return leaving
    })
  const died = take(() => 0.0002 * traits.tension ** 0.5)
  const escaped = take(() => (kind === 'open' ? 0.0012 : 0.00004))
  const released = take((status) => 1 - Math.exp(-1 / traits.stay[status]))
  // Whoever is sentenced moves on to serve; the untried stay near their court.
  const transferredOut = take((status) => traits.moves * (status === 'sentenced_final' ? 1.6 : 0.4))
  return { died, escaped, released, transferredOut, left }
}

/** Courts at work: part of the untried are sentenced, part of the sentenced lose their appeal. No one comes or goes. */
export function sentence(left: Groups, draw: Chance): Groups {
  const after = { ...left }
  const move = (from: string, to: string, rate: number) => {
    const moved = draw.binomial(after[from]!, rate)
    after[from] = after[from]! - moved
    after[to] = after[to]! + moved
  }
  for (const sex of sexes) {
    move(`${sex}_x_sentenced_not_final`, `${sex}_x_sentenced_final`, 0.12)
    move(`${sex}_x_pretrial`, `${sex}_x_sentenced_not_final`, 0.07)
  }
  return after
}

/** Admissions that bring the facility back towards its target. */
export function admissions(left: Groups, transferredIn: Groups, target: Groups, month: Month, draw: Chance): Groups {
  return mapCells(left, (people, code) => {
    const room = target[code]! - people - transferredIn[code]!
    const usual = 0.03 * target[code]!
    return target[code]! === 0 ? 0 : draw.poisson(season(month) * Math.max(usual, 0.75 * room))
  })
}

/** Sends all who were transferred out on to places of their sex with room: over the country nobody is lost. */
export function arrivals(outgoing: readonly Groups[], rooms: readonly Groups[], draw: Chance): Groups[] {
  const incoming = rooms.map(() => eachGroup(() => 0))
  for (const { code } of groups) {
    const total = outgoing.reduce((people, flow) => people + flow[code]!, 0)
    const weights = Object.fromEntries(rooms.map((room, at) => [`s${at}`, Math.max(0, room[code]!)]))
    // Where nobody has room, everybody goes where some of their group are held.
    const open = sum(weights) > 0 ? weights : Object.fromEntries(outgoing.map((flow, at) => [`s${at}`, flow[code]!]))
    const shares = spread(draw, total, open)
    incoming.forEach((flow, at) => {
      flow[code] = shares[`s${at}`]!
    })
  }
  return incoming
}

/** The people of a group code, in all statuses or all sexes: 'sex' female, or 'status' pretrial. */
export function marginal(flow: Groups, by: 'sex' | 'status'): Cells {
  const codes: readonly string[] = by === 'sex' ? sexes : statuses
  const made = Object.fromEntries(codes.map((code) => [code, 0]))
  for (const { code, sex, status } of groups) made[by === 'sex' ? sex : status]! += flow[code]!
  return made
}

export function flowChance(seed: number, facility: Facility | 'country', month: Month): Chance {
  return chance(seed, facility === 'country' ? 'country' : facility.key, month, 'flows')
}
