import type { Indicator } from '../indicators/define.ts'
import { hardLimitsIn, isHardLimit } from '../indicators/hard-limits.ts'
import { headlines } from '../indicators/headlines.ts'
import { indicators } from '../indicators/index.ts'
import type { Reading } from '../indicators/reading.ts'
import { definitionIn } from '../indicators/versions.ts'
import type { MissingReason } from '../value.ts'

/**
 * What the figures of one facility's month ask about. The four are never added up: each is a question of its own, and
 * facilities are not put in an order by them.
 */
export interface Raised {
  /** People beyond each hard limit. */
  limits: { indicatorId: string; people: number }[]
  /** Figures outside their target, and by more than chance makes likely. */
  outside: { indicatorId: string; level: 'warning' | 'serious' | 'critical' }[]
  /** Figures that other facilities gave for the month and this one did not, of how many. */
  silent: { indicatorIds: string[]; of: number }
}

/** One indicator of all facilities that are looked at, in one order. */
export interface AskedColumn {
  definition: Pick<Indicator, 'id' | 'unit'> & { thresholds: readonly { level: string }[] }
  readings: readonly Pick<Reading, 'figure' | 'verdict'>[]
}

/** Above as many facilities the headlines stand for the core of the catalogue: each figure of each takes its time. */
const mostForAll = 300

/** The indicators that are looked at in a month: every hard limit, and the core of the catalogue or, in a large country, the headlines. */
export function lookedAtIn(month: number, facilities: number): Indicator[] {
  const isHeadline = (id: string) => headlines.some((one) => one === id)
  const isLookedAt = (one: Indicator) => (facilities > mostForAll ? isHeadline(one.id) : one.tier === 'core')
  const limits = new Set(hardLimitsIn(month).map(({ id }) => id))
  return indicators.map((one) => definitionIn(one, month)).filter((one) => limits.has(one.id) || isLookedAt(one))
}

/** Reasons that lie with whoever should have sent it; the others say that there could be no figure. */
const unsent: readonly MissingReason[] = ['not-reported', 'late', 'part-missing', 'inconsistent']

/** What is asked about each facility, in the order in which the readings stand. */
export function raisedBy(columns: readonly AskedColumn[]): Raised[] {
  const given = columns.filter(({ readings }) => readings.some(({ figure }) => isGiven(figure)))
  const places = Array.from({ length: columns[0]?.readings.length ?? 0 }, (_, place) => place)
  return places.map((place) => {
    const at = (column: AskedColumn) => column.readings[place]!
    const expected = given.filter((column) => isGiven(at(column).figure) || isUnsent(at(column).figure))
    return {
      limits: columns.flatMap((column) => beyond(column.definition, at(column))),
      outside: columns.flatMap((column) => outsideOf(column.definition.id, at(column))),
      silent: {
        indicatorIds: expected.filter((column) => isUnsent(at(column).figure)).map(({ definition }) => definition.id),
        of: expected.length,
      },
    }
  })
}

const isGiven = ({ state }: Reading['figure']) => state !== 'missing' && state !== 'not-applicable'
const isUnsent = (figure: Reading['figure']) => figure.state === 'missing' && unsent.includes(figure.reason)

function beyond(definition: AskedColumn['definition'], { verdict }: Pick<Reading, 'verdict'>): Raised['limits'] {
  if (verdict.verdict !== 'breach' || !isHardLimit(definition)) return []
  return [{ indicatorId: definition.id, people: verdict.people }]
}

function outsideOf(indicatorId: string, { verdict }: Pick<Reading, 'verdict'>): Raised['outside'] {
  return verdict.verdict === 'concern' && !verdict.withinChance ? [{ indicatorId, level: verdict.level }] : []
}
