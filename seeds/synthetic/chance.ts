/**
 * A repeatable source of chance: the same seed and labels give the same draws for ever, on every machine.
 * Each use takes a source of its own, so that one more draw in one place moves nothing in another.
 */
export interface Chance {
  /** Evenly from [0, 1). */
  next(): number
  between(low: number, high: number): number
  /** Around 0 with standard deviation 1. */
  normal(): number
  /** How many events happen where `mean` are expected. */
  poisson(mean: number): number
  /** How many of `count` are hit when each is with `probability`. */
  binomial(count: number, probability: number): number
}

/** The source of chance of one seed and purpose, such as chance(7, 'DOR-01', '2025-04', 'safety'). */
export function chance(seed: number, ...labels: (string | number)[]): Chance {
  return new Source(hash(seed, labels.join('\n')))
}

/** The first that a source gives, from [0, 1): for what is drawn once of each of a hundred thousand things. */
export function portion(seed: number, ...labels: (string | number)[]): number {
  return mixed((hash(seed, labels.join('\n')) + step) >>> 0)
}

/** A class, for sources are made by the million and closures would cost more than the draws. */
class Source implements Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  next(): number {
    this.#state = (this.#state + step) >>> 0
    return mixed(this.#state)
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next()
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next())
  }

  poisson(mean: number): number {
    if (mean <= 0) return 0
    if (mean > wide) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()))
    const floor = Math.exp(-mean)
    let events = 0
    for (let product = this.next(); product > floor; product *= this.next()) events++
    return events
  }

  binomial(count: number, probability: number): number {
    if (count <= 0 || probability <= 0) return 0
    if (probability >= 1) return count
    if (probability > 0.5) return count - this.binomial(count, 1 - probability)
    const variance = count * probability * (1 - probability)
    if (variance > wide) {
      return Math.min(count, Math.max(0, Math.round(count * probability + Math.sqrt(variance) * this.normal())))
    }
    // The gaps between hits are geometric: as many draws as hits, however large the count.
    const scale = Math.log1p(-probability)
    let hits = -1
    for (let at = 0; at <= count; hits++) at += Math.floor(Math.log(1 - this.next()) / scale) + 1
    return hits
  }
}

/** Tommy Ettinger's mulberry32: 32 bits of state, even enough for stories, small enough to read. */
const step = 0x6d2b79f5

function mixed(state: number): number {
  let bits = Math.imul(state ^ (state >>> 15), state | 1)
  bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
  return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296
}

/** FNV-1a over the label, begun at the seed. */
function hash(seed: number, label: string): number {
  let sum = (seed ^ 0x811c9dc5) >>> 0
  for (let at = 0; at < label.length; at++) sum = Math.imul(sum ^ label.charCodeAt(at), 0x01000193)
  return sum >>> 0
}

/** Above this variance the bell curve is near enough and costs one draw. */
const wide = 30
