/** The days at which it is looked whether pretrial detention still lasts. */
export const pretrialEdges = [7, 30, 60, 90, 180, 365] as const
/** The same of solitary: the bands of the return, the last at the 15 days of NMR 44. */
export const solitaryEdges = [3, 7, 15] as const

/**
 * The groups of spells by how long they lasted: those that ended, then those that still run, each in the bands between the
 * edges. Bands and no days: a curve made of them tells no single person's time.
 */
export function lengthCodes(edges: readonly number[]): string[] {
  const bands = [
    ...edges.map((edge, at) => (at === 0 ? `upto_${edge}` : `${edges[at - 1]! + 1}_${edge}`)),
    `over_${edges.at(-1)}`,
  ]
  return [...bands.map((band) => `ended_${band}`), ...bands.map((band) => `running_${band}`)]
}

/** The place of a spell among these groups, by its days so far. */
export function lengthGroup(edges: readonly number[], days: number, hasEnded: boolean): number {
  const found = edges.findIndex((edge) => days <= edge)
  const band = found < 0 ? edges.length : found
  return hasEnded ? band : edges.length + 1 + band
}
