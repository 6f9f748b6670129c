import type { conditions } from './conditions.ts'
import type { MeasureWords } from './define.ts'

/** What each measure of the conditions section counts, in English. */
export const conditionsWords: Record<(typeof conditions)[number]['id'], MeasureWords> = {
  capacity_certified: { title: 'Certified places', counts: 'Certified places in force on the last day' },
  capacity_available: {
    title: 'Available places',
    counts: 'Certified places that could be used on the last day; places closed for repair are left out',
  },
  cells_occupied: { title: 'Cells in use', counts: 'Cells in use on the last night' },
  cells_over_capacity: {
    title: 'Cells over their number',
    counts: 'Cells that held more people than certified on the last night',
  },
  persons_no_own_bed: {
    title: 'Without an own bed',
    counts: 'Persons without a bed of their own on any night of the month',
  },
  persons_with_cell: { title: 'With a cell', counts: 'Persons allocated to a cell on the last night' },
  persons_below_4m2: {
    title: 'Below 4 m²',
    counts: 'Persons in shared cells with less than 4 m² each on the last night',
  },
  persons_below_3m2: {
    title: 'Below 3 m²',
    counts: 'Persons in shared cells with less than 3 m² each on the last night',
  },
  toilets_working: { title: 'Working toilets', counts: 'Toilets that prisoners could use on the last day' },
  showers_working: { title: 'Working showers', counts: 'Showers that prisoners could use on the last day' },
  wash_present: {
    title: 'Present, with a log of washing',
    counts: 'Persons present on the last day in units whose log says who could wash',
  },
  wash_access_7d: { title: 'Could wash', counts: 'Of those, persons who could bathe or shower in the last 7 days' },
  unit_days: { title: 'Unit-days', counts: 'Number of units times days in the month' },
  unit_days_outdoor_ok: {
    title: 'Unit-days with an hour outdoors',
    counts: 'Unit-days on which every person not working outdoors was offered 60 minutes or more outside',
  },
  out_of_cell_hours_sum: {
    title: 'Unlocked hours',
    counts: 'Sum over all unit-days of unlocked hours times persons present',
  },
  out_of_cell_weekend_hours_sum: {
    title: 'Unlocked hours at weekends',
    counts: 'Sum over the unit-days of Saturdays and Sundays of unlocked hours times persons present',
  },
  unit_days_lockdown: {
    title: 'Unit-days locked down',
    counts: 'Unit-days with 2 unlocked hours or less for any general reason; segregation units are left out',
  },
  person_days_lockdown: {
    title: 'Person-days locked down',
    counts:
      'Person-days on those unit-days; people in a separation of their own are left out, for they are counted there',
  },
  days_over_capacity: {
    title: 'Days over capacity',
    counts: 'Days on which the midnight count was above the certified places; adding up facilities gives facility-days',
  },
  person_days_weekend: {
    title: 'Person-days at weekends',
    counts: 'Sum of the midnight counts of Saturdays and Sundays',
  },
}
