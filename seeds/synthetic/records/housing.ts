import { chance } from '../chance.ts'
import type { Sex } from '../columns.ts'
import type { FacilityMonth } from '../country.ts'
import type { Stay } from './custody.ts'

/** A room in which people sleep. */
export interface Cell {
  key: string
  unit: string
  sex: Sex
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
  kind: 'ordinary' | 'women' | 'young_adult' | 'open' | 'segregation'
  sex: Sex
}

/** The rooms of a facility and who sleeps where. */
export interface Housing {
  units: Unit[]
  cells: Cell[]
  bedOf: Map<Stay, Bed>
}

/** As many units as the return has: one for some sixty places, and one for separation. */
export function newHousing(at: FacilityMonth, held: readonly Stay[]): Housing {
  const { facility, traits } = at
  const { places, squareMetres } = facility.certificates[0]!
  const draw = chance(at.seed, facility.key, 'rooms')
  const count = Math.max(1, Math.round(places / 60))
  const womenUnits = traits.sexes.male === 0 ? count : traits.sexes.female > 0 ? 1 : 0
  const kind = facility.kind === 'young' ? 'young_adult' : facility.kind === 'open' ? 'open' : 'ordinary'
  const units: Unit[] = Array.from({ length: count }, (_, place) =>
    place < womenUnits
      ? { key: `${facility.key}-U${place + 1}`, kind: 'women', sex: 'female' }
      : { key: `${facility.key}-U${place + 1}`, kind, sex: 'male' },
  )
  const segregation: Unit = { key: `${facility.key}-SEG`, kind: 'segregation', sex: units.at(-1)!.sex }
  const cells: Cell[] = []
  const room = (unit: Unit, size: number, area: number, isSegregation = false) => {
    const key = `${unit.key}-${String(cells.length + 1).padStart(3, '0')}`
    const beds = isSegregation ? 1 : size === 1 ? 1 : size + 1
    cells.push({
      key,
      unit: unit.key,
      sex: unit.sex,
      isSegregation,
      area: Math.round(area * 10) / 10,
      places: size,
      beds,
      heads: [],
    })
  }
  for (const [place, unit] of units.entries()) {
    const share = shareOf(at, unit, womenUnits)
    let left = Math.round((places * share) / (unit.sex === 'female' ? Math.max(1, womenUnits) : count - womenUnits))
    // Rounding must not lose places.
    if (place === count - 1) left = Math.max(left, places - cells.reduce((sum, cell) => sum + cell.places, 0))
    while (left > 0) {
      const size = Math.min(left, draw.next() < traits.singleCells ? 1 : draw.next() < 0.4 ? 2 : 3)
      room(unit, size, Math.max(size === 1 ? 6 : 8, size * squareMetres * draw.between(0.75, 1.05)))
      left -= size
    }
  }
  for (let count = 0; count < Math.max(2, Math.round(places / 12)); count++) {
    room(segregation, 1, draw.between(7.5, 9), true)
  }
  const housing: Housing = { units: [...units, segregation], cells, bedOf: new Map() }
  for (const stay of [...held].sort((one, other) => one.from - other.from)) settleIn(housing, stay, stay.from, 720)
  return housing
}

function shareOf(at: FacilityMonth, unit: Unit, womenUnits: number): number {
  if (womenUnits === 0 || at.traits.sexes.male === 0) return 1
  return unit.sex === 'female' ? at.traits.sexes.female : at.traits.sexes.male
}

/** The cell in which there is most room for somebody, or, where there is none, the one that is least overfull. */
function roomiest(housing: Housing, stay: Stay): Cell {
  const open = housing.cells.filter(({ sex, isSegregation }) => !isSegregation && sex === stay.person.sex)
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
  cell = roomiest(housing, stay),
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

/** An empty cell of the segregation unit; none when it is full. */
export function emptySegregation({ cells }: Housing): Cell | undefined {
  return cells.find(({ isSegregation, heads }) => isSegregation && heads.length === 0)
}
