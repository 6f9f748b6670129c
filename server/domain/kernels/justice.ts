import { overLimitFrom, pastReleaseFrom } from '../clocks/pretrial.ts'
import { codePlace } from './columns.ts'
import { type Derivation, derive } from './define.ts'
import { eachMonth, type Facility, monthEnd, places } from './facility.ts'
import { isSentenced, isUntried } from './legal-status.ts'
import { each, some } from './rows-by-key.ts'
import { heldAtEnd, staysOn, within } from './shapes.ts'

const newcomers = places('admission_kind', 'new_from_liberty', 'recall')
const legal = codePlace('contact_group', 'legal')
const completed = codePlace('contact_status', 'completed')
const national = codePlace('nationality_group', 'national')
/** Six months, as a number of days. */
const shortSentenceDays = 183

type OfStay = (stay: number, day: number) => boolean

/** Untried people on the last day for whom a test holds. */
const untried = (made: (facility: Facility) => OfStay = () => () => true) =>
  heldAtEnd((facility) => {
    const test = made(facility)
    return (stay, day) => isUntried(facility.stays.statusAt(stay, day)) && test(stay, day)
  })

/** Untried people by the days for which they have been in custody, in whichever facilities. */
const heldFor = (more: number, atMost: number) =>
  untried(({ stays }) => (stay, day) => {
    const held = day - stays.custodyFrom[stay]!
    return held > more && held <= atMost
  })

/** Whether a lawyer was in contact with a person from one day to another, in whichever facility of the custody. */
function lawyerReader(facility: Facility): (stay: number, from: number, to: number) => boolean {
  const contacts = facility.by('contact_event', 'stay_key')
  const read = (field: string) => facility.column('contact_event', field)
  const [group, status, on] = ['with_group', 'status', 'happened_on'].map(read)
  const custodies = facility.by('stay', 'custody_key')
  const keys = facility.column('stay', 'stay_key')
  return (stay, from, to) =>
    some(custodies, facility.stays.custody[stay]!, (other) =>
      some(
        contacts,
        keys[other]!,
        (row) => group![row] === legal && status![row] === completed && on![row]! >= from && on![row]! <= to,
      ),
    )
}

const isHeldSevenDays: (facility: Facility) => OfStay =
  ({ stays }) =>
  (stay, day) =>
    stays.custodyFrom[stay]! <= day - 7

/** People admitted untried, on the second day after. */
const firstLawyer = (isSeen: boolean) =>
  staysOn((facility) => {
    const { stays, column } = facility
    const kind = column('stay', 'admission_kind')
    const hasLawyer = lawyerReader(facility)
    return {
      day: (row) => stays.from[row]! + 2,
      test: (row) => {
        const since = stays.from[row]!
        const isDue = newcomers.has(kind[row]!) && isUntried(stays.statusAt(row, since))
        return isDue && (!isSeen || hasLawyer(row, since, since + 2))
      },
    }
  })

/** Persons held here on any day from `from` (NaN: never) to `until`, each once a month. */
const onAnyDay =
  (
    made: (facility: Facility) => (stay: number, see: (from: number, until: number) => void) => void,
  ): Derivation['count'] =>
  (facility, counter) => {
    const { stays, window, days, asOf } = facility
    const spansOf = made(facility)
    const today = days.dayOf(asOf)
    const seen = new Set<number>()
    for (let stay = 0; stay < stays.count; stay++) {
      if (!stays.isOwn[stay]) continue
      spansOf(stay, (from, until) => {
        const first = Math.max(from, stays.from[stay]!)
        // A day of release is a day on which the person was still held past the limit only if it began so.
        const last = Math.min(until, stays.until[stay]!, today + 1) - 1
        if (!(first <= last)) return
        eachMonth(window, first, last, (place) => {
          const key = stays.person[stay]! * window.months + place
          if (seen.has(key)) return
          seen.add(key)
          counter.add(place, stay, monthEnd(window, place))
        })
      })
    }
  }

