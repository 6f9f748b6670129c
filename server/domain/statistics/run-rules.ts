/** Why a point of a control chart stands out. */
export type ControlSignal = 'above-limit' | 'below-limit' | 'run-above' | 'run-below'

/** So many points on one side of the median are more than chance (catalogue: "8 points one side of the median"). */
export const runLength = 8

/**
 * For each value, whether it stands in a run of eight or more on one side of `median`. A value on the median neither adds
 * to a run nor ends it (Perla, Provost and Murray 2011, BMJ Quality & Safety 20); a missing one ends it, because it might
 * have lain on the other side. Not for stocks that carry over from month to month: their neighbours are not independent.
 */
export function runs(values: readonly (number | null)[], median: number): ControlSignal[][] {
  const signals: ControlSignal[][] = values.map(() => [])
  let side = 0
  let members: number[] = []
  const close = () => {
    if (members.length >= runLength) for (const at of members) signals[at] = [side > 0 ? 'run-above' : 'run-below']
    members = []
  }
  values.forEach((value, at) => {
    if (value === median) return
    const here = value === null ? 0 : Math.sign(value - median)
    if (here !== side) close()
    side = here
    if (here !== 0) members.push(at)
  })
  close()
  return signals
}
