import { parseDay } from '../period.ts'
import { findIndicator } from './index.ts'
import { faultsOfOverride, type OverrideField, type ThresholdOverride } from './override.ts'
import { boundNames, overriddenLevels } from './override-bounds.ts'

type BoundName = (typeof boundNames)[number]

/** The fields of a form that asks for a threshold, each as it was typed. */
export const askedFields = [
  'indicator',
  'level',
  'place',
  'facility',
  'bound',
  'value',
  'otherBound',
  'otherValue',
  'source',
  'cited',
  'from',
  'until',
  'reason',
  'signedBy',
  'signedFor',
] as const
export type Asked = Record<(typeof askedFields)[number], string>

/** Where a fault is told. */
export type FaultyField = OverrideField | 'place' | 'from' | 'reason'
/** Which words tell of it: those of the field, unless the fault has its own. */
export type FaultWords = FaultyField | 'hard-limit' | 'bounds.same'
export type AskedFaults = Partial<Record<FaultyField, FaultWords>>

/** What a form asks for: 'country' or a key of the register as the place. */
export type AskedOverride = Pick<
  ThresholdOverride,
  'level' | 'above' | 'atLeast' | 'below' | 'atMost' | 'cited' | 'reason' | 'from' | 'until' | 'signedBy' | 'signedFor'
> & {
  indicator: string
  source: string
  place: { country: true } | { region: string } | { facility: string }
}

/** Reads a form that asks for a threshold: what it asks for, or everything that is to be mended, field by field. */
export function readAsked(asked: Asked): { given: AskedOverride } | { faults: AskedFaults } {
  const faults: AskedFaults = {}
  const bounds = boundsIn(asked)
  const [from, until] = [parseDay(asked.from), parseDay(asked.until)]
  const place = placeIn(asked)
  const said = {
    level: overriddenLevels.find((one) => one === asked.level) ?? ('' as 'within'),
    ...(bounds ?? { above: null, atLeast: null, below: null, atMost: null }),
    source: asked.source,
    cited: asked.cited.trim(),
    reason: asked.reason.trim(),
    // Of a day that is none the day itself is at fault, and nothing that is held against it.
    from: from ?? '0001-01-01',
    until: until ?? null,
    signedBy: asked.signedBy.trim(),
    signedFor: asked.signedFor.trim(),
  } as const
  for (const { field, fault } of faultsOfOverride(findIndicator(asked.indicator), said))
    faults[field] ??= fault === 'threshold.hard-limit' ? 'hard-limit' : field
  if (bounds && isEmpty(bounds)) faults.bounds = 'bounds.same'
  if (!from) faults.from = 'from'
  if (asked.until !== '' && !until) faults.until = 'until'
  if (!place) faults.place = 'place'
  if (said.reason === '') faults.reason = 'reason'
  if (Object.keys(faults).length > 0 || !place) return { faults }
  return { given: { ...said, indicator: asked.indicator, place } }
}

type Bounds = Record<BoundName, number | null>

/** The ends that were named; undefined where one has a word and no number, or a number and no word. */
function boundsIn({ bound, value, otherBound, otherValue }: Asked): Bounds | undefined {
  const found: Bounds = { above: null, atLeast: null, below: null, atMost: null }
  for (const [word, text] of [
    [bound, value.trim()],
    [otherBound, otherValue.trim()],
  ] as const) {
    if (word === '' && text === '') continue
    const name = boundNames.find((one) => one === word)
    if (!name || !/^-?\d+(\.\d+)?$/.test(text) || found[name] !== null) return undefined
    found[name] = Number(text)
  }
  return found
}

/** Whether two ends point the same way, or leave no figure between them. */
function isEmpty({ above, atLeast, below, atMost }: Bounds): boolean {
  const [lows, highs] = [
    [above, atLeast],
    [below, atMost],
  ].map((ends) => ends.filter((end) => end !== null)) as [number[], number[]]
  if (lows.length > 1 || highs.length > 1) return true
  const [low, high] = [lows[0], highs[0]]
  if (low === undefined || high === undefined) return false
  return low > high || (low === high && (above !== null || below !== null))
}

function placeIn({ place, facility }: Asked): AskedOverride['place'] | undefined {
  const key = facility.trim()
  if (key !== '') return place === '' || place === 'country' ? { facility: key } : undefined
  if (place === 'country') return { country: true }
  return place.startsWith('region:') ? { region: place.slice('region:'.length) } : undefined
}
