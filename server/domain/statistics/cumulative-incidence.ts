import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'

/** One wait: its length so far, and how it ended; 'running' where it has not. */
export interface Wait {
  time: number
  end: 'happened' | 'competing' | 'running'
}

/**
 * The share of all waits in which the thing waited for has happened by `time`, with its 95 % log-log interval (null where
 * the share is 0 or 1). A competing end (release, transfer) makes it impossible and is no censoring: 1 − Kaplan–Meier would
 * say too much. Null where nobody waited.
 * Source: Aalen and Johansen 1978, Scandinavian Journal of Statistics 5; variance by the infinitesimal jackknife, as R's
 * survfit(Surv(time, factor(end)) ~ 1, conf.type = "log-log").
 */
export function cumulativeIncidence(waits: readonly Wait[], time: number, confidence = 0.95) {
  if (waits.length === 0) return null
  const times = [...new Set(waits.filter((w) => w.end !== 'running' && w.time <= time).map((w) => w.time))].sort(
    (a, b) => a - b,
  )
  let [survival, share] = [1, 0]
  // How much each wait, weighed a little more, would move the survival and the share.
  const [bySurvival, byShare] = [waits.map(() => 0), waits.map(() => 0)]
  for (const at of times) {
    const risk = waits.filter((w) => w.time >= at).length
    const ends = (end: Wait['end']) => waits.filter((w) => w.time === at && w.end === end).length
    const [happens, all] = [ends('happened') / risk, (ends('happened') + ends('competing')) / risk]
    waits.forEach((wait, i) => {
      const isAtRisk = wait.time >= at ? 1 : 0
      const endsNow = wait.time === at && wait.end !== 'running' ? 1 : 0
      const happensNow = endsNow && wait.end === 'happened' ? 1 : 0
      byShare[i]! += bySurvival[i]! * happens + (survival * (happensNow - isAtRisk * happens)) / risk
      bySurvival[i] = bySurvival[i]! * (1 - all) - (survival * (endsNow - isAtRisk * all)) / risk
    })
    share += survival * happens
    survival *= 1 - all
  }
  const error = Math.sqrt(byShare.reduce((sum, influence) => sum + influence * influence, 0))
  return { share, error, interval: logLog(share, error, confidence) }
}

function logLog(share: number, error: number, confidence: number) {
  if (share <= 0 || share >= 1 || error === 0) return null
  const reach = (normalQuantile(1 - (1 - confidence) / 2, 0, 1) * error) / (share * Math.abs(Math.log(share)))
  return { low: share ** Math.exp(reach), high: share ** Math.exp(-reach) }
}
