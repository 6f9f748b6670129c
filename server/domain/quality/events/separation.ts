import { codePlace } from '../../kernels/columns.ts'
import type { Facility } from '../../kernels/facility.ts'
import { each } from '../../kernels/rows-by-key.ts'
import { episodesOf } from '../../kernels/solitary-episodes.ts'
import { type EventCheck, eachMidnight, eachOwn, exampleStay } from './define.ts'

const segregation = codePlace('unit_kind', 'segregation')

const placement = (given: Record<string, string | number> = {}) => ({
  placement_id: 'x',
  stay_key: 's',
  cell_id: 'k',
  start_at: '2025-03-03T10:00Z',
  end_at: '2025-03-06T10:00Z',
  hours_in_cell_planned: 23,
  meaningful_contact_hours_planned: 0,
  ...given,
})
const cell = { cell_id: 'k', unit_id: 'u', beds: 1 }

/**
 * A placement that begins or ends outside its stay, or lies in a cell that the facility does not have; where no cells were
 * sent, nothing is said of cells.
 */
export const placementInsideStay: EventCheck = {
  id: 'X07',
  needs: ['stay', 'restrictive_placement'],
  find: (facility, see) => {
    const { stays, days } = facility
    const read = (field: string) => facility.column('restrictive_placement', field)
    const [start, end, cellOf] = [read('start_at'), read('end_at'), read('cell_id')]
    const stayOf = facility.stayOf('restrictive_placement')
    const cellRow = facility.rowOf('cell', 'cell_id')
    const isElsewhere = (cell: number) => facility.rows('cell') > 0 && (cellRow[cell] ?? -1) < 0
    eachOwn(facility, 'restrictive_placement', (row) => {
      const stay = stayOf(row)
      if (stay < 0) return
      const left = Number.isNaN(stays.releasedAt[stay]!) ? Number.POSITIVE_INFINITY : stays.releasedAt[stay]!
      const isOutside = start[row]! < stays.admittedAt[stay]! || start[row]! > left || end[row]! > left
      if (isOutside || isElsewhere(cellOf[row]!)) see('restrictive_placement', row, days.dayOf(start[row]!))
    })
  },
  examples: [
    { given: { stay: [exampleStay()], cell: [cell], restrictive_placement: [placement()] }, finds: {} },
    {
      given: {
        stay: [exampleStay({ released_at: '2025-03-05T10:00Z' })],
        cell: [cell],
        restrictive_placement: [placement()],
      },
      finds: { restrictive_placement: 1 },
    },
    {
      given: { stay: [exampleStay()], cell: [cell], restrictive_placement: [placement({ cell_id: 'elsewhere' })] },
      finds: { restrictive_placement: 1 },
    },
    { given: { stay: [exampleStay()], restrictive_placement: [placement()] }, finds: {} },
  ],
}

/** Placements that the clock counts as one with another: a gap under the break rule does not restart it. */
export const placementsMerged: EventCheck = {
  id: 'X08',
  needs: ['stay', 'restrictive_placement'],
  find: (facility, see) => {
    const place = facility.column('restrictive_placement', 'facility_id')
    const start = facility.column('restrictive_placement', 'start_at')
    for (const { placements } of episodesOf(facility)) {
      const first = Math.min(...placements.map((row) => start[row]!))
      for (const row of placements)
        if (start[row]! > first && !(place[row]! > 0))
          see('restrictive_placement', row, facility.days.dayOf(start[row]!))
    }
  },
  examples: [
    {
      given: {
        stay: [exampleStay()],
        restrictive_placement: [
          placement(),
          placement({ placement_id: 'y', start_at: '2025-03-07T10:00Z', end_at: '2025-03-09T10:00Z' }),
        ],
      },
      finds: { restrictive_placement: 1 },
    },
    {
      given: {
        stay: [exampleStay()],
        restrictive_placement: [
          placement(),
          placement({ placement_id: 'y', start_at: '2025-03-20T10:00Z', end_at: '2025-03-22T10:00Z' }),
        ],
      },
      finds: {},
    },
  ],
}

const leastShareInCell = 0.9

