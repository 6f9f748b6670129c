import type { Dimension } from '../measures/define.ts'
import type { CellId } from '../measures/index.ts'
import type { Month } from '../period.ts'
import type { SourceId } from '../sources/index.ts'
import type { Figure, MissingReason } from '../value.ts'

export const areas = [
  'occupancy-and-conditions',
  'restrictive-regimes',
  'family-and-community-contact',
  'programmes-and-work',
  'assessment-and-case-management',
  'release-readiness',
  'health',
  'safety-and-discipline',
  'complaints-and-oversight',
  'women-and-children',
  'legal-status-and-justice',
  'staff-and-training',
  'outcomes-after-release',
  'partnerships-and-strategy',
] as const
export type Area = (typeof areas)[number]

export const units = [
  'percent',
  'percent-of-places',
  'percent-of-cells',
  'percent-of-unit-days',
  'percent-of-person-days',
  'persons',
  'persons-per-fte',
  'persons-per-toilet',
  'hours-per-day',
  'hours-per-week',
  'per-1000-person-days',
  'per-1000-person-years',
  'per-1000-releases',
  'per-100-persons',
  'contacts-per-30-days',
  'days',
  'ratio',
  'orders',
  'points',
  'number',
] as const
export type Unit = (typeof units)[number]

/** The limits of one verdict; at least one bound. The bounds read as the catalogue does: above, at least, below, at most. */
export interface Threshold {
  /** 'within' is the target; 'warning', 'serious' and 'critical' are degrees of concern; the last two are lines only. */
  level: 'within' | 'warning' | 'serious' | 'critical' | 'breach' | 'reference' | 'aspiration'
  above?: number
  atLeast?: number
  below?: number
  atMost?: number
  /** Whose figure it is; its kind follows from the source. */
  source: SourceId
  /** True where the rule asks for all and this cut is a local tolerance for recording error. */
  localTolerance?: boolean
}

export const smallNumberRules = ['facility-quantity', 'share', 'hard-limit', 'rate', 'duration'] as const
export const statisticsKinds = [
  'complete-count',
  'case-by-case',
  'wilson',
  'poisson',
  'clustered',
  'kaplan-meier',
  'ratio',
  'bootstrap',
] as const

export const timeBases = [
  'last-day',
  'all-days',
  'person-days',
  'clock-ended',
  'rolling-90-days',
  'rolling-12-months',
  'rolling-24-months',
  'cohort',
  'attested',
] as const

/**
 * What a figure can be made of, by who sends it. 'returns': the facility's monthly return; 'events': the records that it sends;
 * 'inspectorate': records of those who visit it, never of the facility itself; 'attestation': signed statements and
 * agreements on file; 'national': courts, prosecution, probation or a linkage unit, for a region or the country.
 */
export const supplies = ['returns', 'events', 'inspectorate', 'attestation', 'national'] as const
export type Supply = (typeof supplies)[number]

/** Counts by the names that a formula gives them. */
export type Counts<Needs> = { [Name in keyof Needs]: number }

/** One worked example: what is given (undefined = not reported) and what the formula must say. */
export interface Example<Needs> {
  given: { [Name in keyof Needs]?: number }
  gives: { counted: number } | { missing: MissingReason }
  /** Where the example comes from, when it is not ours. */
  from?: string
}

/**
 * One indicator: a figure made of measures that is evidence for rules. Everything that the engine, the charts, the
 * methodology page and the tests know of it stands in this object; its words stand under the same id in `<area>.en.ts`.
 */
export interface Indicator<Id extends string = string, Needs extends Record<string, CellId> = Record<string, CellId>> {
  id: Id
  area: Area
  tier: 'core' | 'extended'
  /** 'duration': a mean or median of a duration or a score, its denominator the number of cases behind it. */
  kind: 'proportion' | 'count' | 'rate' | 'ratio' | 'duration' | 'attested'
  unit: Unit
  better: 'lower' | 'higher' | 'neither'
  timeBasis: (typeof timeBases)[number]
  frequency: 'monthly' | 'quarterly' | 'yearly'
  /** What the figure can be made of. */
  madeOf: readonly Supply[]
  /** The counts that the formula sees, each a measure or one cell of its breakdown. */
  needs: Needs
  /** Needs that count as nought where a facility says that they do not apply to it. */
  noneWhenNotApplicable?: readonly (keyof Needs & string)[]
  /** Needs that stay whole in every breakdown: all people, against whom a group is compared. */
  comparedWith?: readonly (keyof Needs & string)[]
  /** How many months, the judged one included, each need is taken over; 1 unless said. */
  months?: number
  /** Pure arithmetic on counts that are all there. */
  compute: (counts: Counts<Needs>) => Figure
  thresholds: readonly Threshold[]
  /** Rules it is evidence for: 'nmr-10' or with a paragraph 'nmr-12.1'. */
  rules: readonly `${'nmr' | 'br' | 'kyoto'}-${string}`[]
  /** Other texts that speak of it. */
  citations?: readonly SourceId[]
  breakdowns: readonly (Dimension | 'housing_unit' | 'disability' | 'reason' | 'offence_group' | (string & {}))[]
  smallNumbers: (typeof smallNumberRules)[number]
  statistics: (typeof statisticsKinds)[number]
  alert?: { severity: 'critical' | 'high' | 'medium'; tell: readonly string[] }
  /** Figures shown beside it, so that moving one at the cost of the other is seen. */
  pairedWith?: readonly string[]
  examples: readonly Example<Needs>[]
  /** The version of the formula in words and code; a changed formula is a new version with its own window. */
  version: number
  /** The months [from, until) whose figures it makes; all that no other version makes where nothing is said. */
  from?: Month
  until?: Month
  /** The versions that it replaced, oldest first: they go on making the figures of their months. Laid in by `newestOf`. */
  earlier?: readonly Indicator[]
}

/** Writes down one indicator; `compute` sees exactly the counts named in `needs`. */
export function indicator<const Id extends string, const Needs extends Record<string, CellId>>(
  given: Omit<Indicator<Id, Needs>, 'version' | 'earlier'> & { version?: number },
): Indicator<Id, Needs> {
  return { version: 1, ...given }
}

/** The words of one indicator, in one language: of its newest version. */
export interface IndicatorWords {
  title: string
  /** What it measures, in one plain sentence. */
  measures: string
  numerator: string
  denominator: string
  /** How the figure can mislead or be made to look better, and what to read beside it. */
  pitfalls: string
  /** Why it is broken down as it is. */
  breakdownWhy?: string
  /** When an alert is raised. */
  alert?: string
  /** By the number of a version after the first: what changed with it. */
  changed?: Readonly<Record<number, string>>
}
