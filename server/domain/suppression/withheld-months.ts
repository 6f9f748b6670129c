/** Why a month is withheld: from the first on, or after it had been shown; 0 where it is not. */
export const withheldCode = { fromFirst: 1, afterShown: 2 } as const

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

/** Codes by month, of which there is one at least, as an array that begins and ends with one. */
export function withheldMonths(codes: ReadonlyMap<number, number>): WithheldMonths {
  const startMonth = Math.min(...codes.keys())
  const length = Math.max(...codes.keys()) - startMonth + 1
  return { startMonth, months: Array.from({ length }, (_, place) => codes.get(startMonth + place) ?? 0) }
}

export function isSameWithheld(a: WithheldMonths | undefined, b: WithheldMonths | undefined): boolean {
  return a?.startMonth === b?.startMonth && a?.months.join() === b?.months.join()
}
