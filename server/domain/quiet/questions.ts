import type { Cells } from '../records/check.ts'
import { capacityWithoutArea } from './capacity.ts'
import type { QuietQuestion } from './define.ts'
import { movedDenominators } from './denominators.ts'
import { lateRows } from './entries.ts'
import { underLimits } from './heaping.ts'
import { copiedForward, roundNumbers, zeroRuns } from './returns.ts'

function question<const Id extends string>(given: QuietQuestion<Id>): QuietQuestion<Id> {
  return given
}

const quietMonths = (months: number, person_days: number): Cells[] =>
  Array.from({ length: months }, () => ({ complaints_received: 0, person_days }))

/** Twelve values that begin at `from`. */
function numbered(from: number, step: number): Cells {
  return Object.fromEntries(Array.from({ length: 12 }, (_, place) => [`value_${place}`, from + place * step]))
}

const examined = (adm_screened_24h: number, adm_all: number): Cells => ({ adm_screened_24h, adm_all })

/** Twelve months of about so many examined among so many arrivals. */
function yearOf(screened: number, arrivals: number): Cells[] {
  return Array.from({ length: 12 }, (_, month) => examined(screened + (month % 3) - 1, arrivals + (month % 5) - 2))
}

const times = (count: number, value: number): number[] => Array.from({ length: count }, () => value)

/** Every question that is asked about figures which look too good; whoever reads them decides what they mean. */
export const quietQuestions = [
  question({
    id: 'zero-run',
    look: zeroRuns,
    examples: [
      // Six months of 9,000 person-days at 1 complaint in 10,000 would give 5.4; none at all, once in 221.
      {
        given: { returns: quietMonths(6, 9000), usualRates: { complaints_received: { rate: 0.0001, spread: 0 } } },
        gives: 'seen',
        naming: ['complaints_received'],
      },
      {
        given: { returns: quietMonths(6, 900), usualRates: { complaints_received: { rate: 0.0001, spread: 0 } } },
        gives: 'nothing-seen',
      },
      // A month without a return ends the run: silence is not nought.
      {
        given: {
          returns: [...quietMonths(3, 9000), undefined, ...quietMonths(9, 9000)],
          usualRates: { complaints_received: { rate: 0.0001, spread: 0 } },
        },
        gives: 'not-looked',
        naming: ['earlier returns'],
      },
      { given: { returns: quietMonths(6, 9000) }, gives: 'not-looked', naming: ['usualRates'] },
      { given: { returns: [undefined] }, gives: 'not-looked', naming: ['return'] },
    ],
  }),
  question({
    id: 'copied-forward',
    look: copiedForward,
    examples: [
      { given: { returns: [numbered(21, 7), numbered(21, 7)] }, gives: 'seen', naming: ['value_0', 'value_11'] },
      { given: { returns: [numbered(21, 7), numbered(22, 7)] }, gives: 'nothing-seen' },
      // A nought that stays nought is no copy.
      {
        given: { returns: [numbered(0, 0), numbered(0, 0)] },
        gives: 'not-looked',
        naming: ['ten values in both months'],
      },
      {
        given: { returns: [numbered(21, 7), undefined, numbered(21, 7)] },
        gives: 'not-looked',
        naming: ['return of the month before'],
      },
    ],
  }),
  question({
    id: 'round-numbers',
    look: roundNumbers,
    examples: [
      { given: { returns: [numbered(20, 5)] }, gives: 'seen', naming: ['value_3'] },
      { given: { returns: [numbered(21, 7)] }, gives: 'nothing-seen' },
      // Small numbers end in 0 or 5 by themselves.
      { given: { returns: [numbered(0, 1)] }, gives: 'not-looked', naming: ['ten values of 20 or more'] },
      { given: {}, gives: 'not-looked', naming: ['return'] },
    ],
  }),
  question({
    id: 'just-under-a-limit',
    look: underLimits,
    examples: [
      { given: { placementDays: [...times(12, 15), 12, 17, 3] }, gives: 'seen', naming: ['placementDays'] },
      // As many on either side as under the limit.
      { given: { placementDays: [...times(4, 12), ...times(4, 14), ...times(4, 16)] }, gives: 'nothing-seen' },
      { given: { placementDays: times(6, 14) }, gives: 'nothing-seen' },
      {
        given: { placementDays: [2, 5], hoursInCell: [...times(14, 21.5), 21, 22.25] },
        gives: 'seen',
        naming: ['hoursInCell'],
      },
      { given: {}, gives: 'not-looked', naming: ['placementDays', 'hoursInCell'] },
    ],
  }),
  question({
    id: 'moved-denominator',
    look: movedDenominators,
    examples: [
      // Half of those who arrived were examined in time; now twenty are, and only twenty are said to have arrived.
      { given: { returns: [examined(20, 20), ...yearOf(20, 40)] }, gives: 'seen', naming: ['adm_all'] },
      // As many were examined as arrived: all of them at last.
      { given: { returns: [examined(40, 40), ...yearOf(20, 40)] }, gives: 'nothing-seen' },
      // Half as many came, and as good a part of them was examined as before.
      { given: { returns: [examined(20, 20), ...yearOf(40, 40)] }, gives: 'nothing-seen' },
      { given: { returns: [examined(10, 20), ...yearOf(20, 40)] }, gives: 'nothing-seen' },
      { given: { returns: [examined(20, 21), examined(20, 40)] }, gives: 'not-looked', naming: ['earlier returns'] },
      { given: {}, gives: 'not-looked', naming: ['return'] },
    ],
  }),
  question({
    id: 'late-entries',
    look: lateRows,
    examples: [
      // A third of sixty; of one in ten chance makes so many once in a million times.
      { given: { entries: { rows: 60, late: 20 } }, gives: 'seen', naming: ['entries'] },
      { given: { entries: { rows: 60, late: 6 } }, gives: 'nothing-seen' },
      // Twelve of sixty are more than one in ten, and chance makes them among a thousand questions.
      { given: { entries: { rows: 60, late: 12 }, asked: 1000 }, gives: 'nothing-seen' },
      { given: { entries: { rows: 6, late: 6 } }, gives: 'not-looked', naming: ['ten rows in the month'] },
      { given: {}, gives: 'not-looked' },
    ],
  }),
  question({
    id: 'capacity-without-area',
    look: capacityWithoutArea,
    examples: [
      {
        given: {
          certificates: [
            { places: 510, squareMetresPerPlace: 6 },
            { places: 620, squareMetresPerPlace: 4.9 },
          ],
        },
        gives: 'seen',
        naming: ['capacity_certified'],
      },
      // A new wing: 100 places with their floor.
      {
        given: {
          certificates: [
            { places: 510, squareMetresPerPlace: 6 },
            { places: 610, squareMetresPerPlace: 6 },
          ],
        },
        gives: 'nothing-seen',
      },
      { given: { certificates: [{ places: 510, squareMetresPerPlace: undefined }] }, gives: 'nothing-seen' },
      {
        given: {
          certificates: [
            { places: 510, squareMetresPerPlace: undefined },
            { places: 620, squareMetresPerPlace: 4.9 },
          ],
        },
        gives: 'not-looked',
        naming: ['floor area on the certificate'],
      },
      { given: {}, gives: 'not-looked', naming: ['certificate'] },
    ],
  }),
] as const

export type QuietQuestionId = (typeof quietQuestions)[number]['id']
