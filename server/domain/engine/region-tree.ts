import { lastDay, type Month } from '../period.ts'
import { covers, type DayWindow } from './open-window.ts'

/** Name and parent of a region in the window [from, until). */
export interface RegionVersion extends DayWindow {
  regionId: string
  parentId: string | null
}

/** The region of a facility in the window [from, until). */
export interface FacilityPlace extends DayWindow {
  regionId: string | null
}

/**
 * The regions that hold a facility in a month, the nearest first: its own region and all above it, as they stood on
 * the month's last day. A total of a past month keeps the regions of that month.
 */
export function regionsOf(places: readonly FacilityPlace[], tree: readonly RegionVersion[], month: Month): string[] {
  const day = lastDay(month)
  const held: string[] = []
  let next = places.find((place) => covers(place, day))?.regionId ?? null
  // A ring in the tree would be a fault of the register; the list stops where it would begin again.
  while (next !== null && !held.includes(next)) {
    const current: string = next
    held.push(current)
    next = tree.find((version) => version.regionId === current && covers(version, day))?.parentId ?? null
  }
  return held
}
