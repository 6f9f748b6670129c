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
  const seen = spells.filter(isSeen)
  const endings = countEndings(seen)
  const [entries, exits] = [sorted(seen.map((s) => s.entered)), sorted(seen.map((s) => s.seenUntil))]
  let [survival, greenwood, entered, left] = [1, 0, 0, 0]
  return endings.map(([time, ended]) => {
    while (entered < entries.length && (entries[entered] === 0 || entries[entered]! < time)) entered++
    while (left < exits.length && exits[left]! < time) left++
    const atRisk = entered - left
    survival *= 1 - ended / atRisk
    greenwood += ended / (atRisk * (atRisk - ended))
    return { time, atRisk, survival, ...logLog(survival, Math.sqrt(greenwood), z) }
  })
}

/** A spell seen from its start may end within the same day; one that came later must have been seen for some time. */
function isSeen({ entered, seenUntil }: Spell): boolean {
  return entered === 0 ? seenUntil >= 0 : seenUntil > entered
}

/** A median duration in the unit of the spells; each end is null where the curve does not come down to it. */
export interface MedianDuration {
  median: number | null
  low: number | null
  high: number | null
}

/**
 * The median of the curve with its interval; where the curve (or a limit) stands at one half, the middle of that stretch.
 * Source: Brookmeyer and Crowley 1982, Biometrics 38, on the log-log scale; ties as R's print(survfit(…)).
 */
export function medianDuration(curve: readonly SurvivalStep[]): MedianDuration {
  const reaches = (of: (step: SurvivalStep) => number | null) => {
    const below = curve.flatMap((step) => {
      const share = of(step)
      return share !== null && share < 0.5 + rounding ? { time: step.time, share } : []
    })
    const first = below[0]
    if (!first) return null
    const next = below.find(({ share }) => share < first.share)
    return Math.abs(first.share - 0.5) < rounding && next ? (first.time + next.time) / 2 : first.time
  }
  return { median: reaches((s) => s.survival), low: reaches((s) => s.low), high: reaches((s) => s.high) }
}

/** What of a difference from one half is only rounding. */
const rounding = 1.5e-8

/** The log-log interval of a share that survives, from the error of its logarithm (Greenwood); none at 0 and 1. */
export function logLog(survival: number, error: number, z: number): { low: number | null; high: number | null } {
  if (survival <= 0 || survival >= 1) return { low: null, high: null }
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
