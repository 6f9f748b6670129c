import { type Disparity, type GroupCounts, judgeDisparities } from '../statistics/disparity.ts'
import type { Figure } from '../value.ts'
import { countsOf } from './changes.ts'
import type { Indicator } from './define.ts'
import { quotientOf } from './quotient.ts'

/**
 * A group of people whose treatment is held against that of others; its words stand under its id in the message catalogue.
 * One more is one more entry here. A breakdown's codes may be several: young adults are two of its age groups.
 */
export interface EquityGroup {
  id: string
  dimension: string
  codes: readonly string[]
  /** The codes of those it is held against; without them everybody else, where one person may be in several groups. */
  against?: readonly string[]
}

export const equityGroups = [
  { id: 'women', dimension: 'sex', codes: ['female'], against: ['male'] },
  {
    id: 'young-adults',
    dimension: 'age_group',
    codes: ['18_20', '21_24'],
    against: ['25_29', '30_39', '40_49', '50_59', '60_plus'],
  },
  {
    id: 'foreign-nationals',
    dimension: 'nationality_group',
    codes: ['foreign_resident', 'foreign_non_resident'],
    against: ['national'],
  },
  {
    id: 'pretrial',
    dimension: 'legal_status',
    codes: ['pretrial'],
    against: ['sentenced_final', 'sentenced_not_final'],
  },
  { id: 'disability', dimension: 'special_group', codes: ['disability'] },
] as const satisfies readonly EquityGroup[]
export type EquityGroupId = (typeof equityGroups)[number]['id']

/** One group of a place month by month, as its reader is shown it; '' is the whole. */
export interface GroupMonths {
  breakdown: string
  figures: readonly Figure[]
  /** How many facilities each month's figure speaks of. */
  reporting?: readonly number[] | undefined
}

/**
 * Whether the counts of twelve months may be added. What happened in a month, or ended in it, happened once; who was there
 * on its last day, or in a window that reaches into the months before, would be counted over and over, and a difference
 * would look far surer than it is: of these the last month alone is read.
 */
export function poolingOf({ timeBasis, months = 1 }: Pick<Indicator, 'timeBasis' | 'months'>): 'added' | 'last-month' {
  const isOfTheMonth = ['all-days', 'person-days', 'clock-ended', 'cohort'].includes(timeBasis)
  return isOfTheMonth && months === 1 ? 'added' : 'last-month'
}

/** Why a month of a group is in no sum. */
type Left = 'withheld' | 'missing'

/** A group with those it is held against: their counts over the months in which both are known. */
export interface EquityRow extends GroupCounts {
  id: EquityGroupId
  /** How many months are in the sums, and why the others are in none. */
  used: number
  withheld: number
  missing: number
  /** The ratio with its interval, and what may be said; undefined where cases come in clusters, which no test fits. */
  disparity: Disparity | undefined
}

/** What can be said of the groups of one indicator: nothing where its figures are no shares or rates of counts. */
export type Equity =
  | { state: 'no-quotient' }
  | { state: 'pooled'; pooling: 'added' | 'last-month'; rows: EquityRow[]; unreported: EquityGroupId[] }

type Definition = Pick<Indicator, 'kind' | 'statistics' | 'unit' | 'timeBasis' | 'months'>

/**
 * Holds each group against the others over twelve months (or fewer), the asked one last; a group that nobody ever reported
 * is named apart. A month is in both sums or in neither, so that what is withheld leaves no trace in what is shown: the
 * answer is made of the shown figures alone. Verdicts are tested together over all groups (Benjamini–Hochberg).
 */
export function equityOf(definition: Definition, months: readonly GroupMonths[]): Equity {
  const counted = months.filter(({ breakdown }) => breakdown !== '').flatMap(({ figures }) => figures)
  const kind = quotientOf(definition, counted)
  if (kind === 'single') return { state: 'no-quotient' }
  const pooling = poolingOf(definition)
  const read = pooling === 'added' ? months : months.map(lastMonth)
  const known = new Map(read.map((one) => [one.breakdown, one]))
  const isReported = ({ dimension, codes }: EquityGroup) =>
    codes.some((code) => known.get(`${dimension}:${code}`)?.figures.some(isSaid))
  const pooled = equityGroups.filter(isReported).map((group) => pooledOf(group, known))
  const judged = definition.statistics === 'clustered' ? [] : judgeDisparities(kind, pooled)
  return {
    state: 'pooled',
    pooling,
    rows: pooled.map((row, at) => ({ ...row, disparity: judged[at] })),
    unreported: equityGroups.filter((group) => !isReported(group)).map(({ id }) => id),
  }
}

