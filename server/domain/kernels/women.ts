import { codePlace } from './columns.ts'
import { derive } from './define.ts'
import { eachMonthEnd, type Facility, places } from './facility.ts'
import { flagReader } from './groups.ts'
import { some } from './rows-by-key.ts'
import { heldAtEnd, rowsOf, staysOn } from './shapes.ts'
import type { Counter } from './tally.ts'

const [female, male] = ['female', 'male'].map((code) => codePlace('sex', code))
const arrivals = places('admission_kind', 'new_from_liberty', 'recall', 'transfer_in')
const offered = places('child_arrangement', 'offered_used', 'offered_not_needed')
const carers = places('child_arrangement', 'offered_used', 'offered_not_needed', 'not_offered')
const antenatal = codePlace('care_level', 'antenatal')
const womenUnits = codePlace('holds_sex', 'women')

/** Arrivals of one sex; those with caring duties are those of whom it was asked whether care had to be arranged. */
const admitted = (sex: number | undefined, arrangements?: ReadonlySet<number>) =>
  staysOn(({ stays, column }) => {
    const [kind, arrangement] = [column('stay', 'admission_kind'), column('stay', 'child_arrangement')]
    return {
      day: (row) => stays.from[row]!,
      test: (row) =>
        arrivals.has(kind[row]!) && stays.sex[row] === sex && (!arrangements || arrangements.has(arrangement[row]!)),
    }
  })

const pregnant = (isSeen: boolean) =>
  heldAtEnd((facility) => {
    const isPregnant = flagReader(facility, places('person_flag', 'pregnant'))
    const requests = facility.by('health_request', 'stay_key')
    const [level, seen] = ['level', 'seen_at'].map((field) => facility.column('health_request', field))
    const keys = facility.column('stay', 'stay_key')
    return (stay, day) =>
      isPregnant(stay, day, day) &&
      (!isSeen ||
        some(requests, keys[stay]!, (row) => {
          const on = facility.days.dayOf(seen![row]!)
          return level![row] === antenatal && on <= day && on > day - 30
        }))
  })

/** Children living with a parent at the end of a month; each child is one. */
const children = (isSafe: boolean) => (facility: Facility, counter: Counter) => {
  const read = (field: string) => facility.column('child_resident', field)
  const [start, end] = ['start_on', 'end_on'].map(read)
  const [decision, check] = ['best_interests_decision_on', 'health_check_on'].map(read)
  const stayOf = facility.stayOf('child_resident')
  for (let row = 0; row < facility.rows('child_resident'); row++) {
    if (!facility.stays.isOwn[stayOf(row)]) continue
    const until = Number.isNaN(end![row]!) ? Number.POSITIVE_INFINITY : end![row]!
    eachMonthEnd(facility.window, start![row]!, until, (place, day) => {
      if (!isSafe || (decision![row]! <= day && check![row]! <= day)) counter.add(place, stayOf(row), day)
    })
  }
}

/** Children who left while the parent stayed. */
const left = (isDecided: boolean) =>
  rowsOf('child_resident', (facility) => {
    const [end, decision] = ['end_on', 'separation_decision_on'].map((field) =>
      facility.column('child_resident', field),
    )
    const stayOf = facility.stayOf('child_resident')
    return {
      day: (row) => end![row]!,
      test: (row) => facility.stays.until[stayOf(row)]! > end![row]! && (!isDecided || decision![row]! <= end![row]!),
    }
  })

const shifts = (isWomenOnly: boolean) =>
  rowsOf('shift_roster', (facility) => {
    const read = (field: string) => facility.column('shift_roster', field)
    const [unit, day, women, men] = ['unit_id', 'day', 'women_officers', 'men_officers'].map(read)
    const unitRow = facility.rowOf('unit', 'unit_id')
    const designated = facility.column('unit', 'designated_sex')
    return {
      stay: () => -1,
      day: (row) => day![row]!,
      test: (row) =>
        designated[unitRow[unit![row]!] ?? -1] === womenUnits &&
        (!isWomenOnly || (women![row]! > 0 && men![row] === 0)),
    }
  })

const persons = ['stay', 'person'] as const

/** Women, pregnancy and children living with a parent. */
export const womenDerivations = [
  derive('women_adm', persons, admitted(female)),
  derive('mothers_adm', persons, admitted(female, carers)),
  derive('mothers_adm_arranged', persons, admitted(female, offered)),
  derive('fathers_adm', persons, admitted(male, carers)),
  derive('fathers_adm_arranged', persons, admitted(male, offered)),
  derive('pregnant_closing', ['stay', 'person_flag'], pregnant(false)),
  derive('pregnant_antenatal', ['stay', 'person_flag', 'health_request'], pregnant(true), 30),
  derive('children_closing', ['stay', 'child_resident'], children(false)),
  derive('children_decision_health', ['stay', 'child_resident'], children(true)),
  derive('children_left', ['stay', 'child_resident'], left(false)),
  derive('children_left_decision', ['stay', 'child_resident'], left(true)),
  derive('women_units_shifts', ['shift_roster', 'unit'], shifts(false)),
  derive('women_units_shifts_women', ['shift_roster', 'unit'], shifts(true)),
]
