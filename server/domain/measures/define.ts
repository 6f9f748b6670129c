import type { Month } from '../period.ts'

/** The one-dimensional ways in which a measure may be broken down; codes stand in records/codes.ts. */
export const dimensions = [
  'sex',
  'age_group',
  'legal_status',
  'nationality_group',
  'special_group',
  'sex_x_legal_status',
  // How long something lasted, or has lasted so far: known to the records that are counted, and to no return.
  'pretrial_length',
  'solitary_length',
] as const
export type Dimension = (typeof dimensions)[number]

/** Breakdowns by how long something lasts. */
export const lengthDimensions = ['pretrial_length', 'solitary_length'] as const satisfies readonly Dimension[]

export const measureSections = [
  'population',
  'conditions',
  'separation',
  'contact',
  'justice',
  'programmes',
  'case',
  'release',
  'health',
  'safety',
  'discipline',
  'complaints',
  'women',
  'staff',
  'oversight',
  'national',
] as const
export type MeasureSection = (typeof measureSections)[number]

/** What is counted for a facility and a month, typed in a return or derived from records. Words: `<section>.en.ts`. */
export interface Measure<Id extends string = string> {
  /** The field name of the return; for ever. */
  id: Id
  section: MeasureSection
  /** 'number' may have decimals (full-time equivalents, hours, days); 'count' may not. */
  kind: 'count' | 'number'
  /** How facilities add up to a region: a longest stay takes the maximum, a median cannot be added at all. */
  across: 'sum' | 'max' | 'none'
  /**
   * How months add up to a longer window: a stock takes the last month, a flow the sum. Persons counted at any time of
   * a month cannot be added, for they may be the same people: under a hard limit the worst month stands ('max'),
   * otherwise no longer window is made ('none').
   */
  over: 'last' | 'sum' | 'max' | 'none'
  breakdowns: readonly Dimension[]
  /** 'core': expected every month; 'extended': quarterly until the site is ready. */
  tier: 'core' | 'extended'
  /** The measure that this one is a part of: it can never be larger. */
  partOf?: string
  /** 'records': derived from records only and no field of the return; 'both': typed in a return or derived. */
  origin: 'both' | 'records'
  /** 'country': counted of a region or the country (courts, probation, cohorts), never of one facility. */
  place: 'facility' | 'country'
  from?: Month
  until?: Month
}

/** What a measure counts, in one language. */
export interface MeasureWords {
  title: string
  counts: string
}

/** Writes down one measure; counts that add up are the usual case. */
export function measure<const Id extends string>(
  given: Pick<Measure<Id>, 'id' | 'section' | 'tier'> & Partial<Measure<Id>>,
): Measure<Id> {
  return { kind: 'count', across: 'sum', over: 'last', breakdowns: [], origin: 'both', place: 'facility', ...given }
}
