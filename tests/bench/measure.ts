/** How long `work` took, in milliseconds, with its answer. */
export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const start = performance.now()
  const value = await work()
  return { ms: performance.now() - start, value }
}

/** The middle and the nineteen-in-twenty of some times. */
export interface Spread {
  p50: number
  p95: number
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95) }
}

/** Asks `count` times with `connections` askers side by side, after some askings that are not counted. */
export async function asked(
  connections: number,
  count: number,
  question: (turn: number) => Promise<unknown>,
): Promise<Spread> {
  const times: number[] = []
  let turn = 0
  const asker = async (until: number, isCounted: boolean) => {
    while (turn < until) {
      const { ms } = await timed(() => question(turn++))
      if (isCounted) times.push(ms)
    }
  }
  const all = (until: number, isCounted: boolean) =>
    Promise.all(Array.from({ length: connections }, () => asker(until, isCounted)))
  const warming = Math.max(3, connections)
  await all(warming, false)
  await all(warming + count, true)
  return spreadOf(times)
}

/** Runs `work` and gives the most memory that this process took meanwhile, beyond what it had before. */
export async function memoryPeak<T>(work: () => Promise<T>): Promise<{ bytes: number; value: T }> {
  const before = process.memoryUsage.rss()
  let most = before
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  try {
    const value = await work()
    return { bytes: most - before, value }
  } finally {
    clearInterval(look)
  }
}
