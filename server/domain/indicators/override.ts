import type { Day } from '../period.ts'
import { type SourceId, sourceKind, sources } from '../sources/index.ts'
import type { Figure } from '../value.ts'
import type { Indicator, Threshold } from './define.ts'
import { judge, type Verdict } from './verdict.ts'

/** The levels that a country may set for itself; a breach of a rule is nobody's to move. */
export const overriddenLevels = ['within', 'warning', 'serious', 'critical'] as const
export type OverriddenLevel = (typeof overriddenLevels)[number]

const own = ['national-law', 'national-standard', 'regional-standard', 'local-default']

/** The sources that a country's own threshold may have: its law, a regional standard, a local choice; never a text of the United Nations. */
export const overrideSources = (Object.keys(sources) as (keyof typeof sources)[]).filter((id) =>
  own.includes(sourceKind(id)),
)

/**
 * A threshold of the country's own beside the catalogue's, in the days [from, until): dated, signed, and with what it rests
 * on. It takes nothing away: the verdict of the catalogue stands, and what the figure means by this one is said beside it.
 */
export interface ThresholdOverride {
  id: string
  indicatorId: string
  level: OverriddenLevel
  above: number | null
  atLeast: number | null
  below: number | null
  atMost: number | null
  source: SourceId
  /** The law and its article, or the decision. */
  cited: string
  from: Day
  until: Day | null
  signedBy: string
}

/** Why an override cannot be written down; undefined where it can. */
export function faultOfOverride(
  definition: Indicator | undefined,
  given: { level: string; source: string; bounds: readonly (number | null)[]; cited: string; signedBy: string },
): 'indicator.none' | 'threshold.level' | 'threshold.source' | 'threshold.bounds' | 'threshold.signed' | undefined {
  if (!definition) return 'indicator.none'
  if (!(overriddenLevels as readonly string[]).includes(given.level)) return 'threshold.level'
  if (!(overrideSources as readonly string[]).includes(given.source)) return 'threshold.source'
  const set = given.bounds.filter((bound) => bound !== null)
  if (set.length === 0 || set.length > 2 || !set.every(Number.isFinite)) return 'threshold.bounds'
  return given.cited.trim() === '' || given.signedBy.trim() === '' ? 'threshold.signed' : undefined
}

export function isInForce({ from, until }: Pick<ThresholdOverride, 'from' | 'until'>, day: Day): boolean {
  return from <= day && (until === null || day < until)
}

export function thresholdOf({ level, source, ...bounds }: ThresholdOverride): Threshold {
  const set = (['above', 'atLeast', 'below', 'atMost'] as const).flatMap((name) => {
    const bound = bounds[name]
    return bound === null ? [] : [[name, bound] as const]
  })
  return { level, source, ...Object.fromEntries(set) }
}

/**
 * What a figure means by the country's own thresholds that are in force on a day; undefined where it has none. A breach by the
 * catalogue is told there and by no other line.
 */
export function judgeByOverrides(
  definition: Indicator,
  figure: Figure,
  overrides: readonly ThresholdOverride[],
  day: Day,
): Verdict | undefined {
  const thresholds = overrides.filter((one) => isInForce(one, day)).map(thresholdOf)
  return thresholds.length === 0 ? undefined : judge({ ...definition, thresholds }, figure)
}
