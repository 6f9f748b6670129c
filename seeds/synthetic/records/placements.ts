import { monthIndex } from '../../../server/domain/period.ts'
import type { Chance } from '../chance.ts'
import type { FacilityMonth } from '../country.ts'
import { inForce } from '../scenarios.ts'
import type { Episode } from '../solitary.ts'
import { drawFor } from './book.ts'
import type { Custody, Stay } from './custody.ts'
import { among, one } from './draw.ts'
import { ageIn } from './person.ts'

/** A separation, days [start, end) of the country; the end of one that runs on lies beyond the last month. */
export interface Placement {
  stay: Stay
  span: { start: number; end: number }
  /** 'hidden': solitary that the facility's own return does not call so. */
  as: 'solitary' | 'other' | 'hidden'
  kind: string
  reason: string
  hours: number
  isAsked: boolean
  /** Whether all of it lies in the month in which it began: then it begins and ends at the same hour of the day. */
  isWithinMonth: boolean
  /** What is decided about it later: fields of its record. */
  noted: Record<string, string | number>
  cell?: string
}

const solitaryKinds = { disciplinary_solitary: 6, administrative_segregation: 3, observation_cell: 1 }
const reasons: Record<string, readonly string[]> = {
  disciplinary_solitary: ['discipline'],
  administrative_segregation: ['risk_to_others', 'investigation'],
  observation_cell: ['self_harm_risk', 'risk_to_others'],
  protective: ['risk_from_others', 'no_space'],
  small_group_high_security: ['risk_to_others'],
  own_request: ['self_protection_request'],
}

/** Brings the separations of a facility to the end of the month: who the episodes of its book are, and all others. */
export function keepPlacements(at: FacilityMonth): void {
  const draw = drawFor(at, 'placements')
  endWithStay(at)
  nameEpisodes(at, draw)
  others(at, draw)
  if (at.traits.solitaryCut) resets(at, draw)
}

/** Whoever leaves, leaves separation. */
function endWithStay({ custody }: FacilityMonth): void {
  for (const { stay, span } of custody!.book.placements)
    if (stay.until !== undefined && span.end > stay.until) span.end = Math.max(span.start + 1, stay.until)
}

/** Gives each episode that began in the month to somebody who is there for all of it. */
function nameEpisodes(at: FacilityMonth, draw: Chance): void {
  const { book, held } = at.custody!
  const own = book.placements.filter(({ as }) => as === 'solitary')
  const known = new Map(own.map(({ span, stay }) => [(span as Episode).person, stay]))
  const numbers = new Map(own.map(({ span, stay }) => [stay, (span as Episode).person]))
  const { episodes } = at.solitary
  for (const episode of episodes.filter(({ start }) => start >= at.days.from)) {
    const before = known.get(episode.person)
    const fits = (stay: Stay) => stay.person.sex === episode.sex && isFree(at, stay, episode)
    const stay = before && held.includes(before) && fits(before) ? before : one(held.filter(fits), draw)
    if (!stay) {
      episodes.splice(episodes.indexOf(episode), 1)
      continue
    }
    // A number in the book is one person, and one person has one number.
    episode.person = numbers.get(stay) ?? (before && before !== stay ? at.solitary.nextPerson++ : episode.person)
    known.set(episode.person, stay)
    numbers.set(stay, episode.person)
    const kind = among(solitaryKinds, draw)
    place(at, { stay, span: episode, as: 'solitary', kind, hours: draw.next() < 0.6 ? 23 : 22, isAsked: false }, draw)
  }
}

/** Adults in good health who are there before it begins, and have been in no separation for three days around it. */
function isFree(at: FacilityMonth, stay: Stay, { start, end }: { start: number; end: number }): boolean {
  const { person } = stay
  return (
    stay.from < start &&
    person.disability === 'none' &&
    !isMother(at, stay) &&
    ageIn(person, monthIndex(at.month)) >= 18 &&
    person.separations.every((other) => other.end + 3 <= start || end + 3 <= other.start)
  )
}

function isMother({ custody }: FacilityMonth, stay: Stay): boolean {
  const { pregnancies, children } = custody!.book
  return [...pregnancies, ...children].some((span) => span.stay.person === stay.person)
}

