import type { MeasureId } from '../measures/index.ts'
import { codePlace } from './columns.ts'
import { type Derivation, derive } from './define.ts'
import { type Facility, monthEnd, places } from './facility.ts'
import { some } from './rows-by-key.ts'

const custodial = codePlace('staff_category', 'custodial')
const [doctor, nurse] = ['doctor', 'nurse'].map((category) => codePlace('staff_category', category))
const induction = codePlace('training_topic', 'induction_full')
/** What everybody refreshes every year: rights, force, first aid (Nelson Mandela Rule 76; the interval is a local default). */
const yearly = [
  ...places('training_topic', 'human_rights_nmr', 'use_of_force_deescalation', 'first_aid_suicide_prevention'),
]

/** Sums of the staff sheet of a month, by the sex of the staff; a month without a sheet, or with a gap in it, has no figure. */
const sheet =
  (field: string, isWanted: (category: number) => boolean): Derivation['count'] =>
  (facility, counter) => {
    const read = (name: string) => facility.column('staff_month', name)
    const [month, category, sex, value] = [read('month'), read('category'), read('sex'), read(field)]
    const known = new Uint8Array(facility.window.months)
    const lacking = new Uint8Array(facility.window.months)
    for (let row = 0; row < facility.rows('staff_month'); row++) {
      const place = month[row]! - facility.window.first
      if (!(place >= 0 && place < facility.window.months) || read('facility_id')[row]! > 0) continue
      known[place] = 1
      if (!isWanted(category[row]!)) continue
      if (Number.isNaN(value[row]!)) lacking[place] = 1
      else counter.addOfSex(place, sex[row]!, value[row]!)
    }
    for (let place = 0; place < facility.window.months; place++)
      if (!known[place] || lacking[place]) counter.set(place, Number.NaN)
  }

/** Staff on the last day of each month for whom a test holds, by head. */
const heads =
  (made: (facility: Facility) => (member: number, day: number) => boolean): Derivation['count'] =>
  (facility, counter) => {
    const test = made(facility)
    const where = facility.column('staff_member', 'facility_id')
    for (let row = 0; row < facility.rows('staff_member'); row++) {
      if (where[row]! > 0) continue
      for (let place = 0; place < facility.window.months; place++) {
        const day = monthEnd(facility.window, place)
        if (test(row, day)) counter.add(place, -1, day)
      }
    }
  }

const member = (facility: Facility, field: string) => facility.column('staff_member', field)

function trainingReader(facility: Facility): (member: number, topic: number, from: number, to: number) => boolean {
  const rows = facility.by('training_event', 'staff_key')
  const [of, on] = ['topic', 'completed_on'].map((field) => facility.column('training_event', field))
  const keys = member(facility, 'staff_key')
  return (row, topic, from, to) =>
    some(rows, keys[row]!, (event) => of![event] === topic && on![event]! > from && on![event]! <= to)
}

const inPostAllYear = (facility: Facility) => {
  const [started, left] = [member(facility, 'started_on'), member(facility, 'left_on')]
  return (row: number, day: number) => started[row]! <= day - 365 && !(left[row]! <= day)
}

const hired = (facility: Facility) => {
  const started = member(facility, 'started_on')
  return (row: number, day: number) => started[row]! > day - 730 && started[row]! <= day
}

const isCustodial = (category: number) => category === custodial

const sheets = {
  staff_custodial_fte: sheet('fte_in_post', isCustodial),
  staff_custodial_funded: sheet('posts_funded', isCustodial),
  staff_absence_days: sheet('absence_days', isCustodial),
  staff_total_fte: sheet('fte_in_post', () => true),
  doctor_fte: sheet('fte_in_post', (category) => category === doctor),
  nurse_fte: sheet('fte_in_post', (category) => category === nurse),
} satisfies Partial<Record<MeasureId, Derivation['count']>>

/** Posts, people at work and their training. */
export const staffDerivations = [
  ...Object.entries(sheets).map(([id, count]) => ({
    ...derive(id as MeasureId, ['staff_month'], count),
    groups: 'own' as const,
  })),
  derive('staff_head_12m', ['staff_member'], heads(inPostAllYear)),
  derive(
    'staff_refresher_12m',
    ['staff_member', 'training_event'],
    heads((facility) => {
      const [isInPost, isTrained] = [inPostAllYear(facility), trainingReader(facility)]
      return (row, day) => isInPost(row, day) && yearly.every((topic) => isTrained(row, topic, day - 365, day))
    }),
    365,
  ),
  derive('staff_hired_24m', ['staff_member'], heads(hired), 730),
  derive(
    'staff_induction_ok',
    ['staff_member', 'training_event'],
    heads((facility) => {
      const [isHired, isTrained] = [hired(facility), trainingReader(facility)]
      const duty = member(facility, 'first_unescorted_duty_on')
      return (row, day) =>
        isHired(row, day) &&
        isTrained(row, induction, Number.NEGATIVE_INFINITY, Number.isNaN(duty[row]!) ? day : Math.min(day, duty[row]!))
    }),
    730,
  ),
]
