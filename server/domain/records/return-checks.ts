import { dimensions } from '../measures/define.ts'
import { findMeasure, measures } from '../measures/index.ts'
import { daysIn } from '../period.ts'
import {
  type Cells,
  type CheckResult,
  type Clause,
  clause,
  type Finding,
  type ReturnToCheck,
  together,
} from './check.ts'
import { codeLists } from './codes.ts'

/** Comparisons of the numbers of one return with each other and with the month before. */

export const arrivals = ['adm_new', 'adm_transfer_in', 'adm_return_escape'] as const
export const departures = ['rel_liberty', 'rel_transfer_out', 'deaths_custody', 'escapes'] as const

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** People at the start and who came, less who left, are the people at the end. */
export function populationIdentity({ cells }: ReturnToCheck): CheckResult {
  const needs = ['pop_opening', ...arrivals, ...departures, 'pop_closing']
  const judge = (...values: number[]) => {
    const found = values.at(-1) ?? Number.NaN
    const leavers = values.slice(1 + arrivals.length, -1)
    const expected = sum(values.slice(0, 1 + arrivals.length)) - sum(leavers)
    return found === expected ? [] : [{ cells: needs, found, expected }]
  }
  return together([clause(cells, needs, judge)])
}

/** A month opens with the people with whom the month before closed. */
export function populationChain({ cells, before = {} }: ReturnToCheck): CheckResult {
  const both = { pop_opening: cells.pop_opening, pop_closing: before.pop_closing }
  return together([
    clause(both, ['pop_opening', 'pop_closing'], (opening, closing) =>
      opening === closing ? [] : [{ cells: ['pop_opening', 'pop_closing'], found: opening, expected: closing }],
    ),
  ])
}

/** Dimensions whose codes divide people without overlap; the special groups overlap and divide nobody. */
const dividing = dimensions.filter(
  (name): name is 'sex' | 'age_group' | 'legal_status' | 'nationality_group' =>
    name !== 'special_group' && name !== 'sex_x_legal_status',
)

/** A complete breakdown adds up to its total; an incomplete one does not exceed it. Tolerates rounding of decimals. */
export function sumOfBreakdowns({ cells }: ReturnToCheck): CheckResult {
  const clauses = measures.flatMap(({ id, breakdowns }) =>
    dividing.filter((name) => breakdowns.includes(name)).flatMap((name) => breakdownClause(cells, id, name)),
  )
  return clauses.length > 0 ? together(clauses) : { state: 'not-checked', missing: [] }
}

function breakdownClause(cells: Cells, measureId: string, dimension: (typeof dividing)[number]): Clause[] {
  const ids = codeLists[dimension].map((code) => `${measureId}@${dimension}:${code}`)
  const reported = ids.filter((id) => cells[id] !== undefined)
  if (reported.length === 0) return []
  const complete = reported.length === ids.length
  return [
    clause(cells, [measureId, ...reported], (total, ...parts) => {
      const found = sum(parts)
      const wrong = complete ? Math.abs(found - total) > 1e-6 : found - total > 1e-6
      return wrong ? [{ cells: [measureId, ...reported], found, expected: total }] : []
    }),
  ]
}

/** Totals that no single measure holds, as the measures that they add up. */
const wholesOfSeveral: readonly { part: string; whole: readonly string[] }[] = [
  { part: 'searches_recorded', whole: ['searches_strip', 'searches_cavity'] },
  { part: 'assaults_serious', whole: ['assaults_pp', 'assaults_staff'] },
  { part: 'adm_family_24h', whole: ['adm_new', 'adm_transfer_in'] },
  { part: 'follow_housed_and_work_90', whole: ['follow_work_90'] },
]

/**
 * No part is larger than its whole: no "of those" measure than any measure above it, and no cell of a breakdown than
 * its total (women than all people). Pairs of which a side was not reported are passed over.
 */
