import { type CellId, groupCell } from '../../../server/domain/measures/index.ts'
import { codeLists } from '../../../server/domain/records/codes.ts'
import { heldOnOtherLaw } from '../../../server/domain/suppression/blocks.ts'
import { addUp, type Identity } from './attacker.ts'
import type { CountedFacility } from './published.ts'

/** Whole numbers below a limit, the same for the same seed (mulberry32). */
export type Draw = (below: number) => number

export function drawFrom(seed: number): Draw {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

const sexes = ['female', 'male'] as const
const awaiting = ['pretrial', 'detained_without_charge'] as const
const statuses = [...awaiting, 'sentenced_final', 'civil', 'administrative'] as const
const nationalities = ['national', 'foreign_resident', 'stateless_or_unknown'] as const
const ages = ['18_20', '21_24', '30_39'] as const
const flows = ['adm_new', 'adm_transfer_in', 'rel_liberty', 'rel_transfer_out'] as const

const lengths = [
  { id: 'pretrial_spells_24m', dimension: 'pretrial_length' },
  { id: 'sol_episodes_12m', dimension: 'solitary_length' },
] as const

const cell = (text: string) => text as CellId

/** What holds among the counts of every facility of these countries. */
export const identities: readonly Identity[] = [
  addUp(
    'pop_closing',
    sexes.map((sex) => cell(`pop_closing@sex:${sex}`)),
  ),
  addUp(
    'pop_closing',
    statuses.map((status) => cell(`pop_closing@legal_status:${status}`)),
  ),
  addUp(
    'pop_closing',
    nationalities.map((one) => cell(`pop_closing@nationality_group:${one}`)),
  ),
  addUp(
    'foreign_closing',
    nationalities.slice(1).map((one) => cell(`pop_closing@nationality_group:${one}`)),
  ),
  addUp(
    'pretrial_closing',
    awaiting.map((one) => cell(`pop_closing@legal_status:${one}`)),
  ),
  addUp(cell(heldOnOtherLaw.id), heldOnOtherLaw.cells),
  ...sexes.map((sex) =>
    addUp(
      cell(`pop_closing@sex:${sex}`),
      statuses.map((one) => cell(`pop_closing@sex_x_legal_status:${sex}_x_${one}`)),
    ),
  ),
  ...statuses.map((one) =>
    addUp(
      cell(`pop_closing@legal_status:${one}`),
      sexes.map((sex) => cell(`pop_closing@sex_x_legal_status:${sex}_x_${one}`)),
    ),
  ),
  ...flows.map((flow) =>
    addUp(
      flow,
      sexes.map((sex) => cell(`${flow}@sex:${sex}`)),
    ),
  ),
  addUp(
    'pop_opening',
    sexes.map((sex) => cell(`pop_opening@sex:${sex}`)),
  ),
  ...['', '@sex:female', '@sex:male'].map(
    (of): Identity => [
      [cell(`pop_opening${of}`), 1],
      [cell(`adm_new${of}`), 1],
      [cell(`adm_transfer_in${of}`), 1],
      [cell(`rel_liberty${of}`), -1],
      [cell(`rel_transfer_out${of}`), -1],
      [cell(`pop_closing${of}`), -1],
    ],
  ),
  ...lengths.map(({ id, dimension }) =>
    addUp(
      id,
      codeLists[dimension].map((code) => groupCell(id, dimension, code)),
    ),
  ),
  ...(['self_harm_events', 'force_uses'] as const).flatMap((one) => [
    addUp(
      one,
      sexes.map((sex) => cell(`${one}@sex:${sex}`)),
    ),
    addUp(
      one,
      ages.map((age) => cell(`${one}@age_group:${age}`)),
    ),
  ]),
]

/** What a country counts; families that nothing links are attacked one by one. */
export const subjects = ['people', 'flows', 'incidents', 'lengths'] as const
export type Subject = (typeof subjects)[number]

/** A country of a few facilities in two or three regions, with counts that add up. */
export function drawCountry(subject: Subject, draw: Draw): CountedFacility[] {
  const regions = 2 + draw(2)
  return Array.from({ length: 4 + draw(6) }, (_, at) => ({
    id: `f${at}`,
    placeIds: ['country', `r${draw(regions)}`],
    counts: drawCounts(subject, draw),
  }))
}

/** All counts of a facility, drawn by subject. */
export function drawCounts(subject: Subject, draw: Draw): Map<CellId, number> {
  const counts = new Map<CellId, number>()
  if (subject === 'incidents') drawAllIncidents(counts, draw)
  else if (subject === 'lengths') drawLengths(counts, draw)
  else drawPeople(counts, subject, draw)
  return counts
}

/** The counts after the smallest of corrections: one person or event more or less, in every count that holds it. */
export function nudgeCounts(before: ReadonlyMap<CellId, number>, subject: Subject, draw: Draw): Map<CellId, number> {
  const counts = new Map(before)
  // Of incidents some counts are parts: one less might leave fewer than those.
  const by = subject === 'incidents' || draw(2) === 0 ? 1 : -1
  const cells = cellsOfOne(subject, draw).map(cell)
  const isPossible = cells.every((one) => counts.has(one) && counts.get(one)! + by >= 0)
  if (isPossible) for (const one of cells) counts.set(one, counts.get(one)! + by)
  return counts
}

/** The counts of which one person or event is a part. */
function cellsOfOne(subject: Subject, draw: Draw): string[] {
  const sex = sexes[draw(sexes.length)]!
  if (subject === 'incidents') {
    const incident = (['self_harm_events', 'force_uses'] as const)[draw(2)]!
    return [incident, `${incident}@sex:${sex}`, `${incident}@age_group:${ages[draw(ages.length)]}`]
  }
  if (subject === 'lengths') {
    const { id, dimension } = lengths[draw(lengths.length)]!
    return [id, groupCell(id, dimension, codeLists[dimension][draw(codeLists[dimension].length)]!)]
  }
  if (subject === 'flows') return ['adm_new', 'pop_closing'].flatMap((one) => [one, `${one}@sex:${sex}`])
  const status = statuses[draw(statuses.length)]!
  const nationality = nationalities[draw(nationalities.length)]!
  return [
    ...['', `@sex:${sex}`, `@legal_status:${status}`, `@sex_x_legal_status:${sex}_x_${status}`].map(
      (of) => `pop_closing${of}`,
    ),
    `pop_closing@nationality_group:${nationality}`,
    ...(nationality === 'national' ? [] : ['foreign_closing']),
    ...((awaiting as readonly string[]).includes(status) ? ['pretrial_closing'] : []),
  ]
}

function drawPeople(counts: Map<CellId, number>, subject: Subject, draw: Draw): void {
  const add = (id: string, by: number) => counts.set(cell(id), (counts.get(cell(id)) ?? 0) + by)
  const isMenOnly = draw(3) === 0
  for (const sex of sexes) {
    for (const status of statuses) {
      const people = sex === 'female' && isMenOnly ? 0 : sized(draw, sex === 'male' ? 60 : 12)
      add('pop_closing', people)
      add(`pop_closing@sex:${sex}`, people)
      if (subject === 'flows') continue
      add(`pop_closing@legal_status:${status}`, people)
      add(`pop_closing@sex_x_legal_status:${sex}_x_${status}`, people)
    }
  }
  if (subject === 'flows') {
    for (const sex of sexes) drawFlows(counts, sex, sex === 'female' && isMenOnly, draw)
    return
  }
  drawNationalities(counts, draw)
  const untried = awaiting.map((one) => counts.get(cell(`pop_closing@legal_status:${one}`))!)
  counts.set('pretrial_closing', untried[0]! + untried[1]!)
}

function drawAllIncidents(counts: Map<CellId, number>, draw: Draw): void {
  for (const incident of ['self_harm_events', 'force_uses'] as const) drawIncidents(counts, incident, draw)
  for (const part of ['self_harm_in_separation', 'force_reported', 'force_medical'] as const) {
    const whole = counts.get(part.startsWith('force') ? 'force_uses' : 'self_harm_events') ?? 0
    counts.set(part, whole - Math.min(whole, draw(4)))
  }
  for (const one of ['sexual_violence', 'complaints_received'] as const) counts.set(one, sized(draw, 9))
}

/** Spells by how long they last: what the curve beside a median is made of, point for point. */
function drawLengths(counts: Map<CellId, number>, draw: Draw): void {
  for (const { id, dimension } of lengths) {
    const groups = codeLists[dimension].map((code) => [groupCell(id, dimension, code), sized(draw, 30)] as const)
    for (const [group, spells] of groups) counts.set(group, spells)
    counts.set(
      id,
      groups.reduce((sum, [, spells]) => sum + spells, 0),
    )
  }
}

/** Small numbers often, nought often, larger ones sometimes. */
function sized(draw: Draw, most: number): number {
  const kind = draw(4)
  if (kind === 0) return 0
  return kind === 1 ? 1 + draw(4) : draw(most + 1)
}

function split(total: number, parts: number, draw: Draw): number[] {
  const cuts = Array.from({ length: parts - 1 }, () => draw(total + 1)).sort((a, b) => a - b)
  return [...cuts, total].map((cut, at) => cut - (cuts[at - 1] ?? 0))
}

function drawNationalities(counts: Map<CellId, number>, draw: Draw): void {
  const parts = split(counts.get('pop_closing')!, nationalities.length, draw)
  for (const [at, one] of nationalities.entries()) counts.set(cell(`pop_closing@nationality_group:${one}`), parts[at]!)
  counts.set('foreign_closing', parts[1]! + parts[2]!)
}

function drawFlows(counts: Map<CellId, number>, sex: string, isNobody: boolean, draw: Draw): void {
  const add = (id: string, by: number) => counts.set(cell(id), (counts.get(cell(id)) ?? 0) + by)
  let opening = counts.get(cell(`pop_closing@sex:${sex}`))!
  for (const flow of flows) {
    const people = isNobody ? 0 : flow.startsWith('adm') ? Math.min(opening, sized(draw, 20)) : sized(draw, 20)
    add(flow, people)
    add(`${flow}@sex:${sex}`, people)
    opening += flow.startsWith('adm') ? -people : people
  }
  add('pop_opening', opening)
  add(`pop_opening@sex:${sex}`, opening)
}

function drawIncidents(counts: Map<CellId, number>, incident: string, draw: Draw): void {
  const total = sized(draw, 25)
  counts.set(cell(incident), total)
  for (const [at, part] of split(total, 2, draw).entries()) counts.set(cell(`${incident}@sex:${sexes[at]}`), part)
  for (const [at, part] of split(total, 3, draw).entries()) counts.set(cell(`${incident}@age_group:${ages[at]}`), part)
}
