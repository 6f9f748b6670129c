import { codePlace } from '../../kernels/columns.ts'
import { type Facility, isHeld } from '../../kernels/facility.ts'
import { each } from '../../kernels/rows-by-key.ts'
import { type EventCheck, eachMidnight, eachOwn, exampleStay } from './define.ts'

const hourMs = 3_600_000
/** A transfer takes no longer than this from door to door. */
export const longestJourneyMs = 48 * hourMs
export const movedOut = codePlace('release_kind', 'transfer_out')
export const movedIn = codePlace('admission_kind', 'transfer_in')

const roll = (persons_present: number, day = '2025-03-10') => ({ unit_id: 'u', day, persons_present, lockdown: false })

/**
 * The roll of a day against the stays: no more people than were held at any time of it, no fewer than were held through it
 * and not absent. Of a day on which a unit has no roll nothing is said.
 */
export const rollAndStays: EventCheck = {
  id: 'X03',
  needs: ['stay', 'regime_day', 'unit', 'absence'],
  find: (facility, see) => {
    const [unit, day, present] = ['unit_id', 'day', 'persons_present'].map((field) =>
      facility.column('regime_day', field),
    )
    const rolls = new Map<number, { rows: number[]; units: Set<number>; persons: number }>()
    eachOwn(facility, 'regime_day', (row) => {
      if (day![row]! < facility.firstDay || day![row]! > facility.lastDay) return
      const known = rolls.get(day![row]!) ?? { rows: [], units: new Set<number>(), persons: 0 }
      rolls.set(day![row]!, known)
      known.rows.push(row)
      known.units.add(unit![row]!)
      known.persons += present![row]!
    })
    const units = facility.rows('unit')
    const bounds = boundsOf(facility)
    for (const [on, { rows, units: told, persons }] of rolls) {
      if (told.size < units) continue
      const { least, most } = bounds(on)
      if (persons < least || persons > most) for (const row of rows) see('regime_day', row, on)
    }
  },
  examples: [
    { given: { stay: [exampleStay()], unit: [{ unit_id: 'u' }], regime_day: [roll(1)] }, finds: {} },
    { given: { stay: [exampleStay()], unit: [{ unit_id: 'u' }], regime_day: [roll(3)] }, finds: { regime_day: 1 } },
    // Somebody in hospital may or may not be on the roll.
    {
      given: {
        stay: [exampleStay()],
        absence: [{ stay_key: 's', kind: 'hospital', start_at: '2025-03-09T10:00Z' }],
        unit: [{ unit_id: 'u' }],
        regime_day: [roll(0)],
      },
      finds: {},
    },
    // Of another unit there is no roll of the day.
    {
      given: { stay: [exampleStay()], unit: [{ unit_id: 'u' }, { unit_id: 'v' }], regime_day: [roll(3)] },
      finds: {},
    },
  ],
}

function boundsOf(facility: Facility): (day: number) => { least: number; most: number } {
  const { stays, firstDay, lastDay } = facility
  const [any, all] = [new Int32Array(lastDay - firstDay + 2), new Int32Array(lastDay - firstDay + 2)]
  const absences = facility.by('absence', 'stay_key')
  const [start, end] = ['start_at', 'end_at'].map((field) => facility.column('absence', field))
  const keys = facility.column('stay', 'stay_key')
  for (let stay = 0; stay < stays.count; stay++) {
    if (!stays.isOwn[stay]) continue
    const away = new Set<number>()
    each(absences, keys[stay]!, (row) => {
      const until = Number.isNaN(end![row]!) ? facility.asOf : end![row]!
      for (
        let day = Math.max(facility.days.dayOf(start![row]!), firstDay);
        day <= Math.min(facility.days.dayOf(until), lastDay);
        day++
      )
        away.add(day)
    })
    for (let day = Math.max(stays.from[stay]!, firstDay); day <= Math.min(stays.until[stay]!, lastDay); day++) {
      any[day - firstDay]!++
      if (stays.from[stay]! < day && isHeld(stays, stay, day) && !away.has(day)) all[day - firstDay]!++
    }
  }
  return (day) => ({ least: all[day - firstDay] ?? 0, most: any[day - firstDay] ?? 0 })
}

