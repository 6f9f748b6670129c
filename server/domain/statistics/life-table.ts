import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { logLog } from './survival.ts'

/** A stretch of time up to and including `upTo`: how many spells ended in it, and how many were last seen in it, still running. */
export interface LifeTableBand {
  upTo: number
  ended: number
  running: number
}

/** The share of spells that last longer than `time`, with its 95 % interval, and how many are followed beyond it. */
export interface LifeTablePoint {
  time: number
  survival: number
  low: number | null
  high: number | null
  left: number
}

/**
 * How long spells last, from counts by stretch of time: whoever is last seen in a stretch is at risk for half of it. `beyond`
 * are those that ended or ran longer than the last stretch. Ends where nobody is left to follow.
 * Source: Cutler and Ederer 1958, Journal of Chronic Diseases 8 (actuarial estimate), Greenwood's error, log-log interval;
 * without running spells the same as Kaplan–Meier at these times.
 */
export function lifeTable(bands: readonly LifeTableBand[], beyond: number, confidence = 0.95): LifeTablePoint[] {
  const z = normalQuantile(1 - (1 - confidence) / 2, 0, 1)
  let left = bands.reduce((sum, { ended, running }) => sum + ended + running, beyond)
  let [survival, greenwood] = [1, 0]
  const points: LifeTablePoint[] = []
  for (const { upTo, ended, running } of bands) {
    const exposed = left - running / 2
    if (left === 0) break
    survival *= 1 - ended / exposed
    greenwood += ended / (exposed * (exposed - ended))
    left -= ended + running
    points.push({ time: upTo, survival, ...logLog(survival, Math.sqrt(greenwood), z), left })
  }
  return points
}
