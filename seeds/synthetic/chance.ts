/**
 * A repeatable source of chance: the same seed and labels give the same draws for ever, on every machine.
 * Each use takes a source of its own, so that one more draw in one place moves nothing in another.
 */
export interface Chance {
  /** Evenly from [0, 1). */
  next: () => number
  between: (low: number, high: number) => number
  /** Around 0 with standard deviation 1. */
  normal: () => number
  /** How many events happen where `mean` are expected. */
  poisson: (mean: number) => number
  /** How many of `count` are hit when each is with `probability`. */
  binomial: (count: number, probability: number) => number
}

/** The source of chance of one seed and purpose, such as chance(7, 'DOR-01', '2025-04', 'safety'). */
export function chance(seed: number, ...labels: (string | number)[]): Chance {
  const next = mulberry32(hash(seed, labels.join('\n')))
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return {
    next,
    normal,
    between: (low, high) => low + (high - low) * next(),
    poisson: (mean) => poisson(mean, next, normal),
    binomial: (count, probability) => binomial(count, probability, next, normal),
  }
}

/** Tommy Ettinger's mulberry32: 32 bits of state, even enough for stories, small enough to read. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** FNV-1a over the label, begun at the seed. */
function hash(seed: number, label: string): number {
  let sum = (seed ^ 0x811c9dc5) >>> 0
  for (let at = 0; at < label.length; at++) sum = Math.imul(sum ^ label.charCodeAt(at), 0x01000193)
  return sum >>> 0
}

/** Above this variance the bell curve is near enough and costs one draw. */
const wide = 30

function poisson(mean: number, next: () => number, normal: () => number): number {
  if (mean <= 0) return 0
  if (mean > wide) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()))
  const floor = Math.exp(-mean)
  let events = 0
  for (let product = next(); product > floor; product *= next()) events++
  return events
}

function binomial(count: number, probability: number, next: () => number, normal: () => number): number {
  if (count <= 0 || probability <= 0) return 0
  if (probability >= 1) return count
  if (probability > 0.5) return count - binomial(count, 1 - probability, next, normal)
  const variance = count * probability * (1 - probability)
  if (variance > wide) {
    return Math.min(count, Math.max(0, Math.round(count * probability + Math.sqrt(variance) * normal())))
  }
  // The gaps between hits are geometric: as many draws as hits, however large the count.
  const scale = Math.log1p(-probability)
  let hits = -1
  for (let at = 0; at <= count; hits++) at += Math.floor(Math.log(1 - next()) / scale) + 1
  return hits
}
