import type { Dimension } from '../measures/define.ts'
import { codeLists } from '../records/codes.ts'
import type { RecordId } from '../records/index.ts'
import { codePlace, monthOfDay } from './columns.ts'
import { type Facility, places } from './facility.ts'
import { some } from './rows-by-key.ts'

/** One breakdown: its groups by place, what it needs to be known, and in which groups a person of a stay is on a day. */
export interface Grouping {
  codes: readonly string[]
  needs: readonly RecordId[]
  /** Calls `see` with each group; a row without a stay (-1) is in the group of the unknown. */
  of: (facility: Facility) => (stay: number, day: number, see: (place: number) => void) => void
}

/** Ages at which the age groups begin, in completed years. */
const ageStarts = [0, 18, 21, 25, 30, 40, 50, 60]
/** From this term on a sentence is long: ten years, a local default. */
const longSentenceDays = 3650

const unknownSex = codePlace('sex', 'other_or_unspecified')
const unknownAge = codePlace('age_group', 'unknown')
const unknownStatus = codePlace('legal_status', 'other')
const unknownNationality = codePlace('nationality_group', 'stateless_or_unknown')

const statuses = codeLists.legal_status
const known = (value: number | undefined, otherwise: number) =>
  value === undefined || Number.isNaN(value) ? otherwise : value

/** The breakdowns of measures. */
export const groupings: Readonly<Record<Dimension, Grouping>> = {
  sex: {
    codes: codeLists.sex,
    needs: ['person'],
    of:
      ({ stays }) =>
      (stay, _day, see) =>
        see(known(stays.sex[stay], unknownSex)),
  },
  age_group: {
    codes: codeLists.age_group,
    needs: ['person'],
    of: (facility) => (stay, day, see) => {
      const age = ageOn(facility, stay, day)
      see(Number.isNaN(age) ? unknownAge : ageStarts.findLastIndex((start) => age >= start))
    },
  },
  legal_status: {
    codes: statuses,
    needs: ['legal_status_spell'],
    of:
      ({ stays }) =>
      (stay, day, see) =>
        see(known(stay < 0 ? undefined : stays.statusAt(stay, day), unknownStatus)),
  },
  nationality_group: {
    codes: codeLists.nationality_group,
    needs: ['person'],
    of:
      ({ stays }) =>
      (stay, _day, see) =>
        see(known(stays.nationality[stay], unknownNationality)),
  },
  special_group: {
    codes: codeLists.special_group,
    needs: ['person', 'person_flag', 'child_resident', 'legal_status_spell'],
    of: specialGroups,
  },
  sex_x_legal_status: {
    codes: codeLists.sex.flatMap((sex) => statuses.map((status) => `${sex}_x_${status}`)),
    needs: ['person', 'legal_status_spell'],
    of:
      ({ stays }) =>
      (stay, day, see) => {
        const status = known(stay < 0 ? undefined : stays.statusAt(stay, day), unknownStatus)
        see(known(stays.sex[stay], unknownSex) * statuses.length + status)
      },
  },
  pretrial_length: ofTheCount(codeLists.pretrial_length),
  solitary_length: ofTheCount(codeLists.solitary_length),
}

/** A breakdown of which the count itself knows the group: nothing is asked of a person. */
function ofTheCount(codes: readonly string[]): Grouping {
  return { codes, needs: [], of: () => () => undefined }
}

/** Completed years on a day; a birthday counts from the first of its month, for days of birth are never held. NaN when unknown. */
export function ageOn({ stays }: Facility, stay: number, day: number): number {
  return Math.floor((monthOfDay(day) - (stays.birthMonth[stay] ?? Number.NaN)) / 12)
}

/** Whether a person has one of some flags on a day. */
export function flagReader(
  facility: Facility,
  flags: ReadonlySet<number>,
): (stay: number, from: number, to: number) => boolean {
  const rows = facility.by('person_flag', 'person_key')
  const read = (field: string) => facility.column('person_flag', field)
  const [flag, start, end] = [read('flag'), read('start_on'), read('end_on')]
  return (stay, from, to) =>
    some(
      rows,
      facility.stays.person[stay]!,
      (row) => flags.has(flag[row]!) && start[row]! <= to && !(end[row]! <= from),
    )
}

function specialGroups(facility: Facility): (stay: number, day: number, see: (place: number) => void) => void {
  const { stays } = facility
  const pregnant = flagReader(facility, places('person_flag', 'pregnant'))
  const disabled = flagReader(
    facility,
    places('person_flag', 'disability_physical', 'disability_mental_or_intellectual'),
  )
  const personRow = facility.rowOf('person', 'person_key')
  const ofPerson = (field: string, stay: number) =>
    facility.column('person', field)[personRow[stays.person[stay]!] ?? -1]
  const children = facility.by('child_resident', 'stay_key')
  const [from, until] = [facility.column('child_resident', 'start_on'), facility.column('child_resident', 'end_on')]
  const spells = facility.by('legal_status_spell', 'stay_key')
  const ofSpell = (field: string) => facility.column('legal_status_spell', field)
  const [start, term, life] = [ofSpell('start_on'), ofSpell('sentence_days'), ofSpell('indeterminate')]
  const keys = facility.column('stay', 'stay_key')
  const isMember: ((stay: number, day: number) => boolean)[] = [
    (stay, day) => pregnant(stay, day, day),
    (stay, day) => some(children, keys[stay]!, (row) => from[row]! <= day && !(until[row]! <= day)),
    (stay) => ofPerson('has_child_under_18', stay) === codePlace('yes_no_unknown', 'yes'),
    (stay, day) => disabled(stay, day, day),
    (stay) => ofPerson('group_status', stay) === codePlace('yes_no_declined', 'yes'),
    (stay, day) =>
      some(spells, keys[stay]!, (row) => start[row]! <= day && (life[row] === 1 || term[row]! >= longSentenceDays)),
  ]
  return (stay, day, see) => {
    if (stay < 0) return
    for (const [place, test] of isMember.entries()) if (test(stay, day)) see(place)
  }
}
