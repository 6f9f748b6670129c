import type { RecordId } from '../../../server/domain/records/index.ts'
import { type Chance, chance } from '../chance.ts'
import type { FacilityMonth } from '../country.ts'
import type { Stay } from './custody.ts'
import { type Housing, newHousing } from './housing.ts'
import type { Placement } from './placements.ts'
import type { Plan } from './plans.ts'

/** A record as it is written down: its fields; what is not known is left out. */
export type Row = Readonly<Record<string, string | number | boolean | undefined>>

/** Takes the records of facilities. */
export interface Sink {
  /** The day from which a type is kept: what was over before it is not written down. */
  from: (recordId: RecordId) => number
  take: (facility: string, recordId: RecordId, row: Row) => void
}

/** For whoever asks only for the figures. */
export const nowhere: Sink = { from: () => Number.POSITIVE_INFINITY, take: () => {} }

/** A time that has begun and, maybe, ended: days [from, until). */
export interface Span {
  stay: Stay
  from: number
  until: number
}

export interface Complaint {
  lodged: number
  due: number
  answered: number
  isUpheld: boolean
}

/** What one facility carries from month to month about its people. */
export interface Book {
  sink: Sink
  housing: Housing
  placements: Placement[]
  plans: Map<Stay, Plan>
  /** Everybody who was ever here, in order of coming. */
  stays: Stay[]
  complaints: Complaint[]
  pregnancies: Span[]
  /** The untried who came: when two days had passed, and whether a lawyer had been there. */
  lawyers: { on: number; stay: Stay; isSeen: boolean }[]
  children: (Span & { key: string; decidedOn: number; checkedOn: number; separatedOn?: number; born: number })[]
}

export function newBook(at: FacilityMonth, held: readonly Stay[], sink: Sink): Book {
  return {
    sink,
    housing: newHousing(at, held),
    placements: [],
    plans: new Map(),
    stays: [...held],
    complaints: [],
    pregnancies: [],
    lawyers: [],
    children: [],
  }
}

/** A source of chance of its own for one family of records in one month. */
export function drawFor({ seed, facility, month }: FacilityMonth, family: string): Chance {
  return chance(seed, facility.key, month, 'records', family)
}

const dayMs = 86_400_000

/** A day of the country, counted from the first of its returns, as YYYY-MM-DD. */
export function dayText({ month, days }: FacilityMonth, day: number): string {
  return textOf(Date.parse(`${month}-01T00:00:00Z`) / dayMs - days.from + day)
}

const texts = new Map<number, string>()

function textOf(epochDay: number): string {
  const known = texts.get(epochDay)
  if (known) return known
  const text = new Date(epochDay * dayMs).toISOString().slice(0, 10)
  texts.set(epochDay, text)
  return text
}

const two = (number: number) => String(number).padStart(2, '0')

/** A moment in UTC: so many minutes after the beginning of a day. */
export function momentText(at: FacilityMonth, day: number, minute: number): string {
  const whole = Math.floor(minute)
  const [days, rest] = [Math.floor(whole / 1440), whole % 1440]
  return `${dayText(at, day + days)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}Z`
}

/**
 * Writes down a record of something that happened on a day, and was over on a later one: at the end of the day or of the
 * next, and weeks later where a place falls behind with its writing. What is not over when the records end was written down
 * when it began.
 */
export function write(
  at: FacilityMonth,
  recordId: RecordId,
  day: number,
  row: Row,
  { over = day, facility = at.facility.key } = {},
): void {
  const { sink } = at.custody!.book
  if (!isKept(at, recordId, over)) return
  const draw = lateness(at)
  const isLate = draw.next() < at.traits.lateEntries
  const lag = isLate ? 10 + Math.floor(draw.next() * 25) : draw.next() < 0.15 ? 1 : 0
  const on = Math.min(day + lag, at.days.until + 7)
  sink.take(facility, recordId, { recorded_at: momentText(at, on, 1020 + Math.floor(draw.next() * 300)), ...row })
}

/** Writes down what began on a day and is not over when the records end. */
export function writeOpen(at: FacilityMonth, recordId: RecordId, began: number, row: Row): void {
  write(at, recordId, Math.max(began, 0), row, { over: at.lastDay })
}

/** Whether what happened on a day, or went on until then, is written down. */
export function isKept({ custody }: FacilityMonth, recordId: RecordId, day: number): boolean {
  return day >= custody!.book.sink.from(recordId)
}

const latenesses = new WeakMap<FacilityMonth, Chance>()

function lateness(at: FacilityMonth): Chance {
  const draw = latenesses.get(at) ?? drawFor(at, 'writing')
  latenesses.set(at, draw)
  return draw
}