/** A placement whose person slept in its cell for less than 90 % of its time: label and place disagree. */
export const placementAndCell: EventCheck = {
  id: 'X09',
  needs: ['stay', 'restrictive_placement', 'housing_allocation'],
  find: (facility, see) => {
    const { days, asOf } = facility
    const read = (field: string) => facility.column('restrictive_placement', field)
    const [key, cellOf, start, end] = [read('stay_key'), read('cell_id'), read('start_at'), read('end_at')]
    const slept = (field: string) => facility.column('housing_allocation', field)
    const [sleptIn, from, until] = [slept('cell_id'), slept('start_at'), slept('end_at')]
    const byStay = facility.by('housing_allocation', 'stay_key')
    eachOwn(facility, 'restrictive_placement', (row) => {
      const last = Number.isNaN(end[row]!) ? asOf : Math.min(end[row]!, asOf)
      const whole = last - start[row]!
      if (!(whole > 0)) return
      let inCell = 0
      each(byStay, key[row]!, (one) => {
        if (sleptIn[one] !== cellOf[row]) return
        const to = Number.isNaN(until[one]!) ? last : Math.min(until[one]!, last)
        inCell += Math.max(0, to - Math.max(from[one]!, start[row]!))
      })
      if (inCell < leastShareInCell * whole) see('restrictive_placement', row, days.dayOf(start[row]!))
    })
  },
  examples: [
    {
      given: {
        stay: [exampleStay()],
        restrictive_placement: [placement()],
        housing_allocation: [{ stay_key: 's', cell_id: 'k', start_at: '2025-03-03T10:00Z' }],
      },
      finds: {},
    },
    {
      given: {
        stay: [exampleStay()],
        restrictive_placement: [placement()],
        housing_allocation: [{ stay_key: 's', cell_id: 'ordinary', start_at: '2025-03-01T10:00Z' }],
      },
      finds: { restrictive_placement: 1 },
    },
    // 66 of 72 hours.
    {
      given: {
        stay: [exampleStay()],
        restrictive_placement: [placement()],
        housing_allocation: [{ stay_key: 's', cell_id: 'k', start_at: '2025-03-03T16:00Z' }],
      },
      finds: {},
    },
  ],
}

/** A night in a segregation unit without a placement on record. */
export const hiddenSeparation: EventCheck = {
  id: 'X10',
  needs: ['stay', 'unit', 'cell', 'housing_allocation', 'restrictive_placement'],
  find: (facility, see) => {
    const read = (field: string) => facility.column('housing_allocation', field)
    const [key, cellOf, start, end] = [read('stay_key'), read('cell_id'), read('start_at'), read('end_at')]
    const isSegregation = segregationCells(facility)
    const placed = facility.by('restrictive_placement', 'stay_key')
    const [from, until] = ['start_at', 'end_at'].map((field) => facility.column('restrictive_placement', field))
    eachOwn(facility, 'housing_allocation', (row) => {
      if (!isSegregation(cellOf[row]!)) return
      eachMidnight(facility, start[row]!, end[row]!, (day) => {
        const midnight = facility.days.startOf(day + 1)
        let isOpen = false
        each(placed, key[row]!, (one) => {
          isOpen ||= from![one]! <= midnight && !(until![one]! < midnight)
        })
        if (!isOpen) see('housing_allocation', row, day)
      })
    })
  },
  examples: [
    {
      given: {
        stay: [exampleStay()],
        unit: [{ unit_id: 'u', unit_kind: 'segregation' }],
        cell: [cell],
        housing_allocation: [
          { stay_key: 's', cell_id: 'k', start_at: '2025-03-03T10:00Z', end_at: '2025-03-06T10:00Z' },
        ],
      },
      finds: { housing_allocation: 1 },
    },
    {
      given: {
        stay: [exampleStay()],
        unit: [{ unit_id: 'u', unit_kind: 'segregation' }],
        cell: [cell],
        restrictive_placement: [placement()],
        housing_allocation: [
          { stay_key: 's', cell_id: 'k', start_at: '2025-03-03T10:00Z', end_at: '2025-03-06T10:00Z' },
        ],
      },
      finds: {},
    },
  ],
}

function segregationCells(facility: Facility): (cell: number) => boolean {
  const [cellRow, unitRow] = [facility.rowOf('cell', 'cell_id'), facility.rowOf('unit', 'unit_id')]
  const [unitOf, kind] = [facility.column('cell', 'unit_id'), facility.column('unit', 'unit_kind')]
  return (one) => kind[unitRow[unitOf[cellRow[one] ?? -1]!] ?? -1] === segregation
}

/** Two hours or less out of the cell is 22 hours in it (corrections: everywhere the same line). */
const mostHoursOut = 2
const daysInARow = 3

const lockedDay = (day: string, given: Record<string, string | number | boolean> = {}) => ({
  unit_id: 'u',
  day: `2025-03-${day}`,
  out_of_cell_hours: 1.5,
  lockdown: false,
  persons_present: 40,
  ...given,
})

