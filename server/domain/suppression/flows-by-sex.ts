import type { CellId, MeasureId } from '../measures/index.ts'
import { codeLists } from '../records/codes.ts'
import type { CountOf } from './facility-month.ts'
import { fewBelow, isFew } from './sensitive.ts'

const comings = ['adm_new', 'adm_transfer_in'] as const
const goings = ['rel_liberty', 'rel_transfer_out', 'deaths_custody'] as const

/** Coming and going by sex: with the people of two month ends known, one flow that is withheld alone would be what is left. */
export const flowsBySex: readonly string[] = [...comings, ...goings].map((id) => `${id}@sex`)

/** The people of two month ends by sex, between which the flows lie. */
export const openingBySex = 'pop_opening@sex'
export const closingBySex = 'pop_closing@sex'

/** The days that the people between two month ends spent there, by sex. */
export const daysBySex = 'person_days@sex'

/** Comings and goings that no return tells by sex. */
const untold = ['adm_return_escape', 'escapes'] as const

interface Range {
  low: number
  high: number
}

/** Enough for bounds that move each other. */
const rounds = 8

/**
 * Whether the people of a month's end by sex, with all comings and goings known without sex, narrow a small flow or a small
 * number at the begin down: of 3 that came and 3 women more than before, all are women.
 */
export function endTellsFlows(countOf: CountOf): boolean {
  const sexes = codeLists.sex
  const count = (id: MeasureId, sex: string) => countOf(`${id}@sex:${sex}` as CellId) ?? 0
  const flows = [...comings, ...goings]
  const ranges = new Map<string, Range>()
  const rangeOf = (id: MeasureId, sex: string) => ranges.get(`${id} ${sex}`)!
  for (const id of flows) for (const sex of sexes) ranges.set(`${id} ${sex}`, { low: 0, high: countOf(id) ?? 0 })
  const all = countOf('pop_opening') ?? 0
  const opening = sexes.map((sex) => count('pop_opening', sex))
  const isOpeningSmall = opening.some((people) => isFew(people) || isFew(all - people))
  for (const [at, sex] of sexes.entries())
    ranges.set(`pop_opening ${sex}`, isOpeningSmall ? { low: 0, high: all } : { low: opening[at]!, high: opening[at]! })
  const slack = { comings: countOf(untold[0]) ?? 0, goings: countOf(untold[1]) ?? 0 }
  for (let round = 0; round < rounds; round++) {
    for (const id of [...flows, 'pop_opening'] as const)
      addUpTo(
        countOf(id) ?? 0,
        countOf(id) ?? 0,
        sexes.map((sex) => [rangeOf(id, sex), 1]),
      )
    for (const sex of sexes) {
      const end = count('pop_closing', sex)
      const terms = flows.map((id): [Range, number] => [rangeOf(id, sex), isComing(id) ? 1 : -1])
      addUpTo(end - slack.comings, end + slack.goings, [...terms, [rangeOf('pop_opening', sex), 1]])
    }
  }
  return [...flows, 'pop_opening' as const].some((id) =>
    sexes.some((sex) => {
      const { low, high } = rangeOf(id, sex)
      return isFew(count(id, sex)) && (low > 1 || high < Math.min(fewBelow - 1, countOf(id) ?? 0))
    }),
  )
}

function isComing(id: MeasureId): boolean {
  return (comings as readonly string[]).includes(id)
}

/** Narrows ranges whose sum, each with its sign, lies between two numbers. */
function addUpTo(least: number, most: number, terms: readonly (readonly [Range, number])[]): void {
  const low = terms.reduce((sum, [range, sign]) => sum + (sign > 0 ? range.low : -range.high), 0)
  const high = terms.reduce((sum, [range, sign]) => sum + (sign > 0 ? range.high : -range.low), 0)
  for (const [range, sign] of terms) {
    const [own, ownMost] = sign > 0 ? [range.low, range.high] : [-range.high, -range.low]
    const [from, to] = [least - (high - ownMost), most - (low - own)]
    range.low = Math.max(range.low, sign > 0 ? from : -to)
    range.high = Math.min(range.high, sign > 0 ? to : -from)
  }
}
