import { codePlace, monthStart } from '../../kernels/columns.ts'
import { type Facility, places } from '../../kernels/facility.ts'
import { type EventCheck, eachOwn, exampleStay } from './define.ts'

/** Nobody is held below this age; a local default until a country says its own. */
const youngest = 10
const oldest = 100

/** An age at admission that cannot be, or a child in a facility that may hold none. Ages are known by month of birth. */
export const agePlausible: EventCheck = {
  id: 'X26',
  needs: ['stay', 'person', 'facility'],
  find: (facility, see) => {
    const { stays } = facility
    const mayHoldChildren = childrenAllowed(facility)
    for (let stay = 0; stay < stays.count; stay++) {
      const [day, birth] = [stays.from[stay]!, stays.birthMonth[stay]!]
      if (!stays.isOwn[stay] || Number.isNaN(birth)) continue
      const hadBirthday = (years: number) => day >= monthStart(birth + years * 12)
      const isOlder = day >= monthStart(birth + (oldest + 1) * 12)
      if (!hadBirthday(youngest) || isOlder || (!hadBirthday(18) && !mayHoldChildren(day))) see('stay', stay, day)
    }
  },
  examples: [
    { given: { stay: [exampleStay()], person: [{ person_key: 'p', birth_year_month: '1990-01' }] }, finds: {} },
    {
      given: { stay: [exampleStay()], person: [{ person_key: 'p', birth_year_month: '1910-01' }] },
      finds: { stay: 1 },
    },
    {
      given: {
        stay: [exampleStay()],
        person: [{ person_key: 'p', birth_year_month: '2008-01' }],
        facility: [{ facility_id: 'A', holds_children: false, valid_from: '2020-01-01' }],
      },
      finds: { stay: 1 },
    },
    {
      given: {
        stay: [exampleStay()],
        person: [{ person_key: 'p', birth_year_month: '2008-01' }],
        facility: [{ facility_id: 'A', holds_children: true, valid_from: '2020-01-01' }],
      },
      finds: {},
    },
  ],
}

/** Whether the register in force on a day says that children may not be held; where it says nothing they may. */
function childrenAllowed(facility: Facility): (day: number) => boolean {
  const [holds, from, to] = ['holds_children', 'valid_from', 'valid_to'].map((field) =>
    facility.column('facility', field),
  )
  return (day) => {
    for (let row = 0; row < facility.rows('facility'); row++)
      if (from![row]! <= day && !(to![row]! <= day) && holds![row] === 0) return false
    return true
  }
}

const women = codePlace('holds_sex', 'women')
const men = codePlace('holds_sex', 'men')
const ofSex = { female: codePlace('sex', 'female'), male: codePlace('sex', 'male') }

/** Somebody who sleeps in a unit of the other sex. */
export const sexAndUnit: EventCheck = {
  id: 'X27',
  needs: ['stay', 'person', 'unit', 'cell', 'housing_allocation'],
  find: (facility, see) => {
    const { stays, days } = facility
    const read = (field: string) => facility.column('housing_allocation', field)
    const [cell, start] = [read('cell_id'), read('start_at')]
    const [cellRow, unitRow] = [facility.rowOf('cell', 'cell_id'), facility.rowOf('unit', 'unit_id')]
    const [unitOf, designated] = [facility.column('cell', 'unit_id'), facility.column('unit', 'designated_sex')]
    const stayOf = facility.stayOf('housing_allocation')
    eachOwn(facility, 'housing_allocation', (row) => {
      const unit = unitRow[unitOf[cellRow[cell[row]!] ?? -1]!] ?? -1
      const sex = stays.sex[stayOf(row)]
      const isOther =
        (designated[unit] === women && sex === ofSex.male) || (designated[unit] === men && sex === ofSex.female)
      if (isOther) see('housing_allocation', row, days.dayOf(start[row]!))
    })
  },
  examples: [
    {
      given: {
        stay: [exampleStay()],
        person: [{ person_key: 'p', sex: 'male' }],
        unit: [{ unit_id: 'u', designated_sex: 'women' }],
        cell: [{ cell_id: 'k', unit_id: 'u' }],
        housing_allocation: [{ stay_key: 's', cell_id: 'k', start_at: '2025-03-02T10:00Z' }],
      },
      finds: { housing_allocation: 1 },
    },
    {
      given: {
        stay: [exampleStay()],
        person: [{ person_key: 'p', sex: 'other_or_unspecified' }],
        unit: [{ unit_id: 'u', designated_sex: 'women' }],
        cell: [{ cell_id: 'k', unit_id: 'u' }],
        housing_allocation: [{ stay_key: 's', cell_id: 'k', start_at: '2025-03-02T10:00Z' }],
      },
      finds: {},
    },
  ],
}

