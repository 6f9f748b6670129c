import { indicators } from '../indicators/index.ts'
import { versionsOf } from '../indicators/versions.ts'
import { type CellId, cellParts, findMeasure, type MeasureId, measures } from '../measures/index.ts'

/**
 * A count from 1 to 4 could be recognised (records.yaml, suppression). Nought is no small number: nobody is in it, and a
 * confirmed nought is shown as one.
 */
export const fewBelow = 5

/** Under this many persons or episodes no mean or median is shown outside the facility and the inspectorate (catalogue). */
export const fewestForTypical = 10

export function isFew(count: number): boolean {
  return count > 0 && count < fewBelow
}

/** Sections whose counts are about health, complaints and incidents: the ministry sees none from 1 to 4. */
const sections: readonly string[] = ['health', 'safety', 'complaints', 'women']

/** Of those sections what says nothing of a person: arrivals, searches of cells, shifts, what people were told. */
const impersonal: readonly MeasureId[] = [
  'adm_all',
  'adm_screened_24h',
  'searches_cell',
  'searches_cell_recorded',
  'info_given_24h',
  'women_units_shifts',
  'women_units_shifts_women',
]

/** Hard limits that the ministry sees under its small-number rule all the same (corrections.md, access and secrecy). */
const underRule: readonly string[] = ['injury-reported-share', 'ill-treatment-referred']

/**
 * Counts behind a hard limit. One case is one case: they are shown as a count to whoever must act, because protection
 * outweighs the risk of disclosure, and never by group.
 */
export const hardLimitMeasures: ReadonlySet<MeasureId> = new Set(
  indicators
    .flatMap(versionsOf)
    .filter((one) => one.smallNumbers === 'hard-limit' && !underRule.includes(one.id))
    .flatMap((one) => Object.values(one.needs))
    .map((cell) => cellParts(cell).measureId)
    .filter((id) => id !== 'deaths_custody'),
)

/**
 * Measures that are a group of another one. Who awaits trial and who is a foreign national are no such groups: each is the
 * figure of an indicator that the catalogue shows with both its counts (unsentenced-share, which is SDG 16.3.2, and
 * foreign-national-share), and neither is about health, complaints or incidents. Their own groups are groups like any other.
 */
export const groupMeasures: Partial<Record<MeasureId, MeasureId>> = { women_adm: 'adm_all' }

/** Measures whose own count is withheld where it is small, in the order of the return. */
export const personalMeasures: readonly MeasureId[] = measures
  .filter(
    ({ id, section, kind }) =>
      kind === 'count' &&
      (id in groupMeasures || (sections.includes(section) && !impersonal.includes(id))) &&
      !hardLimitMeasures.has(id),
  )
  .map(({ id }) => id)

/** A mean or median and the number of cases behind it. */
export const typicalMeasures: Partial<Record<MeasureId, MeasureId>> = {
  sol_median_days_12m: 'sol_episodes_12m',
  pretrial_spell_median_days: 'pretrial_spells_24m',
  rel_due_30_score_sum: 'rel_due_30',
}

/**
 * Amounts of time, hours or points that are broken down as people are, and the counts of the people whose they are. Two women
 * who were there all of January gave 62 days: an amount tells of a small group as much as its number does.
 */
export const amountsOfPeople: Partial<Record<MeasureId, readonly MeasureId[]>> = {
  person_days: ['pop_closing'],
  sol_person_days: ['sol_persons', 'sol_in_place'],
  purposeful_hours: ['pop_closing'],
  rel_due_30_score_sum: ['rel_due_30'],
}

/** The measure that `id` counts a part of. */
export function wholeOf(id: MeasureId): CellId | undefined {
  return (groupMeasures[id] ?? findMeasure(id)?.partOf) as MeasureId | undefined
}
