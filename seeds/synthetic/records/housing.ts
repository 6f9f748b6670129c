import { monthIndex } from '../../../server/domain/period.ts'
import { chance, portion } from '../chance.ts'
import type { Sex } from '../columns.ts'
import type { FacilityMonth } from '../country.ts'
import { statusOn } from './counted.ts'
import type { Stay } from './custody.ts'
import { ageIn } from './person.ts'

/** Who is kept apart from whom: the untried from the sentenced, children from adults (Nelson Mandela Rule 11). */
const sorts = ['untried', 'tried', 'untried child', 'tried child'] as const
export type Sort = (typeof sorts)[number]

/** A room in which people sleep. */
export interface Cell {
  key: string
  unit: string
  sex: Sex
  /** For whom it is; for everybody where the house is too small to keep people apart. */
  sort: Sort | undefined
  isSegregation: boolean
  area: number
  places: number
  beds: number
  heads: Bed[]
}

/** Somebody in a cell since a moment: a day and its minute. */
export interface Bed {
  stay: Stay
  cell: Cell
  day: number
  minute: number
  isOwn: boolean
}

export interface Unit {
  key: string
  kind: 'ordinary' | 'women' | 'young_adult' | 'open' | 'segregation' | 'children'
  sex: Sex
  sort: Sort | undefined
}

/** The rooms of a facility and who sleeps where. */
export interface Housing {
  units: Unit[]
  cells: Cell[]
  bedOf: Map<Stay, Bed>
  /** The month that is lived through, as `monthIndex` gives it. */
  month: number
}

/** What somebody is on a day of a month. */
export function sortOf(stay: Stay, day: number, month: number): Sort {
  const isTried = statusOn(stay, day) !== 'pretrial'
  if (ageIn(stay.person, month) < 18) return isTried ? 'tried child' : 'untried child'
  return isTried ? 'tried' : 'untried'
}

/** One unit for some sixty places, and one for separation: of each sex and sort its own, where the house is large enough for that. */
export function newHousing(at: FacilityMonth, held: readonly Stay[]): Housing {
  const { facility, traits } = at
  const { places, squareMetres } = facility.certificates[0]!
  const draw = chance(at.seed, facility.key, 'rooms')
  const kind = facility.kind === 'young' ? 'young_adult' : facility.kind === 'open' ? 'open' : 'ordinary'
  const units: Unit[] = []
  const cells: Cell[] = []
  const room = (unit: Unit, size: number, area: number, isSegregation = false) => {
    const { sex, sort } = unit
    const key = `${unit.key}-${String(cells.length + 1).padStart(3, '0')}`
    const beds = isSegregation ? 1 : size === 1 ? 1 : size + 1
    const measured = Math.round(area * 10) / 10
    cells.push({ key, unit: unit.key, sex, sort, isSegregation, area: measured, places: size, beds, heads: [] })
  }
  const segregation: Unit[] = []
  for (const { sex, sort, share } of groupsOf(at, held)) {
    let left = Math.max(4, Math.round(places * share))
    const count = Math.max(1, Math.round(left / 60))
    for (let number = 0; number < count; number++) {
      const own = sort?.endsWith('child') ? 'children' : sex === 'female' ? 'women' : kind
      const unit: Unit = { key: `${facility.key}-U${units.length + 1}`, kind: own, sex, sort }
      units.push(unit)
      left -= fill(unit, Math.ceil(left / (count - number)))
    }
    const apart: Unit = { key: `${facility.key}-SEG${segregation.length + 1}`, kind: 'segregation', sex, sort }
    segregation.push(apart)
    for (let count = 0; count < Math.max(2, Math.round((places * share) / 12)); count++)
      room(apart, 1, draw.between(7.5, 9), true)
  }
  function fill(unit: Unit, all: number): number {
    for (let left = all; left > 0; ) {
      const size = Math.min(left, draw.next() < traits.singleCells ? 1 : draw.next() < 0.4 ? 2 : 3)
      room(unit, size, Math.max(size === 1 ? 6 : 8, size * squareMetres * draw.between(0.75, 1.05)))
      left -= size
    }
    return all
  }
  const housing: Housing = { units: [...units, ...segregation], cells, bedOf: new Map(), month: monthIndex(at.month) }
  for (const stay of [...held].sort((one, other) => one.from - other.from)) settleIn(housing, stay, stay.from, 720)
  return housing
}

