import type { Dimension, Measure } from '../../../server/domain/measures/define.ts'
import { type CellId, groupCell, type MeasureId, measures } from '../../../server/domain/measures/index.ts'
import { codeLists } from '../../../server/domain/records/codes.ts'
import {
  amountsOfPeople,
  groupMeasures,
  hardLimitMeasures,
  personalMeasures,
  typicalMeasures,
} from '../../../server/domain/suppression/sensitive.ts'

/**
 * Two countries that differ in nothing but small counts: what the one prison has more in one of them, its neighbour has more
 * in the other. Whoever is not shown those counts cannot tell the two countries apart, whatever they put together.
 */
export type World = 'one' | 'other'

export interface Prison {
  key: string
  region: string
  /** A large prison has no small counts. */
  isLarge?: true
  /** In which of the two worlds it has one more of everything small; of no world the same in both. */
  moreIn?: World | 'both'
}

/**
 * The two that differ lie in two regions, each beside a large prison: a region's sum would tell them apart, the country's does
 * not. What is in the south is the same in both worlds.
 */
export const prisons: readonly Prison[] = [
  { key: 'n-1', region: 'North', moreIn: 'other' },
  { key: 'n-2', region: 'North', isLarge: true },
  { key: 'e-1', region: 'East', moreIn: 'one' },
  { key: 'e-2', region: 'East', isLarge: true },
  { key: 's-1', region: 'South' },
  { key: 's-2', region: 'South', moreIn: 'both' },
  // So many that a funnel is drawn of those that are shown.
  ...Array.from({ length: 6 }, (_, at) => ({ key: `s-${at + 3}`, region: 'South', isLarge: true as const })),
]

/** What facilities return: neither what certificates say nor what is of the country alone. */
const returned = measures.filter(
  ({ id, section }) => section !== 'national' && !id.startsWith('capacity_') && !id.includes('_statements'),
)

const personal: readonly string[] = personalMeasures
const wholeOf = ({ id, partOf }: Measure) => groupMeasures[id as MeasureId] ?? partOf?.split('@')[0]

/** How many measures with small counts stand below one of them, each a part of the next. */
function heightOf(id: string): number {
  const parts = measures.filter((one) => one.id !== id && personal.includes(one.id) && wholeOf(one) === id)
  return Math.max(0, ...parts.map((one) => 1 + heightOf(one.id)))
}

/** All counts that a prison returns in a month; `late` in the months in which the two worlds differ. */
export function returnOf(prison: Prison, world: World, isLate: boolean): Map<CellId, number> {
  const more = isLate && (prison.moreIn === world || prison.moreIn === 'both') ? 1 : 0
  const counts = new Map<CellId, number>()
  for (const measure of returned) {
    const whole = sizeOf(measure, prison, more)
    counts.set(measure.id as MeasureId, whole)
    for (const dimension of measure.breakdowns)
      for (const [code, people] of groupsOf(measure, dimension, whole, prison, more))
        counts.set(groupCell(measure.id as MeasureId, dimension, code), people)
  }
  return counts
}

function sizeOf(measure: Measure, prison: Prison, more: number): number {
  const id = measure.id as MeasureId
  if (hardLimitMeasures.has(id)) return 0
  if (personal.includes(id)) return prison.isLarge ? 20 * (1 + heightOf(id)) : 2 + Math.min(heightOf(id), 1) + more
  if (typicalMeasures[id]) return 4 + more
  if (Object.values(typicalMeasures).includes(id)) return prison.isLarge ? 40 : 6
  if (id === 'deaths_custody') return prison.isLarge ? 40 : 8
  if (id === 'adm_return_escape') return sizeOf(measures.find((one) => one.id === 'deaths_custody')!, prison, more)
  const whole = measures.find((one) => one.id === wholeOf(measure))
  if (whole) return Math.max(6, Math.floor(sizeOf(whole, prison, more) / 2))
  return id === 'person_days' || id === 'purposeful_hours'
    ? 30 * sizeOf(people, prison, more)
    : prison.isLarge
      ? 400
      : 60
}

const people = measures.find(({ id }) => id === 'pop_closing')!

type Groups = (readonly [code: string, people: number])[]

/** The first group is small in a small prison; where a count is known of several groups together, it is as it was. */
function groupsOf({ id }: Measure, dimension: Dimension, whole: number, prison: Prison, more: number): Groups {
  if (whole === 0 || hardLimitMeasures.has(id as MeasureId)) return []
  const days = id in amountsOfPeople ? 30 : 1
  const some = prison.isLarge ? Math.floor(whole / 2) : Math.min(whole, (2 + more) * days)
  // Who was there and came is who went or is there still, of each sex.
  if (id === 'deaths_custody' && dimension === 'sex') return [['male', whole]]
  if (id === 'pop_closing' && dimension === 'nationality_group') {
    const foreign = whole / 2
    const resident = Math.min(some, foreign / 2)
    return [
      ['national', foreign],
      ['foreign_resident', resident],
      ['stateless_or_unknown', foreign - resident],
    ]
  }
  if (id === 'pop_closing' && dimension === 'legal_status') {
    const untried = whole / 2
    const one = Math.min(some, untried / 2)
    return [
      ['pretrial', one],
      ['detained_without_charge', untried - one],
      ['sentenced', untried],
    ]
  }
  if (dimension === 'sex_x_legal_status') {
    const untried = whole / 2
    const one = Math.min(some, untried / 2)
    return [
      ['female_x_pretrial', one],
      ['male_x_detained_without_charge', untried - one],
      ...(some > one ? [['female_x_sentenced', some - one] as const] : []),
      ['male_x_sentenced', untried - (some - one)],
    ]
  }
  const codes: readonly string[] = codeLists[dimension]
  const [first, last] = dimension === 'sex' ? ['female', 'male'] : [codes[0]!, codes.at(-1)!]
  return [
    [first, some],
    [last, whole - some],
  ]
}