/** Two stays of one person that overlap, in any facilities, and a journey of more than 48 hours; noted at the own stay. */
export const onePlaceAtATime: EventCheck = {
  id: 'X04',
  needs: ['stay'],
  find: (facility, see) => {
    const { stays, days } = facility
    const ofPerson = facility.by('stay', 'person_key')
    const kind = facility.column('stay', 'release_kind')
    const arrivedBy = facility.column('stay', 'admission_kind')
    for (let own = 0; own < stays.count; own++) {
      if (!stays.isOwn[own]) continue
      const [from, until] = [stays.admittedAt[own]!, endOf(stays.releasedAt[own]!)]
      let next = Number.POSITIVE_INFINITY
      each(ofPerson, stays.person[own]!, (other) => {
        if (other === own) return
        const begins = stays.admittedAt[other]!
        const overlap = Math.max(from, begins)
        if (overlap < Math.min(until, endOf(stays.releasedAt[other]!))) see('stay', own, days.dayOf(overlap))
        if (begins >= until && arrivedBy[other] === movedIn) next = Math.min(next, begins)
      })
      if (kind[own] === movedOut && Number.isFinite(next) && next - until > longestJourneyMs)
        see('stay', own, days.dayOf(until))
    }
  },
  examples: [
    {
      given: {
        stay: [exampleStay(), exampleStay({ facility_id: 'B', stay_key: 't', admitted_at: '2025-03-05T10:00Z' })],
      },
      finds: { stay: 1 },
    },
    {
      given: {
        stay: [
          exampleStay({ released_at: '2025-03-05T09:00Z', release_kind: 'transfer_out' }),
          exampleStay({
            facility_id: 'B',
            stay_key: 't',
            admitted_at: '2025-03-07T09:00Z',
            admission_kind: 'transfer_in',
          }),
        ],
      },
      finds: {},
    },
    // Two days and an hour on the way.
    {
      given: {
        stay: [
          exampleStay({ released_at: '2025-03-05T09:00Z', release_kind: 'transfer_out' }),
          exampleStay({
            facility_id: 'B',
            stay_key: 't',
            admitted_at: '2025-03-07T10:00Z',
            admission_kind: 'transfer_in',
          }),
        ],
      },
      finds: { stay: 1 },
    },
    // Somebody who came back after a year of liberty.
    {
      given: {
        stay: [
          exampleStay({ stay_key: 'r', admitted_at: '2024-01-01T10:00Z', released_at: '2024-02-01T10:00Z' }),
          exampleStay(),
        ],
      },
      finds: {},
    },
  ],
}

function endOf(releasedAt: number): number {
  return Number.isNaN(releasedAt) ? Number.POSITIVE_INFINITY : releasedAt
}