/** The sexes, and in a larger house the sorts of each, with the share of the places that are theirs. */
function groupsOf({ facility, traits, days, month }: FacilityMonth, held: readonly Stay[]) {
  const sexes = (['female', 'male'] as const).filter((sex) => traits.sexes[sex]! > 0)
  if (facility.kind === 'small') return sexes.map((sex) => ({ sex, sort: undefined, share: traits.sexes[sex]! }))
  return sexes.flatMap((sex) => {
    const own = held.filter(({ person }) => person.sex === sex)
    const of = sorts.map((sort) => own.filter((stay) => sortOf(stay, days.from, monthIndex(month)) === sort).length)
    const isHeld = (sort: Sort) => !sort.endsWith('child') || traits.ages.under_18! > 0
    return sorts.flatMap((sort, place) =>
      isHeld(sort) ? [{ sex, sort, share: (traits.sexes[sex]! * (of[place]! + 1)) / (own.length + sorts.length) }] : [],
    )
  })
}

/** Of so many who come, one is put where there is room and not where they belong. */
const misplaced = 0.0006

/** The cell in which there is most room for somebody among those who are alike, or, where there is none, the one that is least overfull. */
function roomiest(housing: Housing, stay: Stay, day: number): Cell {
  const all = housing.cells.filter(({ sex, isSegregation }) => !isSegregation && sex === stay.person.sex)
  const sort = sortOf(stay, day, housing.month)
  const alike = all.filter((cell) => cell.sort === undefined || cell.sort === sort)
  const open = alike.length === 0 || portion(0, stay.key, 'misplaced') < misplaced ? all : alike
  let best = open[0]!
  for (const cell of open) {
    const [fullness, least] = [cell.heads.length / cell.places, best.heads.length / best.places]
    if (
      fullness < least ||
      (fullness === least && cell.area / (cell.heads.length + 1) > best.area / (best.heads.length + 1))
    )
      best = cell
  }
  return best
}

/** Gives somebody a place to sleep from a moment on, in `cell` or where there is room. */
export function settleIn(
  housing: Housing,
  stay: Stay,
  day: number,
  minute: number,
  cell = roomiest(housing, stay, day),
): Bed {
  const own = cell.heads.filter(({ isOwn }) => isOwn).length
  const bed: Bed = { stay, cell, day, minute, isOwn: own < cell.beds }
  cell.heads.push(bed)
  housing.bedOf.set(stay, bed)
  return bed
}

/** Ends somebody's place; gives it, and whoever in the cell had no bed and now has one. */
export function moveOut(housing: Housing, stay: Stay): { bed: Bed; heir: Bed | undefined } | undefined {
  const bed = housing.bedOf.get(stay)
  if (!bed) return undefined
  housing.bedOf.delete(stay)
  bed.cell.heads = bed.cell.heads.filter((other) => other !== bed)
  const heir = bed.isOwn ? bed.cell.heads.find(({ isOwn }) => !isOwn) : undefined
  return { bed, heir }
}

/** An empty cell of the segregation unit for those who are like somebody; none when it is full. */
export function emptySegregation({ cells, month }: Housing, stay: Stay, day: number): Cell | undefined {
  const sort = sortOf(stay, day, month)
  return cells.find(
    (cell) =>
      cell.isSegregation &&
      cell.heads.length === 0 &&
      cell.sex === stay.person.sex &&
      (cell.sort === undefined || cell.sort === sort),
  )
}
