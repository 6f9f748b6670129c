import type { EventPlaceKind } from '../dated-events.ts'
import type { Day } from '../period.ts'
import { type SourceId, sourceKind, sources } from '../sources/index.ts'
import type { Figure } from '../value.ts'
import type { Indicator, Threshold } from './define.ts'
import { boundNames, type OverriddenLevel, overriddenLevels } from './override-bounds.ts'
import { judge, type Verdict } from './verdict.ts'

const own = ['national-law', 'national-standard', 'regional-standard', 'local-default']

/** The sources that a country's own threshold may have: its law, a regional standard, a local choice; never a text of the United Nations. */
export const overrideSources = (Object.keys(sources) as (keyof typeof sources)[]).filter((id) =>
  own.includes(sourceKind(id)),
)

/** Where a threshold holds: in the whole country, or in a region or a facility whose law is another. */
export interface OverridePlace {
  kind: EventPlaceKind
  /** The country has an id of noughts, as in the sums of places. */
  id: string
}

/**
 * A threshold of the country's own beside the catalogue's, in the days [from, until): dated, signed, and with what it rests
 * on. It takes nothing away: the verdict of the catalogue stands, and what the figure means by this one is said beside it.
 */
export interface ThresholdOverride {
  id: string
  indicatorId: string
  place: OverridePlace
  level: OverriddenLevel
  above: number | null
  atLeast: number | null
  below: number | null
  atMost: number | null
  source: SourceId
  /** The law and its article, or the decision. */
  cited: string
  /** Why it was set; empty of those that were set before anybody was asked. */
  reason: string
  from: Day
  until: Day | null
  /** Who signed, and for which body. */
  signedBy: string
  signedFor: string
  endedBy: string | null
  /** Written down by mistake: it was never in force. It stays to be seen, with who took it back and why. */
  withdrawn: { at: Date; by: string; why: string } | null
}

type Bounds = Pick<ThresholdOverride, 'above' | 'atLeast' | 'below' | 'atMost'>
type Given = Bounds &
  Pick<ThresholdOverride, 'cited' | 'signedBy' | 'signedFor' | 'from' | 'until'> & { level: string; source: string }

type Fault =
  | 'indicator.none'
  | 'threshold.level'
  | 'threshold.source'
  | 'threshold.bounds'
  | 'threshold.signed'
  | 'threshold.until'
  | 'threshold.hard-limit'

/** What of a threshold was refused, by what was given. */
export type OverrideField = 'indicator' | 'level' | 'source' | 'bounds' | 'cited' | 'signedBy' | 'signedFor' | 'until'

export interface FieldFault {
  field: OverrideField
  fault: Fault
}

/** Everything for which an override cannot be written down, each at its field; none where it can. */
export function faultsOfOverride(definition: Indicator | undefined, given: Given): FieldFault[] {
  const set = boundsOf(given)
  const isLevel = (overriddenLevels as readonly string[]).includes(given.level)
  const isBounded = set.length > 0 && set.length <= 2 && set.every(([, bound]) => Number.isFinite(bound))
  const isSource = (overrideSources as readonly string[]).includes(given.source)
  const unsigned = (['cited', 'signedBy', 'signedFor'] as const).filter((field) => given[field].trim() === '')
  const isWeaker = definition && isLevel && isBounded && weakensHardLimit(definition, given)
  const found: (FieldFault | false | undefined)[] = [
    !definition && { field: 'indicator', fault: 'indicator.none' },
    !isLevel && { field: 'level', fault: 'threshold.level' },
    !isSource && { field: 'source', fault: 'threshold.source' },
    !isBounded && { field: 'bounds', fault: 'threshold.bounds' },
    ...unsigned.map((field): FieldFault => ({ field, fault: 'threshold.signed' })),
    isWeaker && { field: 'bounds', fault: 'threshold.hard-limit' },
    given.until !== null && given.until <= given.from && { field: 'until', fault: 'threshold.until' },
  ]
  return found.filter((one): one is FieldFault => typeof one === 'object')
}

/** Why an override cannot be written down; undefined where it can. */
export function faultOfOverride(definition: Indicator | undefined, given: Given): Fault | undefined {
  return faultsOfOverride(definition, given)[0]?.fault
}

/**
 * Whether a threshold would call a breach of a rule something else: within, where any breaching figure lies in its range; any
 * other level, where it speaks of nothing but breaches.
 */
function weakensHardLimit({ thresholds }: Indicator, given: Given): boolean {
  const range = rangeOf(given)
  return thresholds
    .filter(({ level }) => level === 'breach')
    .map(rangeOf)
    .some((breach) => {
      const overlaps = isBefore(range.low, breach.high) && isBefore(breach.low, range.high)
      return given.level === 'within' ? overlaps : isWithin(range, breach)
    })
}

/** An end of a range: the value, and whether it belongs to it. */
interface End {
  at: number
  isIn: boolean
}

