import { lastDay, type Month } from '../period.ts'

/** Name and parent of a region in the window [from, until). */
export interface RegionVersion {
  regionId: string
  parentId: string | null
  from: string
  until: string | null
}

/** The region of a facility in the window [from, until). */
export interface FacilityPlace {
  regionId: string | null
  from: string
  until: string | null
}

function inWindow(window: { from: string; until: string | null }, day: string): boolean {
  return window.from <= day && (window.until === null || day < window.until)
}

/**
 * The regions that hold a facility in a month, the nearest first: its own region and all above it, as they stood on
 * the month's last day. A total of a past month keeps the regions of that month.
 */
export function regionsOf(places: readonly FacilityPlace[], tree: readonly RegionVersion[], month: Month): string[] {
  const day = lastDay(month)
  const held: string[] = []
  let next = places.find((place) => inWindow(place, day))?.regionId ?? null
  // A ring in the tree would be a fault of the register; the list stops where it would begin again.
  while (next !== null && !held.includes(next)) {
    const current: string = next
    held.push(current)
    next = tree.find((version) => version.regionId === current && inWindow(version, day))?.parentId ?? null
  }
  return held
}