function place(
  at: FacilityMonth,
  given: Omit<Placement, 'noted' | 'reason' | 'isWithinMonth'>,
  draw: Chance,
): Placement {
  const isWithinMonth = given.span.start >= at.days.from && given.span.end < at.days.until
  const placement = { ...given, reason: one(reasons[given.kind]!, draw), isWithinMonth, noted: {} }
  at.custody!.book.placements.push(placement)
  const { stay, span } = given
  stay.person.separations.push(span)
  if (given.as === 'solitary') stay.person.episodes.push(span)
  stay.boundUntil = Math.max(stay.boundUntil, span.end)
  return placement
}

/** Separation with more than two hours outside the cell; one in four has asked for it. */
function others(at: FacilityMonth, draw: Chance): void {
  const { held } = at.custody!
  const isHeaped = inForce(at.facility.key, at.month).some(({ id }) => id === 'just-under-a-limit')
  const starts = draw.poisson(held.length * (isHeaped ? 0.1 : 0.02))
  for (let count = 0; count < starts; count++) {
    const start = at.days.from + Math.floor(draw.next() * (at.days.until - at.days.from))
    const days = 3 + Math.floor(-8 * Math.log(1 - draw.next()))
    const isUnderLimit = isHeaped && draw.next() < 0.85
    const span = { start, end: start + (isUnderLimit ? 14 : days) }
    const stay = one(
      held.filter((entry) => isFree(at, entry, span)),
      draw,
    )
    if (!stay) continue
    const isAsked = !isUnderLimit && draw.next() < 0.25
    const kind = isAsked
      ? 'own_request'
      : among({ protective: 5, small_group_high_security: 2, administrative_segregation: 3 }, draw)
    const hours = isUnderLimit ? 21.5 : 14 + Math.floor(draw.next() * 6)
    place(at, { stay, span, as: 'other', kind, hours, isAsked }, draw)
  }
}

/** How many are exchanged in the middle of solitary, in a month and direction. */
const mostResets = 2
const [daysBefore, daysAfter] = [12, 10]

/**
 * The clock set back: twelve days under one label, then the journey to the neighbour, then ten days under another. Neither
 * return counts more than twelve.
 */
function resets(at: FacilityMonth, draw: Chance): void {
  const partners = inForce(at.facility.key, at.month).find(({ id }) => id === 'clock-reset')?.facilities ?? []
  const isMoved = ({ before, until }: Stay) =>
    before !== undefined && partners.includes(before.facility) && until === undefined
  let made = 0
  for (const stay of at.custody!.arrived.filter(isMoved)) {
    const before = stay.before!
    const first = { start: before.until! - daysBefore, end: before.until! }
    const second = { start: stay.from, end: stay.from + daysAfter }
    if (made >= mostResets || !isFree(at, before, { start: first.start, end: second.end })) continue
    made++
    const hours = 23
    const common = { as: 'hidden', hours, isAsked: false } as const
    place(at, { ...common, stay: before, span: first, kind: 'administrative_segregation' }, draw)
    place(at, { ...common, stay, span: second, kind: 'observation_cell' }, draw)
    stay.person.episodes.push({ start: first.start, end: second.end })
  }
}

/** Placements that were in force on some day of the month. */
export function placementsIn({ custody, days }: FacilityMonth): Placement[] {
  return custody!.book.placements.filter(({ span }) => span.start < days.until && span.end > days.from)
}

/** Days of a placement that lie in the month. */
export function daysIn({ days }: FacilityMonth, { span }: Placement): number {
  return Math.max(0, Math.min(span.end, days.until) - Math.max(span.start, days.from))
}

/** Those held on the last day who began solitary in the 90 days before, in whichever facility, and who did so again. */
export function inNinetyDays({ days }: FacilityMonth, { held }: Custody): { persons: number; again: number } {
  const starts = held.map(
    ({ person }) => person.episodes.filter(({ start }) => start >= days.until - 90 && start < days.until).length,
  )
  return { persons: starts.filter((count) => count > 0).length, again: starts.filter((count) => count > 1).length }
}

/** Releases of those who had been in solitary in the 30 days before. */
export function releasedSoonAfter({ left }: Custody): number {
  return left.filter(
    ({ release, person, until }) =>
      release === 'released' && person.episodes.some(({ start, end }) => start < until! && end > until! - 30),
  ).length
}
