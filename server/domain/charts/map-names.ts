import { lineHeight, textWidth } from './labels.ts'

/** The name of a part of the country on a map: the middle of its text, and the line that it stands on. */
export interface MapName {
  x: number
  y: number
  name: string
}

interface Named {
  x: number
  y: number
  /** The parts of the country whose places stand within the mark; null where the register names none. */
  regions: readonly (string | null)[]
}

/** How far above its northernmost mark a name stands: clear of the mark's ring. */
const above = 20

/**
 * Where the names of regions stand on a map of marks: above the northernmost mark of each, in the middle of all its marks and
 * within the width. A name that would lie over one that stands already is left out: the table has them all.
 */
export function regionNames(marks: readonly Named[], width: number): MapName[] {
  const names: MapName[] = []
  for (const [name, own] of marksByRegion(marks)) {
    const half = textWidth(name) / 2
    const middle = own.reduce((sum, { x }) => sum + x, 0) / own.length
    const x = Math.round(Math.min(Math.max(middle, half + 4), width - half - 4))
    const y = Math.round(Math.max(Math.min(...own.map((mark) => mark.y)) - above, lineHeight))
    const isFree = names.every(
      (other) => Math.abs(other.y - y) > lineHeight || Math.abs(other.x - x) > half + textWidth(other.name) / 2 + 8,
    )
    if (isFree) names.push({ x, y, name })
  }
  return names
}

function marksByRegion(marks: readonly Named[]): Map<string, Named[]> {
  const found = new Map<string, Named[]>()
  for (const mark of marks) {
    for (const region of new Set(mark.regions)) {
      if (region === null) continue
      const own = found.get(region)
      if (own) own.push(mark)
      else found.set(region, [mark])
    }
  }
  return found
}