/** Three days or more in a row behind doors in an ordinary unit, without a lockdown on record. */
export const lockUpWithoutLabel: EventCheck = {
  id: 'X11',
  needs: ['regime_day', 'unit'],
  find: (facility, see) => {
    const read = (field: string) => facility.column('regime_day', field)
    const [unit, day, hours, lockdown] = [read('unit_id'), read('day'), read('out_of_cell_hours'), read('lockdown')]
    const unitRow = facility.rowOf('unit', 'unit_id')
    const kind = facility.column('unit', 'unit_kind')
    const locked = new Map<string, number>()
    eachOwn(facility, 'regime_day', (row) => {
      const isOrdinary = kind[unitRow[unit[row]!] ?? -1] !== segregation
      if (isOrdinary && hours[row]! <= mostHoursOut && lockdown[row] !== 1) locked.set(`${unit[row]} ${day[row]}`, row)
    })
    for (const row of locked.values()) {
      let [first, last] = [day[row]!, day[row]!]
      while (locked.has(`${unit[row]} ${first - 1}`) && last - first < daysInARow) first--
      while (locked.has(`${unit[row]} ${last + 1}`) && last - first < daysInARow) last++
      if (last - first + 1 >= daysInARow) see('regime_day', row, day[row]!)
    }
  },
  examples: [
    {
      given: {
        unit: [{ unit_id: 'u', unit_kind: 'ordinary' }],
        regime_day: ['04', '05', '06'].map((day) => lockedDay(day)),
      },
      finds: { regime_day: 3 },
    },
    {
      given: {
        unit: [{ unit_id: 'u', unit_kind: 'ordinary' }],
        regime_day: ['04', '05', '07'].map((day) => lockedDay(day)),
      },
      finds: {},
    },
    {
      given: {
        unit: [{ unit_id: 'u', unit_kind: 'ordinary' }],
        regime_day: ['04', '05', '06'].map((day) => lockedDay(day, { lockdown: true })),
      },
      finds: {},
    },
    {
      given: {
        unit: [{ unit_id: 'u', unit_kind: 'segregation' }],
        regime_day: ['04', '05', '06'].map((day) => lockedDay(day)),
      },
      finds: {},
    },
  ],
}

/** A cell in which at a midnight more people sleep than it has beds, beyond those on record as without an own bed. */
export const peopleAndBeds: EventCheck = {
  id: 'X13',
  needs: ['stay', 'cell', 'housing_allocation'],
  find: (facility, see) => {
    const read = (field: string) => facility.column('housing_allocation', field)
    const [cellOf, start, end, ownBed] = [read('cell_id'), read('start_at'), read('end_at'), read('own_bed')]
    const nights = facility.lastDay - facility.firstDay + 1
    const withBed = new Map<number, Uint16Array>()
    eachOwn(facility, 'housing_allocation', (row) => {
      if (ownBed[row] === 0) return
      const slept = withBed.get(cellOf[row]!) ?? new Uint16Array(nights)
      withBed.set(cellOf[row]!, slept)
      eachMidnight(facility, start[row]!, end[row]!, (day) => {
        slept[day - facility.firstDay]!++
      })
    })
    const cells = facility.by('cell', 'cell_id')
    const [beds, from, to] = ['beds', 'valid_from', 'valid_to'].map((field) => facility.column('cell', field))
    for (const [one, slept] of withBed)
      each(cells, one, (row) => {
        slept.forEach((people, night) => {
          const day = facility.firstDay + night
          const isInForce = !(from![row]! > day) && !(to![row]! <= day)
          if (isInForce && people > beds![row]!) see('cell', row, day)
        })
      })
  },
  examples: [
    {
      given: {
        cell: [{ ...cell, valid_from: '2020-01-01' }],
        housing_allocation: [
          { stay_key: 's', cell_id: 'k', start_at: '2025-03-03T10:00Z', own_bed: true },
          { stay_key: 't', cell_id: 'k', start_at: '2025-03-04T10:00Z', own_bed: true },
        ],
      },
      finds: { cell: 1 },
    },
    {
      given: {
        cell: [{ ...cell, valid_from: '2020-01-01' }],
        housing_allocation: [
          { stay_key: 's', cell_id: 'k', start_at: '2025-03-03T10:00Z', own_bed: true },
          { stay_key: 't', cell_id: 'k', start_at: '2025-03-04T10:00Z', own_bed: false },
        ],
      },
      finds: {},
    },
  ],
}