function rangeOf(bounds: { [Name in keyof Bounds]?: number | null | undefined }): { low: End; high: End } {
  const end = (open: number | null | undefined, closed: number | null | undefined, none: number): End =>
    typeof open === 'number' ? { at: open, isIn: false } : { at: closed ?? none, isIn: typeof closed === 'number' }
  return {
    low: end(bounds.above, bounds.atLeast, Number.NEGATIVE_INFINITY),
    high: end(bounds.below, bounds.atMost, Number.POSITIVE_INFINITY),
  }
}

function isBefore(low: End, high: End): boolean {
  return low.at < high.at || (low.at === high.at && low.isIn && high.isIn)
}

function isWithin(inner: { low: End; high: End }, outer: { low: End; high: End }): boolean {
  const reaches = (a: End, b: End) => a.at === b.at && (b.isIn || !a.isIn)
  const startsIn = inner.low.at > outer.low.at || reaches(inner.low, outer.low)
  const endsIn = inner.high.at < outer.high.at || reaches(inner.high, outer.high)
  return startsIn && endsIn
}

/** What a new threshold meets among those of the same place, indicator and level: the one that it replaces on its first day, if any. */
export type Follows = { replaces: string | undefined } | { fault: 'threshold.overlap'; from: Day }

/** A new threshold replaces the one that runs; it never reaches back over one that was in force before. */
export function followsOn(existing: readonly ThresholdOverride[], given: Omit<ThresholdOverride, 'id'>): Follows {
  const same = existing.filter(
    (one) =>
      !one.withdrawn &&
      one.indicatorId === given.indicatorId &&
      one.level === given.level &&
      one.place.kind === given.place.kind &&
      one.place.id === given.place.id,
  )
  const over = same.find(({ from, until }) => from >= given.from || (until !== null && until > given.from))
  if (over) return { fault: 'threshold.overlap', from: over.from }
  return { replaces: same.find(({ until }) => until === null)?.id }
}

export function isInForce({ from, until, withdrawn }: ThresholdOverride, day: Day): boolean {
  return withdrawn === null && from <= day && (until === null || day < until)
}

/**
 * The thresholds that hold at a place on a day: of each level the one of the nearest place, as the law of a region stands
 * before the country's. `places` names the place and those around it, the nearest first.
 */
export function overridesAt(
  overrides: readonly ThresholdOverride[],
  places: readonly OverridePlace[],
  day: Day,
): ThresholdOverride[] {
  const inForce = overrides.filter((one) => isInForce(one, day))
  return overriddenLevels.flatMap((level) => {
    const ofLevel = inForce.filter((one) => one.level === level)
    const nearest = places.find((place) => ofLevel.some((one) => isOf(one, place)))
    return nearest ? ofLevel.filter((one) => isOf(one, nearest)) : []
  })
}

/** A day on which other thresholds of its own came to hold at a place: which from then on, and which no longer. */
export interface ThresholdChange {
  on: Day
  began: ThresholdOverride[]
  ended: ThresholdOverride[]
}

/**
 * The days after `from` and up to `to` on which the thresholds that hold at a place are others than the day before; what a nearer
 * place's threshold covers changes nothing. `places` as in `overridesAt`.
 */
export function thresholdChanges(
  overrides: readonly ThresholdOverride[],
  places: readonly OverridePlace[],
  { from, to }: { from: Day; to: Day },
): ThresholdChange[] {
  const turns = overrides.flatMap((one) => [one.from, one.until]).filter((day): day is Day => day !== null)
  const days = [...new Set(turns)].filter((day) => day > from && day <= to).sort()
  let before = overridesAt(overrides, places, from)
  return days.flatMap((on) => {
    const after = overridesAt(overrides, places, on)
    const began = after.filter((one) => !before.includes(one))
    const ended = before.filter((one) => !after.includes(one))
    before = after
    return began.length + ended.length > 0 ? [{ on, began, ended }] : []
  })
}

function isOf({ place }: ThresholdOverride, { kind, id }: OverridePlace): boolean {
  return place.kind === kind && place.id === id
}

export function thresholdOf({
  level,
  source,
  ...bounds
}: Pick<ThresholdOverride, 'level' | 'source'> & Bounds): Threshold {
  return { level, source, ...Object.fromEntries(boundsOf(bounds)) }
}

function boundsOf(bounds: Bounds): (readonly [keyof Bounds, number])[] {
  return boundNames.flatMap((name) => {
    const bound = bounds[name]
    return bound === null ? [] : [[name, bound] as const]
  })
}

/**
 * What a figure means by the country's own thresholds that hold; undefined where there are none. The lines beyond which a rule
 * is broken stand among them: no law of a country makes a breach anything else.
 */
export function judgeByOverrides(
  definition: Indicator,
  figure: Figure,
  holding: readonly ThresholdOverride[],
): Verdict | undefined {
  if (holding.length === 0) return undefined
  const hardLimits = definition.thresholds.filter(({ level }) => level === 'breach')
  return judge({ ...definition, thresholds: [...hardLimits, ...holding.map(thresholdOf)] }, figure)
}
