/** A month in which a kept series does not read as the one that was just made of the truth. */
export interface SeriesDifference {
  month: number
  stored: string
  recomputed: string
}

/** Any series: arrays with one place a month, or with some places a month (sums), from `startMonth` on. */
export interface AnySeries {
  startMonth: number
  reasons: readonly number[]
}

/**
 * Where `stored` and `fresh` are not the same bytes, month by month, each side telling only the arrays that differ.
 * A series that only one side has is one difference, in its first month.
 */
export function seriesDifferences(stored: AnySeries | undefined, fresh: AnySeries | undefined): SeriesDifference[] {
  if (!stored || !fresh) {
    const one = stored ?? fresh
    return one ? [{ month: one.startMonth, stored: extent(stored), recomputed: extent(fresh) }] : []
  }
  const found: SeriesDifference[] = []
  const first = Math.min(stored.startMonth, fresh.startMonth)
  const end = Math.max(endOf(stored), endOf(fresh))
  for (let month = first; month < end; month++) {
    const [kept, made] = [wordsOf(stored, month), wordsOf(fresh, month)]
    const names = [...new Set([...kept.keys(), ...made.keys()])].filter((name) => kept.get(name) !== made.get(name))
    if (names.length > 0) found.push({ month, stored: told(kept, names), recomputed: told(made, names) })
  }
  return found
}

function endOf({ startMonth, reasons }: AnySeries): number {
  return startMonth + reasons.length
}

function extent(series: AnySeries | undefined): string {
  return series ? `${series.reasons.length} months` : 'no series'
}

/** What each array says of a month; nothing for a month outside the series. */
function wordsOf(series: AnySeries, month: number): Map<string, string> {
  const place = month - series.startMonth
  const words = new Map<string, string>()
  if (place < 0 || place >= series.reasons.length) return words
  for (const [name, array] of Object.entries(series)) {
    if (!Array.isArray(array)) continue
    const each = array.length / series.reasons.length
    words.set(name, array.slice(place * each, (place + 1) * each).join(' ') || 'none')
  }
  return words
}

function told(words: ReadonlyMap<string, string>, names: readonly string[]): string {
  if (words.size === 0) return 'no such month'
  return names.map((name) => `${name} ${words.get(name) ?? 'none'}`).join(', ')
}
