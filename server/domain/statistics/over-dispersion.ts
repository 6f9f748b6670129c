/** Fewer facilities than this tell nothing of over-dispersion (corrections to the catalogue, statistics). */
export const facilitiesForOverDispersion = 20

/**
 * How much more the facilities differ than chance alone explains: the mean square of their z-scores after the outermost
 * 10 % on each side are drawn in, so that the outliers that the funnel is to find do not hide themselves. Never under 1:
 * limits are not made narrower than chance. With fewer than 20 facilities it is 1 (not estimated).
 * Source: Spiegelhalter 2005, Statistics in Medicine 24, section on over-dispersion.
 */
export function overDispersion(zScores: readonly number[]): number {
  if (zScores.length < facilitiesForOverDispersion) return 1
  const drawnIn = winsorised(zScores, 0.1)
  return Math.max(1, drawnIn.reduce((sum, z) => sum + z * z, 0) / drawnIn.length)
}

/** The values with those beyond the `tail` and 1 − `tail` quantiles set to these quantiles (R's quantile type 7). */
export function winsorised(values: readonly number[], tail: number): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  const low = quantile(sorted, tail)
  const high = quantile(sorted, 1 - tail)
  return values.map((value) => Math.min(high, Math.max(low, value)))
}

function quantile(sorted: readonly number[], p: number): number {
  const at = (sorted.length - 1) * p
  const [below, above] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN]
  return below + (at - Math.floor(at)) * (above - below)
}
