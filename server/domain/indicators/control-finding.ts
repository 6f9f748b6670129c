import type { ControlChart } from '../statistics/control-chart.ts'

/** Months that follow each other on one side of the median, as places of the first and the last. */
export interface Run {
  first: number
  last: number
  side: 'above' | 'below'
  /** Months in it; one on the median is none. */
  months: number
}

/** What a control chart shows: the places of the months beyond its limits, and its runs. */
export interface ControlFinding {
  outside: number[]
  runs: Run[]
}

export function findingOf({ points, median }: Extract<ControlChart, { state: 'chart' }>): ControlFinding {
  const outside = points.flatMap((point, at) =>
    point?.signals.some((signal) => signal === 'above-limit' || signal === 'below-limit') ? [at] : [],
  )
  const runs: Run[] = []
  let open: Run | null = null
  points.forEach((point, at) => {
    const side = point?.signals.includes('run-above') ? 'above' : point?.signals.includes('run-below') ? 'below' : null
    // A month on the median stands in the run without being of it.
    if (side === null && point?.value === median) return
    if (side === null) open = null
    else if (open?.side === side) Object.assign(open, { last: at, months: open.months + 1 })
    else {
      open = { first: at, last: at, side, months: 1 }
      runs.push(open)
    }
  })
  return { outside, runs }
}
