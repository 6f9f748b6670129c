import type { Chance } from '../chance.ts'
import type { FacilityMonth } from '../country.ts'
import { bad, good } from '../sheet.ts'
import { dayText, drawFor, isKept, momentText, write } from './book.ts'
import { everybody, statusOn } from './counted.ts'
import type { Stay } from './custody.ts'
import { among, one, surrogate } from './draw.ts'
import type { Contact } from './person.ts'

/** Contacts of a month: whose they were, once for each. */
export interface Contacts {
  visits: Stay[]
  open: Stay[]
  refused: Stay[]
  calls: Stay[]
}

const never = Number.NEGATIVE_INFINITY

/** What is known of the contacts of a custody; of people who were there before anybody counted, what is usual for them. */
export function contactOf(at: FacilityMonth, stay: Stay): Contact {
  const { person, custodyKey } = stay
  if (person.contact?.custody === custodyKey) return person.contact
  const contact: Contact = { custody: custodyKey, visit: never, any: never, child: never, legal: [] }
  if (stay.from < at.days.from) {
    const { isVisited, isAlone } = habitOf(at, stay)
    if (isVisited) contact.visit = at.days.from - 10
    if (!isAlone) contact.any = at.days.from - 10
    if (isVisited && person.hasChild) contact.child = at.days.from - 20
  }
  person.contact = contact
  return contact
}

/** Whether somebody tends to be visited, or to have no contact at all: the place and the distance of the family decide. */
function habitOf(at: FacilityMonth, { luck, person }: Stay): { isVisited: boolean; isAlone: boolean } {
  const lean = at.traits.contactLean.nationality_group?.[person.nationality] ?? 1
  const visited = good(at, 0.68) * Math.min(1, lean)
  const alone = (1 - visited) * Math.min(0.9, bad(at, 0.16) / lean)
  return { isVisited: luck.contact < visited, isAlone: luck.contact > 1 - alone }
}

/** Visits, calls and letters with family and friends in a month. */
export function keepContacts(at: FacilityMonth): Contacts {
  const draw = drawFor(at, 'contacts')
  // What only records tell has chance of its own: figures are the same whether records are written or not.
  const told = drawFor(at, 'contact records')
  const made: Contacts = { visits: [], open: [], refused: [], calls: [] }
  const visitingDays = daysOf(at, [0, 3, 6])
  const allDays = daysOf(at, [0, 1, 2, 3, 4, 5, 6])
  // The month in which somebody is moved on has no contact here any more.
  for (const stay of everybody(at).filter(({ release }) => release !== 'transferred')) {
    const contact = contactOf(at, stay)
    const inside = (days: readonly number[]) =>
      days.filter((day) => day > stay.from && day < (stay.until ?? Number.POSITIVE_INFINITY))
    const { isVisited, isAlone } = habitOf(at, stay)
    if (isAlone) continue
    if (isVisited) visit(at, stay, inside(visitingDays), made, draw, told)
    const days = inside(allDays)
    const calls = days.length === 0 ? 0 : draw.poisson((5.5 * good(at, 0.6) * days.length) / allDays.length)
    for (let count = 0; count < calls; count++) call(at, stay, one(days, draw), contact, told)
    for (let count = 0; count < calls; count++) made.calls.push(stay)
  }
  return made
}

function visit(
  at: FacilityMonth,
  stay: Stay,
  days: readonly number[],
  made: Contacts,
  draw: Chance,
  told: Chance,
): void {
  const contact = contactOf(at, stay)
  for (const day of days) {
    const drawn = draw.next()
    const isRefused = drawn > 1 - (0.1 * bad(at, 0.3)) / 2
    if (drawn > 0.16 && !isRefused) continue
    const withChild = stay.person.hasChild && draw.next() < 0.4 * good(at, 0.5)
    const isOpen = draw.next() < good(at, 0.8)
    if (isRefused) made.refused.push(stay)
    else {
      made.visits.push(stay)
      if (isOpen) made.open.push(stay)
      contact.visit = contact.any = Math.max(contact.any, day)
      if (withChild) contact.child = day
    }
    if (!isKept(at, 'contact_event', day)) continue
    const common = {
      record_id: surrogate(told),
      stay_key: stay.key,
      kind: 'visit',
      with_group: told.next() < 0.88 ? 'family' : 'friend_or_mentor',
      child_present: withChild,
      mode: isOpen ? 'open_contact' : 'closed_barrier',
    }
    const asked = (on: number) => momentText(at, on, 540 + Math.floor(told.next() * 400))
    write(
      at,
      'contact_event',
      day,
      isRefused
        ? {
            ...common,
            status: 'refused_by_facility',
            requested_at: asked(day),
            refusal_reason: among({ no_slot: 5, documents: 3, security_individual: 1 }, told),
          }
        : {
            ...common,
            status: 'completed',
            requested_at: asked(day - 4 - Math.floor(told.next() * 18)),
            happened_on: dayText(at, day),
          },
    )
  }
}

function call(at: FacilityMonth, stay: Stay, day: number, contact: Contact, draw: Chance): void {
  contact.any = Math.max(contact.any, day)
  if (!isKept(at, 'contact_event', day)) return
  write(at, 'contact_event', day, {
    record_id: surrogate(draw),
    stay_key: stay.key,
    kind: draw.next() < 0.85 ? 'phone' : 'video',
    with_group: draw.next() < 0.9 ? 'family' : 'friend_or_mentor',
    status: 'completed',
    happened_on: dayText(at, day),
  })
}

/** Days of the month that fall on some weekdays; 0 is Sunday. */
export function daysOf(at: FacilityMonth, weekdays: readonly number[]): number[] {
  const { from, until } = at.days
  const first = new Date(`${at.month}-01T00:00:00Z`).getUTCDay()
  return Array.from({ length: until - from }, (_, day) => from + day).filter((day) =>
    weekdays.includes((first + day - from) % 7),
  )
}

/** Lawyers who come to the untried: soon after they arrived, and then now and again. */
export function keepLawyers(at: FacilityMonth): void {
  const { arrived, held, book } = at.custody!
  const draw = drawFor(at, 'lawyers')
  const comes = (stay: Stay, day: number) => {
    contactOf(at, stay).legal.push(day)
    write(at, 'contact_event', day, {
      record_id: surrogate(draw),
      stay_key: stay.key,
      kind: draw.next() < 0.7 ? 'visit' : 'phone',
      with_group: 'legal',
      status: 'completed',
      happened_on: dayText(at, day),
    })
  }
  for (const stay of arrived) {
    if (stay.admission !== 'new_from_liberty' || statusOn(stay, stay.from) !== 'pretrial') continue
    const isSeen = draw.next() < good(at, 0.63)
    if (isSeen) comes(stay, stay.from + Math.floor(draw.next() * 3))
    book.lawyers.push({ on: stay.from + 2, stay, isSeen })
  }
  for (const stay of held) {
    if (statusOn(stay, at.days.until - 1) !== 'pretrial' || stay.from > at.days.until - 9) continue
    if (draw.next() >= good(at, 0.66)) continue
    const first = Math.max(at.days.from, stay.from + 3)
    comes(stay, first + Math.floor(draw.next() * (at.days.until - 2 - first)))
  }
}