const ended = places('release_kind', 'death')

const inCustody = places('death_setting', 'in_prison', 'hospital_in_custody')

/** A death in custody whose stay does not end with it, and a stay that ends in a death of which there is no record. */
export const deathClosesStay: EventCheck = {
  id: 'X23',
  needs: ['stay', 'death'],
  find: (facility, see) => {
    const { stays, days } = facility
    const kind = facility.column('stay', 'release_kind')
    const [died, setting] = [facility.column('death', 'died_on'), facility.column('death', 'setting')]
    const stayOf = facility.stayOf('death')
    const recorded = new Set<number>()
    eachOwn(facility, 'death', (row) => {
      const stay = stayOf(row)
      recorded.add(stay)
      if (!inCustody.has(setting[row]!)) return
      const closes = ended.has(kind[stay] ?? Number.NaN) && days.dayOf(stays.releasedAt[stay]!) === died[row]
      if (!closes) see('death', row, died[row]!)
    })
    for (let stay = 0; stay < stays.count; stay++)
      if (stays.isOwn[stay] && ended.has(kind[stay]!) && !recorded.has(stay))
        see('death', stay, days.dayOf(stays.releasedAt[stay]!))
  },
  examples: [
    {
      given: {
        stay: [exampleStay({ released_at: '2025-03-20T04:00Z', release_kind: 'death' })],
        death: [{ death_id: 'd', stay_key: 's', died_on: '2025-03-20', setting: 'in_prison' }],
      },
      finds: {},
    },
    {
      given: {
        stay: [exampleStay()],
        death: [{ death_id: 'd', stay_key: 's', died_on: '2025-03-20', setting: 'in_prison' }],
      },
      finds: { death: 1 },
    },
    {
      given: { stay: [exampleStay({ released_at: '2025-03-20T04:00Z', release_kind: 'death' })] },
      finds: { death: 1 },
    },
    {
      given: {
        stay: [exampleStay({ released_at: '2025-03-10T04:00Z', release_kind: 'end_of_sentence' })],
        death: [{ death_id: 'd', stay_key: 's', died_on: '2025-03-20', setting: 'after_release' }],
      },
      finds: {},
    },
  ],
}

const pregnant = codePlace('person_flag', 'pregnant')
const ofWomen = [pregnant, codePlace('person_flag', 'breastfeeding')]

/** A pregnancy that goes on after its birth, and one of a man. */
export const pregnancyAgrees: EventCheck = {
  id: 'X28',
  needs: ['stay', 'person', 'person_flag', 'maternity_case'],
  find: (facility, see) => {
    const { stays } = facility
    const births = new Map<number, number>()
    const birth = facility.column('maternity_case', 'birth_on')
    const stayOf = facility.stayOf('maternity_case')
    for (let row = 0; row < facility.rows('maternity_case'); row++)
      if (!Number.isNaN(birth[row]!)) births.set(stays.person[stayOf(row)]!, birth[row]!)
    const read = (field: string) => facility.column('person_flag', field)
    const [person, flag, start, end] = [read('person_key'), read('flag'), read('start_on'), read('end_on')]
    const personRow = facility.rowOf('person', 'person_key')
    const sex = facility.column('person', 'sex')
    eachOwn(facility, 'person_flag', (row) => {
      const born = births.get(person[row]!)
      const isMan = sex[personRow[person[row]!] ?? -1] === codePlace('sex', 'male')
      if (ofWomen.includes(flag[row]!) && isMan) see('person_flag', row, start[row]!)
      const goesOn = flag[row] === pregnant && start[row]! <= born! && !(end[row]! <= born!)
      if (born !== undefined && goesOn) see('person_flag', row, born)
    })
  },
  examples: [
    {
      given: {
        stay: [exampleStay()],
        person: [{ person_key: 'p', sex: 'female' }],
        person_flag: [{ person_key: 'p', flag: 'pregnant', start_on: '2025-03-01' }],
        maternity_case: [{ stay_key: 's', known_on: '2025-03-01', birth_on: '2025-03-20' }],
      },
      finds: { person_flag: 1 },
    },
    {
      given: {
        stay: [exampleStay()],
        person: [{ person_key: 'p', sex: 'female' }],
        person_flag: [{ person_key: 'p', flag: 'pregnant', start_on: '2025-03-01', end_on: '2025-03-20' }],
        maternity_case: [{ stay_key: 's', known_on: '2025-03-01', birth_on: '2025-03-20' }],
      },
      finds: {},
    },
    {
      given: {
        person: [{ person_key: 'p', sex: 'male' }],
        person_flag: [{ person_key: 'p', flag: 'pregnant', start_on: '2025-03-01' }],
      },
      finds: { person_flag: 1 },
    },
  ],
}
