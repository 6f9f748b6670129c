import { type Cells, type CheckResult, clause, type Finding, type ReturnToCheck, together } from './check.ts'

/** Signs that the numbers of a return were not counted: steps without cause, silences, copies and roundings. */

/** Certified places change only with a new certificate. */
export function capacityStep({ cells, before = {}, newCertificate }: ReturnToCheck): CheckResult {
  if (newCertificate === undefined) return { state: 'not-checked', missing: [] }
  const both = { now: cells.capacity_certified, before: before.capacity_certified }
  if (both.now === undefined || both.before === undefined)
    return { state: 'not-checked', missing: ['capacity_certified'] }
  if (newCertificate || both.now === both.before) return { state: 'holds' }
  return { state: 'fails', findings: [{ cells: ['capacity_certified'], found: both.now, expected: both.before }] }
}

/** Below this many values a share says nothing; the number is ours. */
const fewestValues = 10
const tooMany = 0.6
/** Small counts end in 0 or 5 by themselves. */
const roundFrom = 20

/** More than 60 % of the values unchanged from the month before, or, among those of 20 or more, ending in 0 or 5. */
export function flatOrRounded(given: Pick<ReturnToCheck, 'cells' | 'before'>): CheckResult {
  const results = [unchangedValues(given), roundedValues(given)]
  const findings = results.flatMap((result) => (result.state === 'fails' ? result.findings : []))
  if (findings.length > 0) return { state: 'fails', findings }
  return results.find(({ state }) => state === 'not-checked') ?? { state: 'holds' }
}

/** More than 60 % of the totals the same as in the month before; a nought that stays nought is no sign of copying. */
export function unchangedValues({ cells, before = {} }: Pick<ReturnToCheck, 'cells' | 'before'>): CheckResult {
  const repeated = totalsOf(cells).filter((id) => before[id] !== undefined && !(cells[id] === 0 && before[id] === 0))
  return tooLargeShare(repeated, (id) => cells[id] === before[id])
}

/** More than 60 % of the totals of 20 or more end in 0 or 5. */
export function roundedValues({ cells }: Pick<ReturnToCheck, 'cells'>): CheckResult {
  const large = totalsOf(cells).filter((id) => (cells[id] ?? 0) >= roundFrom)
  return tooLargeShare(large, (id) => (cells[id] ?? 0) % 5 === 0)
}

/** Only totals are looked at: their groups would repeat what they say. */
function totalsOf(cells: Cells): string[] {
  return Object.keys(cells).filter((id) => cells[id] !== undefined && !id.includes('@'))
}

function tooLargeShare(ids: readonly string[], odd: (id: string) => boolean): CheckResult {
  if (ids.length < fewestValues) return { state: 'not-checked', missing: [] }
  const cells = ids.filter(odd)
  const found = cells.length / ids.length
  return found > tooMany ? { state: 'fails', findings: [{ cells, found, expected: tooMany }] } : { state: 'holds' }
}

/** Staff in post are no more than 1.2 times the funded posts, and change by no more than 15 % in a month. */
export function staffPlausible({ cells, before = {} }: ReturnToCheck): CheckResult {
  const change = { now: cells.staff_custodial_fte, before: before.staff_custodial_fte }
  return together([
    clause(cells, ['staff_custodial_fte', 'staff_custodial_funded'], (inPost, funded) => {
      const expected = funded * 1.2
      return inPost > expected
        ? [{ cells: ['staff_custodial_fte', 'staff_custodial_funded'], found: inPost, expected }]
        : []
    }),
    change.now === undefined || change.before === undefined
      ? { missing: ['staff_custodial_fte'] }
      : { findings: stepOf(change.now, change.before) },
  ])
}

function stepOf(found: number, expected: number): Finding[] {
  return Math.abs(found - expected) > 0.15 * expected ? [{ cells: ['staff_custodial_fte'], found, expected }] : []
}

/** What was returned and what events give differ by no more than 2 % or 3, whichever is larger. */
export function returnedVersusDerived({ cells, derived }: ReturnToCheck): CheckResult {
  const shared = Object.keys(cells).filter((id) => cells[id] !== undefined && derived?.[id] !== undefined)
  if (derived === undefined || shared.length === 0) return { state: 'not-checked', missing: [] }
  const findings = shared.flatMap((id): Finding[] => {
    const [found, expected] = [cells[id] ?? 0, derived[id] ?? 0]
    return Math.abs(found - expected) > Math.max(3, 0.02 * expected) ? [{ cells: [id], found, expected }] : []
  })
  return findings.length > 0 ? { state: 'fails', findings } : { state: 'holds' }
}
