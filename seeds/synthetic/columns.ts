import { type Dimension, dimensions, type Measure } from '../../server/domain/measures/define.ts'
import { type MeasureId, measures } from '../../server/domain/measures/index.ts'

export const sexes = ['female', 'male'] as const
export type Sex = (typeof sexes)[number]

export const statuses = ['pretrial', 'sentenced_not_final', 'sentenced_final', 'administrative'] as const
export type Status = (typeof statuses)[number]

export const ages = ['under_18', '18_20', '21_24', '25_29', '30_39', '40_49', '50_59', '60_plus'] as const

export const nationalities = ['national', 'foreign_resident', 'foreign_non_resident', 'stateless_or_unknown'] as const

/** The groups that this country's return knows, by dimension. It imprisons nobody for debt or without charge. */
const codes: Record<Dimension, readonly string[]> = {
  sex: sexes,
  age_group: ages,
  legal_status: statuses,
  nationality_group: nationalities,
  special_group: [
    'pregnant',
    'with_child_in_prison',
    'parent_of_child_under_18',
    'disability',
    'minority_self_declared',
    'life_or_long_sentence',
  ],
  sex_x_legal_status: sexes.flatMap((sex) => statuses.map((status) => `${sex}_x_${status}`)),
  // Known to records alone.
  pretrial_length: [],
  solitary_length: [],
}

/** Statuses that the country does not have: asked once, of the stock, and answered "not applicable". */
export const unknownStatuses = ['civil', 'detained_without_charge', 'other']

/** One column of the return: a measure, or one group of it. */
export interface Column {
  name: string
  measure: Measure<MeasureId>
  dimension: Dimension | undefined
  code: string | undefined
}

function columnsOf(measure: Measure<MeasureId>): Column[] {
  const whole: Column = { name: measure.id, measure, dimension: undefined, code: undefined }
  const groups = dimensions
    .filter((dimension) => measure.breakdowns.includes(dimension))
    .flatMap((dimension) => {
      const more = measure.id === 'pop_closing' && dimension === 'legal_status' ? unknownStatuses : []
      return [...codes[dimension], ...more].map((code) => ({
        ...whole,
        name: `${measure.id}@${dimension}:${code}`,
        dimension,
        code,
      }))
    })
  return [whole, ...groups]
}

/** Whether a facility types the measure; the others come from records or from courts and probation. */
function isTyped({ origin, place }: Measure<MeasureId>): boolean {
  return origin === 'both' && place === 'facility'
}

/** The columns of the monthly return: every measure of the catalogue with the groups of this country. */
export function returnColumns(tiers: 'core' | 'all'): Column[] {
  return measures
    .filter((measure) => isTyped(measure) && (tiers === 'all' || measure.tier === 'core'))
    .flatMap(columnsOf)
}
