import type { IndicatorWords } from './define.ts'
import type { occupancy } from './occupancy.ts'

/** The English words of the area occupancy and conditions. */
export const occupancyWords: Record<(typeof occupancy)[number]['id'], IndicatorWords> = {
  'occupancy-rate': {
    title: 'Occupancy against certified capacity',
    measures: 'How full the facility is against the places certified for normal use.',
    numerator: 'Persons held at 24:00 on the last day of the month, temporary absences included',
    denominator: 'Certified places in force that day',
    pitfalls:
      'Places certified on a meaner space standard, or infirmary, reception and separation places counted in. A dip before the end of the month: read the highest count of the month beside it. Places closed for repair that still count: read the available places beside it.',
    breakdownWhy: 'Women’s and pretrial units can be crowded while the facility as a whole looks fine.',
    alert: 'Above 120, or above 100 for three months running',
  },
  'crowded-cells-share': {
    title: 'Cells over their certified number',
    measures: 'Share of cells in use that hold more people than certified.',
    numerator: 'Cells that held more people than certified on the last night',
    denominator: 'Cells in use that night',
    pitfalls:
      'A facility under 100 percent can still crowd half of its cells. People may be moved on paper into empty certified places.',
    breakdownWhy: 'Reception and remand wings crowd first.',
    alert: 'Above 25 percent',
  },
  'below-cpt-space-share': {
    title: 'People below the 6 / 4 m² space standard',
    measures:
      'Share of people with less cell space than the European preventive minimum (6 m² alone, 4 m² each when sharing).',
    numerator:
      'Persons in a single cell under 6 m², or in a shared cell with under 4 m² each, on the last night (sanitary annexe left out); returns carry the shared cells only',
    denominator: 'Persons allocated to a cell that night',
    pitfalls:
      'The UN rules give no figure in square metres: this is not a UN limit. An area measured with annexe or corridor inflates the space. Averages hide the worst cells. Separation cells belong in and are often left out.',
    breakdownWhy: 'Pretrial and separation cells usually have the worst space.',
  },
  'below-3m2-persons': {
    title: 'People with less than 3 m² in shared cells',
    measures: 'People in space so small that a European court presumes degrading treatment.',
    numerator: 'Persons in shared cells with under 3 m² each on the last night (annexe left out, furniture counted in)',
    denominator: 'None',
    pitfalls:
      'Counting rules differ between the court, the CPT and the ICRC: note the method. People may be reshuffled on the day of the count.',
    breakdownWhy: 'Pretrial and separation cells usually have the worst space.',
    alert: 'Any person for three nights or more',
  },
  'no-own-bed': {
    title: 'People without a bed of their own',
    measures: 'People who share a bed, sleep in shifts or on the floor.',
    numerator: 'Persons without a bed of their own on any night of the month',
    denominator: 'None',
    pitfalls: 'Mattresses on the floor recorded as beds: check on night visits.',
    breakdownWhy: 'New arrivals and pretrial persons lose out first.',
    alert: 'Any person, on change',
  },
  'people-per-working-toilet': {
    title: 'People per working toilet',
    measures: 'Pressure on the toilets that actually work.',
    numerator: 'Persons held on the last day',
    denominator: 'Toilets working that day',
    pitfalls: 'Installed toilets counted instead of working ones; buckets counted as toilets; no access at night.',
    breakdownWhy: 'Women’s units need more.',
  },
  'outdoor-hour-offered': {
    title: 'An hour outdoors offered every day',
    measures: 'Share of unit-days on which every person not working outdoors was offered an hour outside.',
    numerator: 'Unit-days with 60 minutes or more outside offered',
    denominator: 'Unit-days in the month; days lost to weather are shown apart and not taken out',
    pitfalls:
      'Offered is not taken. Roofed cages counted as outdoors; slots at dawn that nobody takes; weather as a standing excuse.',
    breakdownWhy: 'Separation, reception and women’s units are the ones that are cut.',
    alert: 'Under 80 percent in any unit for a week',
  },
  'time-out-of-cell': {
    title: 'Hours out of cell',
    measures: 'Average unlocked hours per person and day, all days of the month.',
    numerator: 'Sum over all days of unlocked hours times persons present',
    denominator: 'Sum of persons present on the same days',
    pitfalls:
      'Timetabled hours entered instead of delivered ones. Unlocked on a landing is not activity. An average hides a locked wing.',
    breakdownWhy: 'Pretrial persons, and women in annexes of men’s prisons, get least.',
    alert: 'Any unit under 2 hours for three days',
  },
  'time-out-of-cell-weekends': {
    title: 'Hours out of cell at weekends',
    measures: 'Average unlocked hours per person on Saturdays and Sundays.',
    numerator: 'Sum over Saturdays and Sundays of unlocked hours times persons present',
    denominator: 'Sum of persons present on the same days',
    pitfalls: 'A good weekday average can hide two days behind the door every week.',
    breakdownWhy: 'Pretrial persons, and women in annexes of men’s prisons, get least.',
  },
  'weekly-wash-access': {
    title: 'Access to a wash at least weekly',
    measures: 'Share of people who could bathe or shower in the last 7 days.',
    numerator: 'Persons who could bathe or shower in the last 7 days, by the log of their unit on the last day',
    denominator: 'Persons present on the last day in units that keep the log',
    pitfalls:
      'The unit fills in its own log. Mandela Rule 16 says at least weekly in a temperate climate, and as often as hygiene needs elsewhere. Returns count working showers only and do not carry it.',
    breakdownWhy: 'Women who menstruate, are pregnant or nurse need water every day (Bangkok Rule 5).',
  },
  'days-over-capacity': {
    title: 'Days over capacity',
    measures: 'Days of the month on which more people were held than the certified places.',
    numerator:
      'Days on which the midnight count was above the certified places; of a region, the days of all its facilities',
    denominator: 'None',
    pitfalls:
      'It catches the dip on the day of the count that the month-end occupancy misses, and it inherits every fault of the certificate: places on a meaner standard hide it.',
  },
}
