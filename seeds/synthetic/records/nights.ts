import { monthIndex } from '../../../server/domain/period.ts'
import { portion } from '../chance.ts'
import type { FacilityMonth } from '../country.ts'
import { drawFor, isKept, momentText, write } from './book.ts'
import type { Stay } from './custody.ts'
import { some } from './draw.ts'
import { type Bed, type Cell, emptySegregation, type Housing, moveOut, settleIn, sortOf } from './housing.ts'
import { type Mixed, mixedIn, type Slept } from './mixed-nights.ts'
import { ageIn } from './person.ts'
import { type Placement, placementsIn } from './placements.ts'
import { arrivalMinute, leavingMinute } from './times.ts'

/** What the rooms of a facility were like in a month. */
export interface Nights {
  cellsOccupied: number
  cellsOver: number
  withCell: Stay[]
  below4: Stay[]
  below3: Stay[]
  withoutBed: Stay[]
  /** Who shared a unit with people from whom they are to be kept apart, on any night. */
  mixed: Mixed
}

/** Somebody who is out at court or in hospital and comes back. */
export interface Absence {
  stay: Stay
  kind: 'hospital' | 'court' | 'temporary_leave'
  day: number
  minute: number
  back: number
}

interface Event {
  day: number
  minute: number
  happen: () => void
}

/** Minutes of the day at which a placement begins and ends; one that goes on over the end of a month does so at midnight. */
export function placementMinute({ stay, span, isWithinMonth }: Placement): number {
  return isWithinMonth ? 480 + Math.floor(portion(0, stay.key, span.start, 'placed') * 720) : 0
}

const awayOf = new WeakMap<Housing, Absence[]>()

/** Those who are out. */
export function absencesOf(housing: Housing): Absence[] {
  const list = awayOf.get(housing) ?? []
  awayOf.set(housing, list)
  return list
}

/** Lives through the nights of a month: who came, went, was moved to separation and back, or was out. */
export function keepNights(at: FacilityMonth): Nights {
  const { book, arrived, left } = at.custody!
  const { housing } = book
  housing.month = monthIndex(at.month)
  const bedless: { stay: Stay; from: number; until: number }[] = []
  const slept: Slept[] = []
  const close = (bed: Bed, day: number, minute: number) => {
    closeBed(at, bed, day, minute)
    slept.push({ stay: bed.stay, unit: bed.cell.unit, from: bed.day, until: day })
  }
  const leave = (stay: Stay, day: number, minute: number) => {
    const gone = moveOut(housing, stay)
    if (!gone) return
    close(gone.bed, day, minute)
    if (!gone.bed.isOwn) bedless.push({ stay, from: gone.bed.day, until: day })
    if (!gone.heir) return
    const heir = gone.heir.stay
    bedless.push({ stay: heir, from: gone.heir.day, until: day })
    moveOut(housing, heir)
    close(gone.heir, day, minute)
    settleIn(housing, heir, day, minute, gone.bed.cell)
  }
  const move = (stay: Stay, day: number, minute: number, cell?: Cell) => {
    leave(stay, day, minute)
    settleIn(housing, stay, day, minute, cell)
  }
  const events: Event[] = [
    ...left.map((stay) => ({
      day: stay.until!,
      minute: leavingMinute(stay),
      happen: () => leave(stay, stay.until!, leavingMinute(stay)),
    })),
    ...arrived.map((stay) => ({
      day: stay.from,
      minute: arrivalMinute(stay),
      happen: () => void settleIn(housing, stay, stay.from, arrivalMinute(stay)),
    })),
    ...changes(at, move),
    ...separations(at, move),
    ...returns(at),
  ]
  events.sort((one, other) => one.day - other.day || one.minute - other.minute)
  for (const { happen } of events) happen()
  for (const absence of goOut(at)) leave(absence.stay, absence.day, absence.minute)
  return factsOf(at, bedless, slept)
}

function separations(at: FacilityMonth, move: (stay: Stay, day: number, minute: number, cell?: Cell) => void): Event[] {
  const { housing } = at.custody!.book
  const { from, until } = at.days
  return placementsIn(at)
    .flatMap((placement) => {
      if (placement.as === 'hidden') return []
      const { stay, span } = placement
      const minute = placementMinute(placement)
      const start = {
        day: span.start,
        minute,
        happen: () => {
          const cell = housing.bedOf.has(stay) ? emptySegregation(housing, stay, span.start) : undefined
          placement.cell = (cell ?? housing.bedOf.get(stay)?.cell)?.key ?? housing.cells[0]!.key
          if (cell) move(stay, span.start, minute, cell)
        },
      }
      const end = {
        day: span.end,
        minute,
        happen: () => {
          if (housing.bedOf.get(stay)?.cell.isSegregation && stay.until !== span.end) move(stay, span.end, minute)
        },
      }
      return [...(span.start >= from ? [start] : []), ...(span.end < until ? [end] : [])]
    })
    .concat(endedAtMidnight(at, move))
}

/** Separations that ended with the month before, at its last midnight. */
function endedAtMidnight(at: FacilityMonth, move: (stay: Stay, day: number, minute: number) => void): Event[] {
  const { book } = at.custody!
  return book.placements
    .filter(({ span, as }) => as !== 'hidden' && span.end === at.days.from)
    .map(({ stay }) => ({
      day: at.days.from,
      minute: 0,
      happen: () => {
        if (book.housing.bedOf.get(stay)?.cell.isSegregation) move(stay, at.days.from, 0)
      },
    }))
}

