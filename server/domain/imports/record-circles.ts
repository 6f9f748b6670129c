/** The records among `corrections` that lie on a circle: each superseding the next, and the last the first. */
export function circles(corrections: readonly { own: string | null; supersedes: string }[]): Set<string> {
  const before = new Map(corrections.flatMap(({ own, supersedes }) => (own ? [[own, supersedes] as const] : [])))
  const turning = new Set<string>()
  const walked = new Set<string>()
  for (const start of before.keys()) {
    const path: string[] = []
    let at: string | undefined = start
    while (at !== undefined && !walked.has(at)) {
      walked.add(at)
      path.push(at)
      at = before.get(at)
    }
    const begin = at === undefined ? -1 : path.indexOf(at)
    if (begin >= 0) for (const record of path.slice(begin)) turning.add(record)
  }
  return turning
}
