import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import type { Interval } from './interval.ts'

/** What one person, incident, unit or cell adds: events and the base in which they happened. */
export interface Cluster {
  numerator: number
  denominator: number
}

/** Draws of the interval (catalogue: 2,000). */
export const draws = 2000
/** With fewer clusters than this there is no interval; a choice: ten can be drawn in enough different ways. */
export const fewestClusters = 10

/**
 * Interval (BCa) of the sum of numerators over the sum of denominators, drawing whole clusters, because events of one person
 * or incident do not come alone. `random` gives numbers from 0 up to 1. Null where the clusters are too few or all alike.
 * Source: Efron 1987, JASA 82.
 */
export function bootstrapRatio(clusters: readonly Cluster[], random: () => number, confidence = 0.95): Interval | null {
  if (clusters.length < fewestClusters) return null
  const all = add(clusters)
  if (all.denominator <= 0) return null
  const replicates = Array.from({ length: draws }, () =>
    ratio(add(clusters.map(() => clusters[Math.floor(random() * clusters.length)]!))),
  ).filter(Number.isFinite)
  const without = clusters.map(({ numerator, denominator }) =>
    ratio({ numerator: all.numerator - numerator, denominator: all.denominator - denominator }),
  )
  return bcaInterval(replicates, ratio(all), without, confidence)
}

/**
 * Bias-corrected and accelerated interval of `estimate` from its bootstrap replicates and its leave-one-out values. Null
 * where all replicates lie on one side, or where leaving one out changes nothing or all. Source: Efron 1987; acceleration
 * from the jackknife, Davison and Hinkley 1997, section 2.7.3; the same as R's boot.ci(type = "bca").
 */
export function bcaInterval(
  replicates: readonly number[],
  estimate: number,
  leaveOneOut: readonly number[],
  confidence = 0.95,
): Interval | null {
  const shift = normalQuantile(replicates.filter((t) => t < estimate).length / replicates.length, 0, 1)
  const moments = (power: number) => leaveOneOut.reduce((sum, t) => sum + (estimate - t) ** power, 0)
  const acceleration = moments(3) / (6 * moments(2) ** 1.5)
  if (!Number.isFinite(shift) || !Number.isFinite(acceleration)) return null
  const level = (tail: number) => {
    const z = shift + normalQuantile(tail, 0, 1)
    return normalCdf(shift + z / (1 - acceleration * z), 0, 1)
  }
  const tail = (1 - confidence) / 2
  const at = quantiles(replicates)
  return { low: at(level(tail)), high: at(level(1 - tail)) }
}

/** Percentile interval of bootstrap replicates. Source: Efron 1979; the same as R's boot.ci(type = "perc"). */
export function percentileInterval(replicates: readonly number[], confidence = 0.95): Interval {
  const at = quantiles(replicates)
  return { low: at((1 - confidence) / 2), high: at(1 - (1 - confidence) / 2) }
}

/** Quantiles between replicates on the normal scale. Source: Davison and Hinkley 1997, equation 5.8. */
function quantiles(replicates: readonly number[]): (level: number) => number {
  const sorted = replicates.toSorted((a, b) => a - b)
  const [count, z] = [sorted.length, (p: number) => normalQuantile(p, 0, 1)]
  return (level) => {
    const k = Math.floor((count + 1) * level)
    if (k < 1) return sorted[0]!
    if (k >= count) return sorted[count - 1]!
    const [below, above] = [z(k / (count + 1)), z((k + 1) / (count + 1))]
    return sorted[k - 1]! + ((z(level) - below) / (above - below)) * (sorted[k]! - sorted[k - 1]!)
  }
}

function add(clusters: readonly Cluster[]): Cluster {
  let [numerator, denominator] = [0, 0]
  for (const cluster of clusters) {
    numerator += cluster.numerator
    denominator += cluster.denominator
  }
  return { numerator, denominator }
}

function ratio({ numerator, denominator }: Cluster): number {
  return numerator / denominator
}