function closeBed(at: FacilityMonth, { stay, cell, day, minute, isOwn }: Bed, endDay: number, endMinute: number): void {
  if ((day === endDay && minute === endMinute) || !isKept(at, 'housing_allocation', endDay)) return
  write(at, 'housing_allocation', endDay, {
    stay_key: stay.key,
    cell_id: cell.key,
    start_at: momentText(at, day, minute),
    end_at: momentText(at, endDay, endMinute),
    own_bed: isOwn,
  })
}

/** Some are out on the last night of the month, and are bound to come back. */
function goOut(at: FacilityMonth): Absence[] {
  const { book, held } = at.custody!
  const draw = drawFor(at, 'absences')
  const separated = new Set(placementsIn(at).map(({ stay }) => stay))
  const last = at.days.until - 1
  const free = held.filter((stay) => stay.from < last - 3 && !separated.has(stay) && book.housing.bedOf.has(stay))
  const made = some(free, draw.binomial(held.length, 0.013), draw).map((stay): Absence => {
    const drawn = draw.next()
    const kind = drawn < 0.6 ? 'hospital' : drawn < 0.9 ? 'court' : 'temporary_leave'
    const back = at.days.until + Math.floor(draw.next() * 4)
    stay.boundUntil = Math.max(stay.boundUntil, back + 1)
    const bed = book.housing.bedOf.get(stay)!
    const day = Math.max(last - Math.floor(draw.next() * 3), bed.day + 1)
    return { stay, kind, day: Math.min(day, last), minute: 540 + Math.floor(draw.next() * 300), back }
  })
  // Whoever moved beds on the last day itself stays.
  const gone = made.filter(({ stay, day, minute }) => {
    const bed = book.housing.bedOf.get(stay)!
    return bed.day * 1440 + bed.minute < day * 1440 + minute
  })
  absencesOf(book.housing).push(...gone)
  return gone
}

function returns(at: FacilityMonth): Event[] {
  const { housing } = at.custody!.book
  const list = absencesOf(housing)
  const due = list.splice(0, list.length)
  return due.map(({ stay, kind, day, minute, back }) => {
    // Who leaves while out, leaves from there.
    const isLeaving = stay.until !== undefined && stay.until <= back
    const [endDay, endMinute] = isLeaving ? [stay.until!, leavingMinute(stay)] : [back, 600]
    return {
      day: endDay,
      minute: isLeaving ? endMinute - 1 : endMinute,
      happen: () => {
        write(at, 'absence', endDay, {
          stay_key: stay.key,
          kind,
          start_at: momentText(at, day, minute),
          end_at: momentText(at, endDay, endMinute),
        })
        if (!isLeaving) settleIn(housing, stay, endDay, endMinute)
      },
    }
  })
}

/** Whoever was sentenced in the month, or came of age in it, moves to those who are alike. */
function changes(at: FacilityMonth, move: (stay: Stay, day: number, minute: number, cell?: Cell) => void): Event[] {
  const { housing } = at.custody!.book
  const { from, until } = at.days
  const isSeparated = (stay: Stay) => housing.bedOf.get(stay)?.cell.isSegregation
  const moved = (stay: Stay, day: number, minute: number): Event => ({
    day,
    minute,
    happen: () => {
      const bed = housing.bedOf.get(stay)
      if (!bed?.cell.sort || bed.cell.sort === sortOf(stay, day, housing.month)) return
      const cell = isSeparated(stay) ? emptySegregation(housing, stay, day) : undefined
      move(stay, day, minute, cell)
    },
  })
  return [...housing.bedOf.keys(), ...at.custody!.arrived].flatMap((stay) => [
    ...(ageIn(stay.person, housing.month) === 18 ? [moved(stay, from, 0)] : []),
    ...stay.spells
      .filter((spell) => spell.from >= from && spell.from < until)
      .map((spell) => moved(stay, spell.from, 1)),
  ])
}

function factsOf(at: FacilityMonth, ended: { stay: Stay; from: number; until: number }[], slept: Slept[]): Nights {
  const { housing } = at.custody!.book
  const used = housing.cells.filter(({ heads }) => heads.length > 0)
  const below = (least: number) =>
    used.filter(({ heads, area }) => heads.length > 1 && area / heads.length < least).flatMap(({ heads }) => heads)
  const stays = (beds: Bed[]) => beds.map(({ stay }) => stay)
  const now = [...housing.bedOf.values()].filter(({ isOwn }) => !isOwn)
  const then = ended.filter(({ from, until }) => from < until && until > at.days.from)
  return {
    cellsOccupied: used.length,
    cellsOver: used.filter(({ heads, places }) => heads.length > places).length,
    withCell: [...housing.bedOf.keys()],
    below4: stays(below(4)),
    below3: stays(below(3)),
    mixed: mixedIn(at, [
      ...slept,
      ...[...housing.bedOf.values()].map(({ stay, cell, day }) => ({
        stay,
        unit: cell.unit,
        from: day,
        until: at.days.until,
      })),
    ]),
    withoutBed: [...new Set([...stays(now), ...then.map(({ stay }) => stay)])],
  }
}
