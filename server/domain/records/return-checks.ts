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

function pick(cells: Cells, ...ids: string[]): Cells {
  return Object.fromEntries(ids.map((id) => [id, cells[id]]))
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

/** How long somebody may be on the way from one facility to another. Source: the catalogue, check X05. */
const daysOnTheWay = 2

/**
 * Over the country as many came by transfer as left by it, but for those who were on the way when the month began or ended: no
 * more than leave or arrive in two days.
 */
export function transferBalance({ month, country = {} }: ReturnToCheck): CheckResult {
  const cells = ['adm_transfer_in', 'rel_transfer_out']
  return together([
    clause(country, cells, (found, expected) => {
      const onTheWay = Math.ceil((Math.max(found, expected) * daysOnTheWay) / daysIn(month))
      return Math.abs(found - expected) > onTheWay ? [{ cells, found, expected }] : []
    }),
  ])
}

/** Dimensions whose codes divide people without overlap; the special groups overlap and divide nobody. */
const dividing = dimensions.filter(
  (name): name is 'sex' | 'age_group' | 'legal_status' | 'nationality_group' =>
    name !== 'special_group' && name !== 'sex_x_legal_status',
)

/** Each cell of a breakdown that divides, with its whole and all parts: found once, because every month asks for hundreds. */
const breakdownOf = new Map(
  measures.flatMap(({ id, breakdowns }) =>
    dividing
      .filter((name) => breakdowns.includes(name))
      .flatMap((name) => {
        const parts = codeLists[name].map((code) => `${id}@${name}:${code}`)
        const breakdown = { whole: id, parts }
        return parts.map((part) => [part, breakdown] as const)
      }),
  ),
)

/** A complete breakdown adds up to its total; an incomplete one does not exceed it. Tolerates rounding of decimals. */
export function sumOfBreakdowns({ cells }: ReturnToCheck): CheckResult {
  const reported = new Set<{ whole: string; parts: readonly string[] }>()
  for (const cell of Object.keys(cells)) {
    const breakdown = breakdownOf.get(cell)
    if (breakdown && cells[cell] !== undefined) reported.add(breakdown)
  }
  const clauses = [...reported].map(({ whole, parts }) => breakdownClause(cells, whole, parts))
  return clauses.length > 0 ? together(clauses) : { state: 'not-checked', missing: [] }
}

function breakdownClause(cells: Cells, whole: string, parts: readonly string[]): Clause {
  const reported = parts.filter((id) => cells[id] !== undefined)
  const total = cells[whole]
  if (total === undefined) return { missing: [whole] }
  const found = reported.reduce((all, id) => all + cells[id]!, 0)
  const isWrong = reported.length === parts.length ? Math.abs(found - total) > 1e-6 : found - total > 1e-6
  return { findings: isWrong ? [{ cells: [whole, ...reported], found, expected: total }] : [] }
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
  const findings: Finding[] = []
  let compared = 0
  const compare = (part: string, whole: readonly string[]) => {
    const found = cells[part]
    if (found === undefined || whole.some((id) => cells[id] === undefined)) return
    compared++
    const expected = sum(whole.map((id) => cells[id]!))
    if (found > expected) findings.push({ cells: [part, ...whole], found, expected })
  }
  for (const part of Object.keys(cells)) for (const whole of wholesAbove(part)) compare(part, whole)
  for (const { part, whole } of wholesOfSeveral) compare(part, whole)
  if (compared === 0) return { state: 'not-checked', missing: [] }
  return findings.length > 0 ? { state: 'fails', findings } : { state: 'holds' }
}

/** The cells above each cell that was ever asked for: a whole country asks for the same ones. */
const above = new Map<string, readonly (readonly [string])[]>()

function wholesAbove(cell: string): readonly (readonly [string])[] {
  const known = above.get(cell) ?? findWholes(cell).map((whole) => [whole] as const)
  above.set(cell, known)
  return known
}

/** The cells above one: for a cell of a breakdown its total and the same cell of each larger measure. */
function findWholes(cell: string): string[] {
  const [measureId = '', breakdown] = cell.split('@')
  const wholes: string[] = []
  for (let up = findMeasure(measureId)?.partOf; up !== undefined; up = findMeasure(up)?.partOf) wholes.push(up)
  return breakdown === undefined ? wholes : [measureId, ...wholes.map((id) => `${id}@${breakdown}`)]
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
  const persons = pick(cells, 'sol_persons', 'sol_starts', 'sol_transfer_in')
  const withBefore = { ...persons, 'before:sol_in_place': before.sol_in_place }
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
  const all = { ...pick(cells, 'sol_starts', 'sol_person_days'), 'before:sol_in_place': before.sol_in_place }
  return together([
    clause(all, ['before:sol_in_place', 'sol_starts', 'sol_person_days'], (held, starts, days) =>
      held > 0 && starts === 0 && days === 0
        ? [{ cells: ['sol_in_place', 'sol_starts', 'sol_person_days'], found: days, expected: held }]
        : [],
    ),
  ])
}
