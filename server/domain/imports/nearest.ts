/** How a name is compared: without case, accents' form or the number of spaces. */
export function folded(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}

/** Steps (insert, delete, replace) from one word to another. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[to.length]!
}

/** The candidate that `name` was probably meant to be, or undefined when none is near (more than a third of it differs). */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = folded(name)
  let best: { candidate: string; away: number } | undefined
  for (const candidate of candidates) {
    const other = folded(candidate)
    const away = other.includes(wanted) || wanted.includes(other) ? 1 : distance(wanted, other)
    if (candidate && (!best || away < best.away)) best = { candidate, away }
  }
  return best && best.away <= Math.max(1, Math.ceil(wanted.length / 3)) ? best.candidate : undefined
}