const overLimit = onAnyDay((facility) => {
  const spells = facility.by('legal_status_spell', 'stay_key')
  const read = (field: string) => facility.column('legal_status_spell', field)
  const [status, start, end, limit] = ['status', 'start_on', 'end_on', 'national_limit_on'].map(read)
  const [keys, order] = [facility.column('stay', 'stay_key'), facility.column('stay', 'order_valid_until')]
  return (stay, see) =>
    each(spells, keys[stay]!, (row) => {
      if (!isUntried(status![row]!)) return
      const from = overLimitFrom({ nationalLimitOn: limit![row]!, orderValidUntil: order[stay]! })
      see(Math.max(from, start![row]!), Number.isNaN(end![row]!) ? Number.POSITIVE_INFINITY : end![row]!)
    })
})

/** New admissions of a kind of person; the term is that of the sentence in force on the day. */
const admissions = (made: (facility: Facility) => (stay: number) => boolean) =>
  staysOn((facility) => {
    const { stays, column } = facility
    const kind = column('stay', 'admission_kind')
    const test = made(facility)
    return { day: (row) => stays.from[row]!, test: (row) => newcomers.has(kind[row]!) && test(row) }
  })

const isForeign =
  ({ stays }: Facility) =>
  (stay: number) =>
    stays.nationality[stay] !== national

const isShort = (facility: Facility) => {
  const { stays } = facility
  const spells = facility.by('legal_status_spell', 'stay_key')
  const [start, term] = ['start_on', 'sentence_days'].map((field) => facility.column('legal_status_spell', field))
  const keys = facility.column('stay', 'stay_key')
  return (stay: number) =>
    isSentenced(stays.statusAt(stay, stays.from[stay]!)) &&
    some(spells, keys[stay]!, (row) => start![row]! <= stays.from[stay]! && term![row]! <= shortSentenceDays)
}

const spells = ['stay', 'legal_status_spell'] as const
const lawyers = [...spells, 'contact_event'] as const

/** On what legal ground and for how long people are held. */
export const justiceDerivations = [
  derive('pretrial_closing', spells, untried()),
  derive('pretrial_7d', spells, untried(isHeldSevenDays)),
  derive(
    'legal_contact_30d',
    lawyers,
    untried((facility) => {
      const [isLong, hasLawyer] = [isHeldSevenDays(facility), lawyerReader(facility)]
      return (stay, day) => isLong(stay, day) && hasLawyer(stay, day - 29, day)
    }),
    30,
  ),
  derive('lawyer_due_2d', spells, firstLawyer(false), 33),
  derive('lawyer_seen_2d', lawyers, firstLawyer(true), 33),
  derive('pretrial_upto_90d', spells, heldFor(Number.NEGATIVE_INFINITY, 90)),
  derive('pretrial_91_180d', spells, heldFor(90, 180)),
  derive('pretrial_181_365d', spells, heldFor(180, 365)),
  derive('pretrial_over_365d', spells, heldFor(365, Number.POSITIVE_INFINITY)),
  derive('pretrial_over_limit', spells, overLimit),
  derive(
    'past_release_date',
    ['stay'],
    onAnyDay(({ column }) => (stay, see) => {
      see(pastReleaseFrom(column('stay', 'lawful_release_on')[stay]!), Number.POSITIVE_INFINITY)
    }),
  ),
  derive(
    'sentenced_adm',
    spells,
    admissions(
      ({ stays }) =>
        (stay) =>
          isSentenced(stays.statusAt(stay, stays.from[stay]!)),
    ),
  ),
  derive('sentenced_adm_6m', spells, admissions(isShort)),
  derive('foreign_adm', ['stay', 'person'], admissions(isForeign)),
  derive(
    'foreign_consular_72h',
    ['stay', 'person'],
    admissions((facility) => {
      const offered = facility.column('stay', 'consular_offer_at')
      const test = isForeign(facility)
      return (stay) => test(stay) && within(offered[stay], facility.stays.admittedAt[stay], 72)
    }),
  ),
]
