import type { Area, Indicator } from '../indicators/define.ts'
import { type IndicatorId, indicators } from '../indicators/index.ts'
import { judge } from '../indicators/verdict.ts'
import { definitionIn } from '../indicators/versions.ts'
import { checks } from '../records/checks.ts'
import type { Figure } from '../value.ts'
import type { QualityNote } from './note.ts'

export const contradictionCheckId = 'X34'

/** What inspectors asked for after one visit: the month in which it began (`monthIndex`), and an area of it. */
export interface Recommended {
  /** Id of the recommendation's row. */
  id: string
  month: number
  area: Area
}

/** The indicators that recommendations are held against: those of their areas. */
export function heldAgainst(recommended: Iterable<Recommended>): IndicatorId[] {
  const areas = new Set([...recommended].map(({ area }) => area))
  return indicators.filter(({ area }) => areas.has(area)).map(({ id }) => id)
}

/**
 * Months in which inspectors recommended something in an area of which every indicator that says anything is within its
 * thresholds: one of the two does not see the whole. It says nothing of which. An area of which nothing is assessed contradicts
 * nothing. `figureAt` gives an indicator's figure of a month (`monthIndex`).
 */
export function contradictionNotes(
  recommended: readonly Recommended[],
  figureAt: (indicatorId: string, month: number) => Figure,
): QualityNote[] {
  const byArea = new Map<string, Recommended[]>()
  for (const one of recommended) {
    const key = `${one.month} ${one.area}`
    byArea.set(key, [...(byArea.get(key) ?? []), one])
  }
  return [...byArea.values()].flatMap((same) => {
    const { month, area } = same[0]!
    const within = assessedAllWithin({ area, month }, (id) => figureAt(id, month))
    return within.length > 0 ? [noteOf(same, within)] : []
  })
}

/** The indicators of an area that are within; none where any of them is not. */
function assessedAllWithin(
  { area, month }: Pick<Recommended, 'area' | 'month'>,
  figureOf: (indicatorId: string) => Figure,
): Indicator[] {
  const judged = indicators
    .filter((one) => one.area === area)
    .map((one) => definitionIn(one, month))
    .map((one) => ({ one, verdict: judge(one, figureOf(one.id)).verdict }))
    .filter(({ verdict }) => verdict !== 'not-assessed')
  return judged.every(({ verdict }) => verdict === 'within') ? judged.map(({ one }) => one) : []
}

function noteOf(same: readonly Recommended[], within: readonly Indicator[]): QualityNote {
  const { month, area } = same[0]!
  const { level } = checks.find(({ id }) => id === contradictionCheckId)!
  const none = { found: null, expected: null, probability: null, months: null }
  const cells = [...new Set(within.flatMap(({ needs }) => Object.values(needs)))]
  const rows = same.map(({ id }) => id).sort()
  const what = { level, subject: area, cells, recordId: 'recommendation' as const, count: same.length }
  return { month, checkId: contradictionCheckId, ...what, ...none, rows }
}
