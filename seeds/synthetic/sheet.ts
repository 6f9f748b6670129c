import type { Dimension } from '../../server/domain/measures/define.ts'
import { findMeasure, type MeasureId } from '../../server/domain/measures/index.ts'
import { type Chance, chance } from './chance.ts'
import { type Column, unknownStatuses } from './columns.ts'
import type { FacilityMonth } from './country.ts'
import { type Count, combined, eventsAmong, type Lean, partOf } from './counts.ts'

/** What stands in a cell of the return: a number, or an answer that is none; an empty cell says nothing. */
export type Answer = number | 'n/a' | 'none' | ''

/**
 * The return of one facility and month while it is being filled in. Every section writes its measures here and reads
 * those of the sections before it, so that a part is always drawn from its whole.
 */
export interface Sheet {
  at: FacilityMonth
  draw: Chance
  put: (id: MeasureId, value: Count | number) => Count
  /** Draws those of `whole` to whom something applies, and puts them down. */
  part: (id: MeasureId, whole: MeasureId | Count, rate: number, lean?: Lean) => Count
  /** Like `part`, but everybody of `inner` is among them. */
  around: (id: MeasureId, inner: MeasureId, outer: MeasureId, rate: number) => Count
  /** Draws events, `mean` for each person of `base`. */
  events: (id: MeasureId, base: MeasureId | Count, mean: number, lean?: Lean) => Count
  /** Events that a place may keep quiet about: as far as they are written down. */
  incidents: (id: MeasureId, base: MeasureId | Count, mean: number, lean?: Lean) => Count
  count: (id: MeasureId) => Count
  /** Answers "not applicable" to measures that this place cannot have. */
  outOfPlace: (...ids: MeasureId[]) => void
  /** What stands in a column; undefined when no section has filled it in. */
  answer: (column: Column) => Answer | undefined
}

/** A share that holds for an ordinary place, moved by the quality of this one (on the scale of odds). */
export function good(at: FacilityMonth, share: number): number {
  const odds = (share / (1 - share)) * Math.exp(at.traits.quality)
  return odds / (1 + odds)
}

/** The same for what should be rare. */
export function bad(at: FacilityMonth, share: number): number {
  const odds = (share / (1 - share)) * Math.exp(-at.traits.quality)
  return odds / (1 + odds)
}

export function openSheet(at: FacilityMonth): Sheet {
  const draw = chance(at.seed, at.facility.key, at.month, 'return')
  const values = new Map<MeasureId, Count | 'n/a'>()
  const count = (id: MeasureId) => {
    const value = values.get(id)
    if (value === undefined || value === 'n/a') throw new Error(`The return has no ${id} yet`)
    return value
  }
  const given = (base: MeasureId | Count) => (typeof base === 'string' ? count(base) : base)
  const put = (id: MeasureId, value: Count | number) => {
    const made = typeof value === 'number' ? { total: value, by: { sex: {} } } : value
    values.set(id, made)
    return made
  }
  const part: Sheet['part'] = (id, whole, rate, lean) => put(id, partOf(draw, given(whole), rate, groupsOf(id), lean))
  const events: Sheet['events'] = (id, base, mean, lean) =>
    put(id, eventsAmong(draw, given(base), mean, groupsOf(id), lean))
  return {
    at,
    draw,
    put,
    part,
    count,
    around: (id, inner, outer, rate) => {
      const rest = combined(count(outer), count(inner), -1)
      return put(id, combined(count(inner), partOf(draw, rest, rate, groupsOf(id)), 1))
    },
    events,
    incidents: (id, base, mean, lean) => events(id, base, mean * at.traits.candour, lean),
    outOfPlace: (...ids) => {
      for (const id of ids) values.set(id, 'n/a')
    },
    answer: (column) => answer(values.get(column.measure.id), column, at),
  }
}

function groupsOf(id: MeasureId): readonly Dimension[] {
  return findMeasure(id)!.breakdowns
}

/** Sections that count people and traffic answer nought for a sex that is not held; all others answer "not applicable". */
function answer(value: Count | 'n/a' | undefined, column: Column, at: FacilityMonth): Answer | undefined {
  if (value === undefined || value === 'n/a') return value
  const { dimension, code, measure } = column
  if (!dimension || !code) return value.total === 0 ? nothing(column, at) : value.total
  if (code === 'under_18' && at.traits.ages.under_18 === 0) return 'n/a'
  if (measure.section !== 'population' && dimension === 'sex' && !holds(at, code)) return 'n/a'
  return unknownStatuses.includes(code) ? 'n/a' : value.by[dimension]?.[code]
}

export function holds(at: FacilityMonth, sex: string): boolean {
  return sex === 'female' ? at.traits.sexes.female > 0 : at.traits.sexes.male > 0
}

const confirmed: readonly string[] = ['escapes', 'deaths_custody', 'sexual_violence', 'suicides', 'restraint_birth']

/** Small houses tick "nothing to report" where large ones write a nought. */
function nothing(column: Column, at: FacilityMonth): Answer {
  return at.facility.kind === 'small' && confirmed.includes(column.name) ? 'none' : 0
}
