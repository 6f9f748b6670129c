import { lengthCodes, pretrialEdges, solitaryEdges } from '../lengths.ts'
import { type LifeTablePoint, lifeTable } from '../statistics/life-table.ts'
import { type Figure, missing } from '../value.ts'
import type { IndicatorId } from './index.ts'
import { tooFewForMedian } from './verdict.ts'

/** Where the curve beside a median comes from: a count of the same spells, broken down by how long they last. */
export interface CurveSource {
  indicator: IndicatorId
  dimension: 'pretrial_length' | 'solitary_length'
  edges: readonly number[]
  /** The time that the title speaks of. */
  told: number
}

const sources: Partial<Record<string, CurveSource>> = {
  'pretrial-duration': {
    indicator: 'pretrial-spells',
    dimension: 'pretrial_length',
    edges: pretrialEdges,
    told: 90,
  },
  'solitary-duration-median': {
    indicator: 'solitary-episodes',
    dimension: 'solitary_length',
    edges: solitaryEdges,
    told: 7,
  },
}

/** The curve that belongs beside an indicator, if any. */
export function curveSource(id: string): CurveSource | undefined {
  return Object.hasOwn(sources, id) ? sources[id] : undefined
}

/**
 * A curve of what lasts, or why there is none. 'withheld': a stretch of time holds so few people that their time could be told, or
 * a sum would give one facility's away. 'incomplete': the groups do not make up the whole.
 */
export type StayCurve =
  | { state: 'curve'; spells: number; points: LifeTablePoint[] }
  | { state: 'withheld' }
  | { state: 'incomplete' }
  | { state: 'too-few'; spells: number }
  | { state: 'none'; figure: Exclude<Figure, { state: 'counted' }> }

/**
 * The curve of a place, made of nothing but the groups that its reader is shown: what one may not know of the groups, one cannot
 * read off the curve. `groups` by code; one that is not among them was never found and is nought.
 */
export function stayCurve({ edges }: CurveSource, whole: Figure, groups: ReadonlyMap<string, Figure>): StayCurve {
  if (whole.state === 'suppressed') return { state: 'withheld' }
  if (whole.state !== 'counted') return { state: 'none', figure: whole }
  if ([...groups.values()].some(({ state }) => state === 'suppressed')) return { state: 'withheld' }
  const spells = whole.numerator
  const counts = lengthCodes(edges).map((code) => countIn(groups.get(code)))
  const sum = counts.reduce((all, count) => all + count, 0)
  if (sum !== spells) return { state: 'incomplete' }
  if (spells < tooFewForMedian) return { state: 'too-few', spells }
  const [ended, running] = [counts.slice(0, edges.length + 1), counts.slice(edges.length + 1)]
  const bands = edges.map((upTo, at) => ({ upTo, ended: ended[at]!, running: running[at]! }))
  return { state: 'curve', spells, points: lifeTable(bands, ended.at(-1)! + running.at(-1)!) }
}

/** The same of figures by breakdown, '' for the whole, as a series has them. */
export function curveOf(source: CurveSource, figures: ReadonlyMap<string, Figure>): StayCurve {
  const own = [...figures].filter(([breakdown]) => breakdown.startsWith(`${source.dimension}:`))
  const groups = new Map(own.map(([breakdown, figure]) => [breakdown.slice(source.dimension.length + 1), figure]))
  return stayCurve(source, figures.get('') ?? missing('not-from-returns'), groups)
}

function countIn(figure: Figure | undefined): number {
  return figure?.state === 'counted' ? figure.numerator : 0
}