const isSaid = (figure: Figure) => figure.state === 'counted' || figure.state === 'suppressed'

function lastMonth({ breakdown, figures, reporting }: GroupMonths): GroupMonths {
  return { breakdown, figures: figures.slice(-1), ...(reporting && { reporting: reporting.slice(-1) }) }
}

type Pooled = Omit<EquityRow, 'disparity'>

function pooledOf(group: EquityGroup & { id: EquityGroupId }, known: ReadonlyMap<string, GroupMonths>): Pooled {
  const length = Math.max(0, ...[...known.values()].map(({ figures }) => figures.length))
  const pooled: Pooled = { id: group.id, group: nobody(), others: nobody(), used: 0, withheld: 0, missing: 0 }
  for (let at = 0; at < length; at++) {
    const pair = pairAt(group, known, at)
    if (typeof pair === 'string') pooled[pair]++
    else {
      add(pooled.group, pair.group)
      add(pooled.others, pair.others)
      pooled.used++
    }
  }
  return pooled
}

type Counts = GroupCounts['group']
const nobody = (): Counts => ({ numerator: 0, denominator: 0 })

function add(sum: Counts, more: Counts): void {
  sum.numerator += more.numerator
  sum.denominator += more.denominator
}

/** Both sides of one month, or why it has none. */
function pairAt(group: EquityGroup, known: ReadonlyMap<string, GroupMonths>, at: number): GroupCounts | Left {
  const of = (codes: readonly string[]) =>
    sumAt(
      codes.flatMap((code) => known.get(`${group.dimension}:${code}`) ?? []),
      at,
    )
  const own = of(group.codes)
  const others = group.against ? of(group.against) : everybodyElse(own, group, known, at)
  if (typeof own === 'string' || typeof others === 'string')
    return own === 'withheld' || others === 'withheld' ? 'withheld' : 'missing'
  return { group: own, others }
}

/** The sum of some groups in one month; one that is withheld or missing leaves none, one of nobody adds nothing. */
function sumAt(groups: readonly GroupMonths[], at: number): Counts | Left {
  const sum = nobody()
  let left: Left | undefined = groups.length === 0 ? 'missing' : undefined
  for (const { figures } of groups) {
    const figure = figures[at]
    if (figure?.state === 'suppressed') return 'withheld'
    if (isOfNobody(figure)) continue
    const counts = countsOf(figure)
    if (counts) add(sum, counts)
    else left = 'missing'
  }
  return left ?? sum
}

/** Nobody of the group was there, or it does not exist here: that is known, and is no gap. */
function isOfNobody(figure: Figure | undefined): boolean {
  return figure?.state === 'not-applicable' || (figure?.state === 'missing' && figure.reason === 'no-base')
}

/** The whole without the group, where both speak of as many facilities: others would be taken for everybody else. */
function everybodyElse(
  own: Counts | Left,
  { dimension, codes }: EquityGroup,
  known: ReadonlyMap<string, GroupMonths>,
  at: number,
): Counts | Left {
  const whole = known.get('')
  const all = whole ? sumAt([whole], at) : 'missing'
  if (typeof own === 'string' || typeof all === 'string') return all === 'withheld' ? all : 'missing'
  const isOfTheSame = codes.every(
    (code) => known.get(`${dimension}:${code}`)?.reporting?.[at] === whole?.reporting?.[at],
  )
  const numerator = all.numerator - own.numerator
  const denominator = all.denominator - own.denominator
  return isOfTheSame && numerator >= 0 && denominator >= 0 ? { numerator, denominator } : 'missing'
}

/** What a difference means to the group: by the direction in which the indicator is better. */
export function sideOf(
  verdict: Disparity['verdict'],
  better: Indicator['better'],
): 'disadvantage' | 'advantage' | 'none' {
  if (better === 'neither' || (verdict !== 'higher' && verdict !== 'lower')) return 'none'
  return verdict === better ? 'advantage' : 'disadvantage'
}

/** Indicators whose groups can be held against each other at all: shares and rates that are broken down so. */
export function hasEquity({
  kind,
  statistics,
  breakdowns,
}: Pick<Indicator, 'kind' | 'statistics' | 'breakdowns'>): boolean {
  const isOfCounts = (kind === 'proportion' || kind === 'rate') && statistics !== 'complete-count'
  return isOfCounts && equityGroups.some(({ dimension }) => breakdowns.includes(dimension))
}
