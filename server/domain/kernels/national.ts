import { type CellId, findMeasure } from '../measures/index.ts'
import { lastDay, type Month, type MonthSpan, monthAt, monthIndex } from '../period.ts'
import type { Code } from '../records/codes.ts'
import { rules } from '../rules/index.ts'
import { grades, type MeasureSeries, stateCode } from '../series.ts'
import { missingReasons } from '../value.ts'
import type { KernelSettings } from './settings.ts'

/** One figure of prosecution, courts or probation: of a region and a quarter, written 2025-Q3. */
export interface JusticeFigure {
  region: string
  quarter: string
  measure: string
  value: number
}

/** What became of those who were released in some months, counted by whoever may link them. Days as YYYY-MM-DD. */
export interface Cohort {
  to: string
  definition: string
  months: number
  start: string
  atRisk: number
  withEvent: number
  unlinked: number
}

/** A statement that the country signed. Days as YYYY-MM-DD. */
export interface Statement {
  measure: Code<'attested_measure'>
  value: string
  hasEvidence: boolean
  signedOn: string
  expiresOn: string
  verifiedOn: string | null
}

/** All that is on record of the country and its regions, and of none of its facilities. */
export interface NationalRecords {
  justice: readonly JusticeFigure[]
  cohorts: readonly Cohort[]
  statements: readonly Statement[]
}

/** Measures of one part of the country, month by month. `region` is as the justice system writes it; none for what is of the country alone. */
export interface NationalPart {
  region: string | undefined
  measures: Map<CellId, MeasureSeries>
}

/**
 * The measures that no facility has, over `months`: a part for each region of the justice system's returns, and one for what is counted
 * of the country alone. A figure of a quarter stands in its last month, that of a cohort in the last month of its follow-up;
 * what was signed holds from its day until it expires.
 */
export function nationalParts(
  { justice, cohorts, statements }: NationalRecords,
  months: MonthSpan,
  { reoffending }: Pick<KernelSettings, 'reoffending'>,
): NationalPart[] {
  const regions = [...new Set(justice.map(({ region }) => region))].sort()
  const parts: NationalPart[] = regions.map((region) => ({
    region,
    measures: ofQuarters(
      justice.filter((one) => one.region === region),
      months,
    ),
  }))
  const own = new Map([
    ...ofCohorts(
      cohorts.filter(({ definition }) => definition === reoffending),
      months,
    ),
    ...ofStatements(statements, months),
  ])
  return own.size > 0 ? [...parts, { region: undefined, measures: own }] : parts
}

/** 2025-Q3 ends with September; undefined for what names no quarter. */
export function lastMonthOfQuarter(quarter: string): number | undefined {
  const [, year, number] = /^(\d{4})-?Q([1-4])$/i.exec(quarter) ?? []
  return year && number ? Number(year) * 12 + 3 * Number(number) - 1 : undefined
}

function ofQuarters(figures: readonly JusticeFigure[], months: MonthSpan): Map<CellId, MeasureSeries> {
  const made = new Map<CellId, MeasureSeries>()
  const isEnd = (month: number) => month % 3 === 2
  for (const { measure, quarter, value } of figures) {
    const month = lastMonthOfQuarter(quarter)
    // The justice system counts more than the catalogue reads.
    if (month === undefined || !findMeasure(measure)) continue
    const series = made.get(measure as CellId) ?? silent(months, isEnd)
    made.set(measure as CellId, series)
    put(series, month, value)
  }
  return made
}

/** Two years after the last day of release: those who were released before are followed longer, and no figure mixes the two. */
const followUp = { months: 24, start: 'release_from_prison' }

function ofCohorts(cohorts: readonly Cohort[], months: MonthSpan): [CellId, MeasureSeries][] {
  const whole = cohorts.filter((one) => one.months === followUp.months && one.start === followUp.start)
  if (whole.length === 0) return []
  const ends = whole.map(({ to, months: followed }) => monthIndex(to.slice(0, 7) as Month) + followed)
  const series = (read: (cohort: Cohort) => number) => {
    const made = silent(months, () => false)
    for (const [place, cohort] of whole.entries()) put(made, ends[place]!, read(cohort))
    return made
  }
  return [
    ['cohort_at_risk', series(({ atRisk }) => atRisk)],
    ['cohort_with_event', series(({ withEvent }) => withEvent)],
    ['cohort_unlinked', series(({ unlinked }) => unlinked)],
  ]
}

/** The four statements of a national strategy against reoffending. */
const strategy: readonly Code<'attested_measure'>[] = [
  'reoffending_strategy',
  'reoffending_action_plan_funded',
  'reoffending_definition_published',
  'legal_review_done',
]
/** The statements that answer for the Kyoto strategies. */
const kyoto = new Set(
  rules.filter(({ part }) => part === 'kyoto-strategy').flatMap(({ attestedBy = [] }) => attestedBy),
)

function ofStatements(statements: readonly Statement[], months: MonthSpan): [CellId, MeasureSeries][] {
  if (statements.length === 0) return []
  const firstSigned = monthIndex(
    statements
      .map(({ signedOn }) => signedOn)
      .sort()[0]!
      .slice(0, 7) as Month,
  )
  const eachMonth = (read: (inForce: readonly Statement[], day: string) => number) => {
    const made = silent(months, () => true)
    // Before anything was signed nothing is known: that is not a country without a strategy.
    for (let month = Math.max(months.first, firstSigned); month <= months.last; month++) {
      const day = lastDay(monthAt(month))
      put(made, month, read(inForceOn(statements, day), day))
    }
    return made
  }
  const isVerified = (day: string) => (one: Statement) => one.verifiedOn !== null && one.verifiedOn <= day
  const ofKyoto = (one: Statement) => kyoto.has(one.measure)
  return [
    [
      'strategy_statements',
      eachMonth((all, day) => all.filter((one) => strategy.includes(one.measure) && isVerified(day)(one)).length),
    ],
    ['kyoto_statements', eachMonth(() => kyoto.size)],
    ['kyoto_statements_in_force', eachMonth((all) => all.filter(ofKyoto).length)],
    ['kyoto_statements_verified', eachMonth((all, day) => all.filter(ofKyoto).filter(isVerified(day)).length)],
  ]
}

/** Of each measure the statement that was signed last, where it says yes, has its evidence, and has not expired. */
function inForceOn(statements: readonly Statement[], day: string): Statement[] {
  const last = new Map<string, Statement>()
  for (const one of statements) {
    const known = last.get(one.measure)
    if (one.signedOn <= day && (!known || known.signedOn <= one.signedOn)) last.set(one.measure, one)
  }
  return [...last.values()].filter(
    ({ value, hasEvidence, expiresOn }) => value === 'yes' && hasEvidence && expiresOn > day,
  )
}

/** A series in which nothing was said yet; a month in which nobody had to say anything says so. */
function silent({ first, last }: MonthSpan, isDue: (month: number) => boolean): MeasureSeries {
  const each = Array.from({ length: last - first + 1 }, (_, place) => first + place)
  return {
    startMonth: first,
    amounts: each.map(() => null),
    states: each.map(() => stateCode('missing')),
    reasons: each.map((month) => missingReasons.indexOf(isDue(month) ? 'national-not-sent' : 'between-returns')),
    grades: each.map(() => 0),
  }
}

function put(series: MeasureSeries, month: number, amount: number): void {
  const place = month - series.startMonth
  if (place < 0 || place >= series.states.length) return
  series.amounts[place] = amount
  series.states[place] = stateCode('counted')
  series.reasons[place] = -1
  series.grades[place] = grades.indexOf('return')
}
