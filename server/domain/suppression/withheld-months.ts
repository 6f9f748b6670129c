/** Months in which something is withheld: one place a month from `startMonth` on, 1 where it is. */
export interface WithheldMonths {
  startMonth: number
  months: number[]
}

export function isWithheldIn(one: WithheldMonths | undefined, month: number): boolean {
  return one !== undefined && one.months[month - one.startMonth] === 1
}

/** The months as an array that begins and ends with one that is withheld; undefined where there is none. */
export function withheldMonths(months: ReadonlySet<number>): WithheldMonths | undefined {
  if (months.size === 0) return undefined
  const startMonth = Math.min(...months)
  const length = Math.max(...months) - startMonth + 1
  return { startMonth, months: Array.from({ length }, (_, place) => (months.has(startMonth + place) ? 1 : 0)) }
}

export function monthsOf(one: WithheldMonths | undefined): Set<number> {
  return new Set(one?.months.flatMap((flag, place) => (flag === 1 ? [one.startMonth + place] : [])))
}

export function isSameWithheld(a: WithheldMonths | undefined, b: WithheldMonths | undefined): boolean {
  return a?.startMonth === b?.startMonth && a?.months.join() === b?.months.join()
}
