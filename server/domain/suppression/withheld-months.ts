/**
 * Why a month is withheld: from the first on, or after it had been shown; or, of the country's sums, only from whoever knows one
 * facility's counts. 0 where it is not.
 */
export const withheldCode = { fromFirst: 1, afterShown: 2, besideOwn: 3 } as const

/** Months in which something is withheld: one code a month from `startMonth` on. */
export interface WithheldMonths {
  startMonth: number
  months: number[]
}

export function codeIn(one: WithheldMonths | undefined, month: number): number {
  return one?.months[month - one.startMonth] ?? 0
}

export function isWithheldIn(one: WithheldMonths | undefined, month: number): boolean {
  return codeIn(one, month) > 0
}

/** What is withheld from a reader who knows no facility's counts: without what is withheld from those alone who know one's. */
export function withheldFromAll(one: WithheldMonths | undefined): WithheldMonths | undefined {
  if (!one?.months.includes(withheldCode.besideOwn)) return one
  return { ...one, months: one.months.map((code) => (code === withheldCode.besideOwn ? 0 : code)) }
}

/** Codes by month, of which there is one at least, as an array that begins and ends with one. */
export function withheldMonths(codes: ReadonlyMap<number, number>): WithheldMonths {
  const startMonth = Math.min(...codes.keys())
  const length = Math.max(...codes.keys()) - startMonth + 1
  return { startMonth, months: Array.from({ length }, (_, place) => codes.get(startMonth + place) ?? 0) }
}

export function isSameWithheld(a: WithheldMonths | undefined, b: WithheldMonths | undefined): boolean {
  return a?.startMonth === b?.startMonth && a?.months.join() === b?.months.join()
}