/** A night of a stay that has neither a cell nor an absence, or two cells at once. An absent person may keep the cell. */
export const nightCover: EventCheck = {
  id: 'X12',
  needs: ['stay', 'housing_allocation', 'absence'],
  find: (facility, see) => {
    const { stays, firstDay, lastDay } = facility
    const keys = facility.column('stay', 'stay_key')
    const count = lastDay - firstDay + 1
    for (let stay = 0; stay < stays.count; stay++) {
      if (!stays.isOwn[stay] || !(stays.until[stay]! > firstDay) || stays.from[stay]! > lastDay) continue
      const cells = new Uint8Array(count)
      const away = new Uint8Array(count)
      const mark = (recordId: 'housing_allocation' | 'absence', into: Uint8Array) => {
        const [start, end] = ['start_at', 'end_at'].map((field) => facility.column(recordId, field))
        each(facility.by(recordId, 'stay_key'), keys[stay]!, (row) =>
          eachMidnight(facility, start![row]!, end![row]!, (day) => {
            into[day - firstDay]!++
          }),
        )
      }
      mark('housing_allocation', cells)
      mark('absence', away)
      eachMidnight(facility, stays.admittedAt[stay]!, stays.releasedAt[stay]!, (day) => {
        const [slept, absent] = [cells[day - firstDay]!, away[day - firstDay]!]
        if (slept > 1 || absent > 1 || (slept === 0 && absent === 0)) see('stay', stay, day)
      })
    }
  },
  examples: [
    {
      given: {
        stay: [exampleStay()],
        housing_allocation: [{ stay_key: 's', cell_id: 'k', start_at: '2025-03-01T10:00Z', own_bed: true }],
      },
      finds: {},
    },
    // Nobody knows where the nights from the fifth on were spent.
    {
      given: {
        stay: [exampleStay()],
        housing_allocation: [
          { stay_key: 's', cell_id: 'k', start_at: '2025-03-01T10:00Z', end_at: '2025-03-05T10:00Z', own_bed: true },
        ],
      },
      finds: { stay: 1 },
    },
    {
      given: {
        stay: [exampleStay()],
        housing_allocation: [
          { stay_key: 's', cell_id: 'k', start_at: '2025-03-01T10:00Z', end_at: '2025-03-05T10:00Z', own_bed: true },
        ],
        absence: [{ stay_key: 's', kind: 'hospital', start_at: '2025-03-05T10:00Z' }],
      },
      finds: {},
    },
    {
      given: {
        stay: [exampleStay()],
        housing_allocation: [
          { stay_key: 's', cell_id: 'k', start_at: '2025-03-01T10:00Z', own_bed: true },
          { stay_key: 's', cell_id: 'l', start_at: '2025-03-09T10:00Z', end_at: '2025-03-11T10:00Z', own_bed: true },
        ],
      },
      finds: { stay: 1 },
    },
  ],
}

const spell = (start_on: string, end_on?: string) => ({ stay_key: 's', status: 'pretrial', start_on, end_on })

/** Spells of legal status that leave a day of a stay without one, or overlap. The day of a change may stand in both. */
export const statusTiling: EventCheck = {
  id: 'X25',
  needs: ['stay', 'legal_status_spell'],
  find: (facility, see) => {
    const { stays, days, asOf } = facility
    const spells = facility.by('legal_status_spell', 'stay_key')
    const [start, end] = ['start_on', 'end_on'].map((field) => facility.column('legal_status_spell', field))
    const keys = facility.column('stay', 'stay_key')
    for (let stay = 0; stay < stays.count; stay++) {
      if (!stays.isOwn[stay]) continue
      const rows: number[] = []
      each(spells, keys[stay]!, (row) => rows.push(row))
      rows.sort((a, b) => start![a]! - start![b]!)
      let covered = stays.from[stay]! - 1
      for (const row of rows) {
        if (start![row]! > covered + 1) see('stay', stay, covered + 1)
        if (start![row]! < covered) see('stay', stay, start![row]!)
        covered = Math.max(covered, Number.isNaN(end![row]!) ? Number.POSITIVE_INFINITY : end![row]!)
      }
      // The day of leaving has the ground of the day before.
      const last = Math.min(stays.until[stay]! - 1, days.dayOf(asOf) - 1)
      if (covered < last) see('stay', stay, covered + 1)
    }
  },
  examples: [
    { given: { stay: [exampleStay()], legal_status_spell: [spell('2025-03-01')] }, finds: {} },
    {
      given: { stay: [exampleStay()], legal_status_spell: [spell('2025-03-01', '2025-03-09'), spell('2025-03-10')] },
      finds: {},
    },
    {
      given: { stay: [exampleStay()], legal_status_spell: [spell('2025-03-01', '2025-03-09'), spell('2025-03-12')] },
      finds: { stay: 1 },
    },
    {
      given: { stay: [exampleStay()], legal_status_spell: [spell('2025-03-01'), spell('2025-03-12')] },
      finds: { stay: 1 },
    },
    { given: { stay: [exampleStay()] }, finds: { stay: 1 } },
  ],
}