export function subsetNotLarger({ cells }: ReturnToCheck): CheckResult {
  const pairs = [
    ...Object.keys(cells).flatMap((id) => wholesAbove(id).map((whole) => ({ part: id, whole: [whole] }))),
    ...wholesOfSeveral,
  ].filter(({ part, whole }) => [part, ...whole].every((id) => cells[id] !== undefined))
  if (pairs.length === 0) return { state: 'not-checked', missing: [] }
  return together(pairs.map((pair) => partClause(cells, pair)))
}

/** The cells above one: for a cell of a breakdown its total and the same cell of each larger measure. */
function wholesAbove(cell: string): string[] {
  const [measureId = '', breakdown] = cell.split('@')
  const above: string[] = []
  for (let up = findMeasure(measureId)?.partOf; up !== undefined; up = findMeasure(up)?.partOf) above.push(up)
  return breakdown === undefined ? above : [measureId, ...above.map((id) => `${id}@${breakdown}`)]
}

function partClause(cells: Cells, { part, whole }: { part: string; whole: readonly string[] }): Clause {
  return clause(cells, [part, ...whole], (found, ...wholes) => {
    const expected = sum(wholes)
    return found > expected ? [{ cells: [part, ...whole], found, expected }] : []
  })
}

/**
 * Person-days lie between the days times the lowest and the highest count that the month's movements allow.
 * Exactly the days times the last count, although people came or went, is a warning: the number looks copied.
 */
export function personDaysRange({ month, cells }: ReturnToCheck): CheckResult {
  const needs = ['person_days', 'pop_opening', 'pop_closing', ...arrivals, ...departures]
  const judge = (personDays: number, opening: number, closing: number, ...moves: number[]): Finding[] => {
    const days = daysIn(month)
    const came = sum(moves.slice(0, arrivals.length))
    const left = sum(moves.slice(arrivals.length))
    const least = days * Math.max(0, opening - left)
    const most = days * Math.min(opening + came, cells.pop_peak ?? Number.POSITIVE_INFINITY)
    const compared = { cells: ['person_days'], found: personDays }
    if (personDays < least) return [{ ...compared, expected: least }]
    if (personDays > most) return [{ ...compared, expected: most }]
    const copied = personDays === days * closing && came + left > 0
    return copied
      ? [{ cells: ['person_days', 'pop_closing'], found: personDays, expected: closing, level: 'warning' }]
      : []
  }
  return together([clause(cells, needs, judge)])
}

/** Days, persons and lengths of solitary agree. That persons come from starts is a warning: merged gaps are no starts. */
export function solitaryBounds({ cells, before = {} }: ReturnToCheck): CheckResult {
  const withBefore = { ...cells, 'before:sol_in_place': before.sol_in_place }
  return together([
    partClause(cells, { part: 'sol_person_days', whole: ['person_days'] }),
    clause(
      withBefore,
      ['sol_persons', 'sol_starts', 'sol_transfer_in', 'before:sol_in_place'],
      (persons, ...sources) => {
        const expected = sum(sources)
        const compared = ['sol_persons', 'sol_starts', 'sol_transfer_in', 'sol_in_place']
        return persons > expected ? [{ cells: compared, found: persons, expected, level: 'warning' }] : []
      },
    ),
    clause(cells, ['sol_over15', 'sol_longest_days'], (over, longest) =>
      over > 0 === longest > 15
        ? []
        : [{ cells: ['sol_over15', 'sol_longest_days'], found: over, expected: longest > 15 ? 1 : 0 }],
    ),
  ])
}

/** People in solitary at the end of a month leave a trace in the next: a start or a day. */
export function solitaryCarryOver({ cells, before = {} }: ReturnToCheck): CheckResult {
  const all = { ...cells, 'before:sol_in_place': before.sol_in_place }
  return together([
    clause(all, ['before:sol_in_place', 'sol_starts', 'sol_person_days'], (held, starts, days) =>
      held > 0 && starts === 0 && days === 0
        ? [{ cells: ['sol_in_place', 'sol_starts', 'sol_person_days'], found: days, expected: held }]
        : [],
    ),
  ])
}
