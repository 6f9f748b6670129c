import { type Durations, middleOf } from '../durations.ts'
import type { Dimension, Measure } from '../measures/define.ts'
import { type CellId, groupCell, type MeasureId } from '../measures/index.ts'
import type { Facility } from './facility.ts'
import { groupings } from './groups.ts'

/** Adds up one measure over the months of a window, as a whole and in its breakdowns. */
export interface Counter {
  /** Counts a person of a stay, in the groups to which they belong on `day`; stay -1 where nobody is named. */
  add(place: number, stay: number, day: number, amount?: number): void
  /** Counts an amount whose row itself says of which sex it speaks: staff, not prisoners. */
  addOfSex(place: number, sex: number, amount: number): void
  /** Counts in one group of a breakdown of which the count itself knows the group; the whole is counted apart. */
  mark(place: number, dimension: Dimension, group: number): void
  /** Keeps the largest value of a month, for what is a maximum. */
  raise(place: number, value: number): void
  /** Sets a value that is not added up; NaN where there is none. */
  set(place: number, value: number): void
  /** Keeps the durations of a month, of which the measure is the middle. */
  keep(place: number, durations: Durations): void
}

/**
 * Amounts with decimals are kept as whole parts, as many to one as a day has milliseconds: whole numbers add up to the
 * same sum in any order, and broken ones do not.
 */
const parts = 86_400_000

/** What a counter found: an amount a month for the whole, and for each group in which there was anybody at all. */
export interface Counted {
  counter: Counter
  cells(): Map<CellId, Float64Array>
  /** The durations month by month, where the measure is the middle of some. */
  durations(): Durations[] | undefined
}

/** A counter of `measure`, with the breakdowns that `facility` can make. */
export function counterOf(measure: Measure, facility: Facility, dimensions: readonly Dimension[]): Counted {
  const { months } = facility.window
  const scale = measure.kind === 'number' ? parts : 1
  const whole = new Float64Array(months)
  const kept: Durations[] = []
  // Where the amount that is being counted goes: one way in for all rows, for a function made for each would be most of the work.
  let [at, counting] = [0, 0]
  const groups = dimensions.map((dimension) => {
    const amounts: Float64Array[] = []
    const see = (group: number) => {
      const row = amounts[group] ?? new Float64Array(months)
      amounts[group] = row
      row[at]! += counting
    }
    return { dimension, of: groupings[dimension].of(facility), amounts, see }
  })
  const counter: Counter = {
    add(place, stay, day, amount = 1) {
      if (!(place >= 0 && place < months)) return
      const scaled = scale === 1 ? amount : Math.round(amount * scale)
      whole[place]! += scaled
      at = place
      counting = scaled
      for (const { of, see } of groups) of(stay, day, see)
    },
    addOfSex(place, sex, amount) {
      if (!(place >= 0 && place < months)) return
      const scaled = scale === 1 ? amount : Math.round(amount * scale)
      whole[place]! += scaled
      at = place
      counting = scaled
      for (const { dimension, see } of groups) if (dimension === 'sex') see(sex)
    },
    mark(place, dimension, group) {
      if (!(place >= 0 && place < months)) return
      at = place
      counting = scale
      groups.find((one) => one.dimension === dimension)?.see(group)
    },
    raise(place, value) {
      if (place >= 0 && place < months) whole[place] = Math.max(whole[place]!, Math.round(value * scale))
    },
    set(place, value) {
      if (place >= 0 && place < months) whole[place] = value * scale
    },
    keep(place, durations) {
      if (!(place >= 0 && place < months)) return
      whole[place] = (middleOf([durations]) ?? Number.NaN) * scale
      kept[place] = durations
    },
  }
  const amount = (row: Float64Array) => (scale === 1 ? row : row.map((sum) => sum / scale))
  const cells = () => {
    const made = new Map<CellId, Float64Array>([[measure.id as MeasureId, amount(whole)]])
    for (const { dimension, amounts } of groups)
      groupings[dimension].codes.forEach((code, place) => {
        if (amounts[place]?.some((sum) => sum !== 0))
          made.set(groupCell(measure.id as MeasureId, dimension, code), amount(amounts[place]))
      })
    return made
  }
  return { counter, cells, durations: () => (kept.length > 0 ? kept : undefined) }
}
