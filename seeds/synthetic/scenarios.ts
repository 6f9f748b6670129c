import { type Month, monthIndex } from '../../server/domain/period.ts'
import type { Traits } from './traits.ts'

/** How a return reaches the ministry when it does not simply come. */
export type Filing = 'late' | 'never' | 'copied' | 'misreported'

/**
 * A problem (or its absence) that the product exists to find, put into the country on purpose.
 * It changes what a place is like, or how its returns are filed; never a figure by itself.
 */
export interface Scenario {
  id: string
  facilities: readonly string[]
  from: Month
  to: Month
  /** What happens there. */
  story: string
  /** Where a reader of the screens meets it. */
  shows: string
  /** The traits of one month; `progress` runs from 0 in the first month to 1 in the last. */
  traits?: (usual: Traits, progress: number) => Traits
  /** People sent to one another each month by the two facilities. */
  swaps?: number
  filing?: Filing
  /** What the first return said, column by column, before its correction. */
  saidFirst?: Record<string, number>
}

const last: Month = '2026-02'

export const scenarios: readonly Scenario[] = [
  {
    id: 'decline',
    facilities: ['KEL-01'],
    from: '2024-12',
    to: last,
    story:
      'Officers leave and are not replaced; hours out of the cell, visits and programmes shrink, violence and solitary grow.',
    shows: 'Overview and Facility: most trends turn; Indicator: staff-gap first, time-out-of-cell after it',
    traits: (usual, progress) => ({
      ...usual,
      quality: usual.quality - 1.7 * progress,
      vacancy: usual.vacancy + 0.26 * progress,
      hoursOut: usual.hoursOut * (1 - 0.55 * progress),
      tension: usual.tension * (1 + 1.2 * progress),
      occupancy: usual.occupancy + 0.18 * progress,
      solitaryStarts: usual.solitaryStarts * (1 + progress),
      solitaryLong: usual.solitaryLong + 0.06 * progress,
    }),
  },
  {
    id: 'clock-reset',
    facilities: ['OST-01', 'OST-02'],
    from: '2024-06',
    to: last,
    story: 'People in solitary are exchanged with the neighbour on day fifteen, and each prison counts from one again.',
    shows: 'Indicator solitary-over-15-days: people counted from the records, where the return beside says 0',
    traits: (usual) => ({ ...usual, solitaryStarts: 3.4, solitaryDays: 11, solitaryLong: 0.3, solitaryCut: true }),
    swaps: 4,
  },
  {
    id: 'too-quiet',
    facilities: ['SUL-01'],
    from: '2025-03',
    to: last,
    story:
      'A large ordinary prison stops writing down assaults, self-harm, force and complaints: twelve months of noughts.',
    shows: 'Indicators of safety and complaints: noughts where several events a month are expected',
    traits: (usual) => ({ ...usual, candour: 0 }),
  },
  {
    id: 'copied-forward',
    facilities: ['TIR-03'],
    from: '2025-09',
    to: '2025-12',
    story: 'Four months repeat the return of August 2025 to the last digit, the opening count included.',
    shows: 'Explain this number: the same return four times, beside records that go on; the check of copied returns',
    filing: 'copied',
  },
  {
    id: 'capacity-without-area',
    facilities: ['TIR-01'],
    from: '2025-07',
    to: last,
    story: 'A new certificate raises 510 places to 620 on the same floor.',
    shows: 'Indicator occupancy-rate falls in July 2025; people below 4 m² do not',
    traits: (usual) => ({ ...usual, occupancy: usual.occupancy * (510 / 620) }),
  },
  {
    id: 'late-return',
    facilities: ['OST-04'],
    from: '2026-01',
    to: '2026-01',
    story: 'The return of January arrives after all the others, in a file of its own.',
    shows: 'Data: two imports give January; the earlier national figure speaks of one facility fewer',
    filing: 'late',
  },
  {
    id: 'missing-return',
    facilities: ['QUE-04'],
    from: '2026-02',
    to: '2026-02',
    story: 'The return of February has not come.',
    shows: 'Overview, Compare, Facility: not reported (and not nought); 29 of 30 facilities',
    filing: 'never',
  },
  {
    id: 'gap-in-the-past',
    facilities: ['TIR-04'],
    from: '2024-07',
    to: '2024-08',
    story: 'Two returns of 2024 were never sent.',
    shows: 'Facility: a gap in every line',
    filing: 'never',
  },
  {
    id: 'real-outlier',
    facilities: ['DOR-02'],
    from: '2025-10',
    to: '2025-10',
    story:
      'A disturbance: assaults, force, lock-down, injuries and transfers rise together for one month. The figure is right.',
    shows: 'Indicators of safety: one point far above the limits, with lock-down days and transfers to confirm it',
    traits: (usual) => ({
      ...usual,
      tension: 11,
      hoursOut: 2.6,
      lockdown: 0.3,
      moves: 0.14,
      solitaryStarts: 8,
      quality: usual.quality - 0.6,
    }),
  },
  {
    id: 'small-and-extreme',
    facilities: ['DOR-05', 'KEL-05', 'SUL-05', 'QUE-03'],
    from: '2023-03',
    to: last,
    story: 'Houses of a dozen people with ordinary lives: one event makes a rate that leads every list.',
    shows: 'Compare: far from the mean and inside the funnel; never ranked',
  },
  {
    id: 'disparity-women',
    facilities: ['KEL-03'],
    from: '2023-03',
    to: last,
    story: 'The women’s wing has no workshop and no teacher: a third of the men’s hours.',
    shows: 'Indicators of programmes by sex: women-men-parity',
    traits: (usual) => ({ ...usual, programmeLean: { ...usual.programmeLean, sex: { female: 0.33 } } }),
  },
  {
    id: 'disparity-foreign',
    facilities: ['KEL-02'],
    from: '2023-03',
    to: last,
    story: 'Foreign nationals get no calls abroad: most of those without any contact are foreign.',
    shows: 'Indicators visited-in-90-days and no-contact-90d by nationality group',
    traits: (usual) => ({
      ...usual,
      contactLean: {
        ...usual.contactLean,
        nationality_group: { foreign_resident: 0.4, foreign_non_resident: 0.08, stateless_or_unknown: 0.3 },
      },
    }),
  },
  {
    id: 'just-under-a-limit',
    facilities: ['QUE-02'],
    from: '2025-01',
    to: last,
    story: 'Separations are planned for 21.5 hours a day and end on the fourteenth day, just under both limits.',
    shows: 'Questions about quiet figures: placements just under 22 hours and just under 15 days',
  },
  {
    id: 'late-entries',
    facilities: ['TIR-03'],
    from: '2025-09',
    to: last,
    story: 'The place that copies its returns also falls behind with its records: a third is typed in weeks later.',
    shows: 'Data quality: check X22, late and backdated entries',
    traits: (usual) => ({ ...usual, lateEntries: 0.33 }),
  },
  {
    id: 'moved-denominator',
    facilities: ['TIR-02'],
    from: '2024-12',
    to: last,
    story:
      'Half of the requests for care are met in time. From November 2025 on the others are no longer written down: as many are met as before, among half as many.',
    shows: 'Questions about quiet figures: health-request-on-time turned from concern to within',
    traits: (usual, progress) => ({ ...usual, met: 0.5, unmetWritten: progress > 0.75 ? 0.05 : 1 }),
  },
  {
    id: 'overdue-screening',
    facilities: ['KEL-02'],
    from: '2025-11',
    to: last,
    story: 'No nurse at night and at weekends: one in three who arrive is not examined within a day, some not at all.',
    shows: 'Indicator health-screening-24h at the facility',
    traits: (usual) => ({ ...usual, screening: 0.62 }),
  },
  {
    id: 'unready-at-release',
    facilities: ['QUE-01'],
    from: '2025-09',
    to: last,
    story: 'The release officer has left: people leave without papers, a place for the night or a plan.',
    shows: 'Indicator release-ready-critical at the facility',
    traits: (usual) => ({ ...usual, readiness: 0.08 }),
  },
  {
    id: 'pretrial-over-limit',
    facilities: ['KEL-02'],
    from: '2023-03',
    to: last,
    story:
      'Courts do not lengthen what the law limits, and people stay: untried for longer than any court has ordered.',
    shows: 'Indicator pretrial-over-limit: a count of people, each month',
    traits: (usual) => ({ ...usual, unlengthened: 0.3 }),
  },
  {
    id: 'good-example',
    facilities: ['DOR-04'],
    from: '2023-03',
    to: last,
    story: 'An open prison that prepares release from the first day.',
    shows: 'Facility: within on nearly everything; Compare: above the funnel in release readiness',
    traits: (usual) => ({ ...usual, quality: 2, readiness: 0.5, vacancy: 0.02 }),
  },
  {
    id: 'corrected-return',
    facilities: ['SUL-02'],
    from: '2025-12',
    to: '2025-12',
    story:
      'Nobody was in solitary for over 15 days, said the first return; after a visit a corrected file says otherwise.',
    shows: 'Indicator solitary-over-15-days, explain this number: the value before, the value now, and both files',
    filing: 'misreported',
    traits: (usual) => ({ ...usual, solitaryStarts: 5, solitaryLong: 0.5 }),
    saidFirst: { sol_over15: 0, sol_longest_days: 14 },
  },
]

/** The scenario by which a facility files the return of a month in another way than the rest. */
export function filingOf(facilityKey: string, month: Month): Scenario | undefined {
  return inForce(facilityKey, month).find((scenario) => scenario.filing)
}

/** The scenarios that a facility lives through in a month. */
export function inForce(facilityKey: string, month: Month): Scenario[] {
  return scenarios.filter(
    ({ facilities, from, to }) => facilities.includes(facilityKey) && from <= month && month <= to,
  )
}

/** The traits of a facility in a month, after every scenario that it lives through. */
export function traitsIn(usual: Traits, facilityKey: string, month: Month): Traits {
  return inForce(facilityKey, month).reduce((traits, { traits: change, from, to }) => {
    const length = monthIndex(to) - monthIndex(from)
    return change ? change(traits, length === 0 ? 1 : (monthIndex(month) - monthIndex(from)) / length) : traits
  }, usual)
}
