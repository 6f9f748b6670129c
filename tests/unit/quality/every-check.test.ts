import { describe, expect, test } from 'vitest'
import { facilityLookup } from '../../../server/domain/imports/facility-lookup.ts'
import { headerOf } from '../../../server/domain/imports/header.ts'
import type { RecordsMapping } from '../../../server/domain/imports/mapping.ts'
import { readMapping } from '../../../server/domain/imports/mapping-check.ts'
import { recordReaders } from '../../../server/domain/imports/record-row.ts'
import { indicators } from '../../../server/domain/indicators/index.ts'
import { judge } from '../../../server/domain/indicators/verdict.ts'
import { monthIndex } from '../../../server/domain/period.ts'
import { indicatorsTouched } from '../../../server/domain/quality/affected.ts'
import { contradictionNotes } from '../../../server/domain/quality/contradictions.ts'
import { eventChecks } from '../../../server/domain/quality/events/index.ts'
import { checks } from '../../../server/domain/records/checks.ts'
import type { Figure } from '../../../server/domain/value.ts'

const march = monthIndex('2025-03')

const familyContact = indicators.filter(({ area }) => area === 'family-and-community-contact')
const recommended = [{ id: 'r', month: march, area: 'family-and-community-contact' as const }]
const unknown: Figure = { state: 'missing', reason: 'not-reported' }

/** A share of a hundred cases that the indicator judges so, if any is. */
function figureOf(id: string, verdict: 'within' | 'concern'): Figure | undefined {
  const definition = indicators.find((one) => one.id === id)!
  const shares = [0, 1, 5, 20, 50, 80, 95, 99, 100].map(
    (value): Figure => ({
      state: 'counted',
      value,
      numerator: value,
      denominator: 100,
    }),
  )
  return shares.find((figure) => judge(definition, figure).verdict === verdict)
}

const cohort = readMapping(
  JSON.stringify({
    version: 1,
    kind: 'records',
    source: 'unit',
    records: [
      {
        record: 'cohort_outcome',
        fields: {
          cohort_from: 'From',
          cohort_to: 'To',
          definition_id: { constant: 'reimprisonment_new_sentence' },
          followup_months: 'Months',
          start_event: { constant: 'release_from_prison' },
          persons_at_risk: 'Risk',
          persons_with_event: 'Event',
          persons_unlinked: 'Unlinked',
        },
      },
    ],
  }),
) as { mapping: RecordsMapping }

/** What is wrong with a cohort that is sent on 15 June 2026: ids of the reasons and the columns. */
function cohortFaults(...cells: string[]): string[] {
  const [reader] = recordReaders(cohort.mapping, {
    header: headerOf(['From', 'To', 'Months', 'Risk', 'Event', 'Unlinked']),
    lookup: facilityLookup([]),
    surrogate: (_space, text) => text,
    zone: 'UTC',
    today: '2026-06-15',
  })
  const found = reader!.read(cells, 2)
  return Array.isArray(found) ? found.map(({ column, reason }) => `${column} ${reason.id}`) : []
}

describe('X34: a recommendation beside the figures of its month', () => {
  test('contradicts them where all that say anything are within, and names what it contradicts', () => {
    const notes = contradictionNotes(recommended, (id) => figureOf(id, 'within') ?? unknown)
    expect(notes).toMatchObject([
      { checkId: 'X34', level: 'info', month: march, subject: 'family-and-community-contact', count: 1, rows: ['r'] },
    ])
    const within = familyContact.filter(({ id }) => figureOf(id, 'within')).map(({ id }) => id)
    expect(indicatorsTouched(notes[0]!)).toEqual(expect.arrayContaining(within))
  })

  test('contradicts nothing where one of them says so itself, and where none says anything', () => {
    const doubted = familyContact.find(({ id }) => figureOf(id, 'concern'))!
    const figureBut = (id: string) => figureOf(id, id === doubted.id ? 'concern' : 'within') ?? unknown
    expect(contradictionNotes(recommended, figureBut)).toEqual([])
    expect(contradictionNotes(recommended, () => unknown)).toEqual([])
  })
})

describe('X35: a cohort', () => {
  test('is refused before its follow-up and the registration lag have passed, naming the day', () => {
    expect(cohortFaults('2024-01-01', '2024-06-30', '24', '100', '30', '2')).toEqual(['To record.not-ripe'])
    // The last day is the first on which it may come.
    expect(cohortFaults('2023-07-01', '2023-12-15', '24', '100', '30', '2')).toEqual([])
    expect(cohortFaults('2023-07-01', '2023-12-16', '24', '100', '30', '2')).toEqual(['To record.not-ripe'])
  })

  test('of which more came back or were lost than there were is refused', () => {
    expect(cohortFaults('2022-01-01', '2022-06-30', '24', '100', '70', '30')).toEqual([])
    expect(cohortFaults('2022-01-01', '2022-06-30', '24', '100', '70', '31')).toEqual(['Event record.more-than-whole'])
  })
})

/** Checks that neither judge one return nor the records of one facility: shown above, in their own tests. */
const shownAbove = ['X34', 'X35']

describe('every check of the catalogue', () => {
  test.each(checks.map((check) => [check.id, check] as const))(
    '%s fires on an example, and not on another',
    (id, check) => {
      const ofEvents = eventChecks.find((one) => one.id === id)
      const ways = [
        check.run && {
          fires: check.examples?.some(({ gives }) => gives === 'fails'),
          holds: check.examples?.some(({ gives }) => gives === 'holds'),
        },
        ofEvents && {
          fires: ofEvents.examples.some(({ finds }) => Object.keys(finds).length > 0),
          holds: ofEvents.examples.some(({ finds }) => Object.keys(finds).length === 0),
        },
      ].filter((way) => way !== undefined)
      if (shownAbove.includes(id)) expect(ways).toEqual([])
      else expect(ways.length).toBeGreaterThan(0)
      for (const way of ways) expect(way).toEqual({ fires: true, holds: true })
    },
  )

  test('runs on all the data that the catalogue names: on records, on returns, or on both', () => {
    const onBoth = checks.filter(({ data }) => data.length === 2).map(({ id }) => id)
    const onEvents = new Set<string>(eventChecks.map(({ id }) => id))
    // X11 is about days of units, which no return tells; X19 and X32 hold records and certificates against the return.
    const byTheirNature = ['X11', 'X19', 'X32', 'X33', ...shownAbove]
    expect(onBoth.filter((id) => !byTheirNature.includes(id))).toEqual(['X05', 'X31'])
    for (const id of ['X05', 'X31']) {
      expect(onEvents.has(id)).toBe(true)
      expect(checks.find((one) => one.id === id)!.run).toBeDefined()
    }
  })
})
