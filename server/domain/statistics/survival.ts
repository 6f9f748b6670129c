import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'

/**
 * One spell: how long it had lasted when it came under observation (0: from its start), how long when it ended or was
 * last seen, and whether it ended. A spell that still runs is censored: it counts for as long as it was seen.
 */
export interface Spell {
  entered: number
  seenUntil: number
  ended: boolean
}

/** The share of spells that last longer than `time`, with its 95 % interval; null where it has none. */
export interface SurvivalStep {
  time: number
  atRisk: number
  survival: number
  low: number | null
  high: number | null
}

/**
 * Kaplan–Meier curve, one step an ending, with log-log intervals after Greenwood. Late entries are at risk only from then on.
 * Source: Kaplan and Meier 1958, JASA 53; the same as R's survfit(Surv(entered, until, ended) ~ 1, conf.type = "log-log").
 */
export function kaplanMeier(spells: readonly Spell[], confidence = 0.95): SurvivalStep[] {
  const z = normalQuantile(1 - (1 - confidence) / 2, 0, 1)
  const endings = countEndings(spells)
  const [entries, exits] = [sorted(spells.map((s) => s.entered)), sorted(spells.map((s) => s.seenUntil))]
  let [survival, greenwood, entered, left] = [1, 0, 0, 0]
  return endings.map(([time, ended]) => {
    while (entered < entries.length && entries[entered]! < time) entered++
    while (left < exits.length && exits[left]! < time) left++
    const atRisk = entered - left
    survival *= 1 - ended / atRisk
    greenwood += ended / (atRisk * (atRisk - ended))
    return { time, atRisk, survival, ...logLog(survival, Math.sqrt(greenwood), z) }
  })
}

/** A median duration in the unit of the spells; each end is null where the curve does not come down to it. */
export interface MedianDuration {
  median: number | null
  low: number | null
  high: number | null
}

/** The median of the curve with its interval; where the curve stands at one half, the middle of that stretch, as R does. */
export function medianDuration(curve: readonly SurvivalStep[]): MedianDuration {
  const reaches = (of: (step: SurvivalStep) => number | null) => {
    const at = curve.findIndex((step) => (of(step) ?? 1) <= 0.5 + half)
    if (at < 0) return null
    const isLevel = Math.abs((of(curve[at]!) ?? 1) - 0.5) < half
    const next = curve[at + 1]
    return isLevel && next ? (curve[at]!.time + next.time) / 2 : curve[at]!.time
  }
  return { median: reaches((s) => s.survival), low: reaches((s) => s.low), high: reaches((s) => s.high) }
}

/** What of a difference from one half is only rounding. */
const half = 1.5e-8

function logLog(survival: number, error: number, z: number): { low: number | null; high: number | null } {
  if (survival <= 1e-12 || survival >= 1) return { low: null, high: null }
  const reach = Math.exp((z * error) / Math.abs(Math.log(survival)))
  return { low: survival ** reach, high: survival ** (1 / reach) }
}

function countEndings(spells: readonly Spell[]): [time: number, ended: number][] {
  const counts = new Map<number, number>()
  for (const { seenUntil, ended } of spells) if (ended) counts.set(seenUntil, (counts.get(seenUntil) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a - b)
}

function sorted(values: number[]): number[] {
  return values.sort((a, b) => a - b)
}
