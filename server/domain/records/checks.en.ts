import type { CheckLevel } from './check.ts'
import type { CheckId } from './checks.ts'

/** What each check says, in English. */
export const checkWords: Record<CheckId, { title: string; rule: string }> = {
  X01: {
    title: 'People in and out',
    rule: 'People at the start, with all who came (from liberty, on recall, by transfer, back from escape) and without all who left (final departures, transfers, deaths, escapes), are the people at the end.',
  },
  X02: {
    title: 'Month follows month',
    rule: 'A month opens with the number with which the month before closed; a revision of one opens the other again.',
  },
  X03: {
    title: 'People in and out, from events',
    rule: 'The same sum made of stays gives the midnight count of every day, not only of the last.',
  },
  X04: {
    title: 'One place at a time',
    rule: 'Stays of one person never overlap, in any two facilities; up to 48 hours between linked transfers count for the sending facility.',
  },
  X05: {
    title: 'Transfers balance',
    rule: 'Over the country, transfers out are the transfers in of each day, after 48 hours of tolerance.',
  },
  X06: {
    title: 'Inside the stay',
    rule: 'Every dated record of a stay lies within it; follow-up, deaths after release and late answers to complaints may lie after it, and a pregnancy starts with custody.',
  },
  X07: {
    title: 'Placement inside the stay',
    rule: 'A placement starts and ends within the stay, in a cell of the same facility.',
  },
  X08: {
    title: 'Placements merged',
    rule: 'Overlapping or touching placements are merged; a gap of under 48 hours, or without a full ordinary regime day, does not restart the count.',
  },
  X09: {
    title: 'Placement and cell agree',
    rule: 'The cell of the placement is the cell where the person slept for at least 90% of the time; otherwise label and place disagree.',
  },
  X10: {
    title: 'Separation without a record',
    rule: 'People who sleep in segregation units with no placement open are listed for the director and the inspectors.',
  },
  X11: {
    title: 'Lock-up without a label',
    rule: 'Three days or more in a row with 2 unlocked hours or less and neither a lockdown nor a placement on record; segregation units and people in open placements are left out.',
  },
  X12: { title: 'Every night covered', rule: 'Each night of a stay has exactly one cell or one authorised absence.' },
  X13: {
    title: 'People and beds',
    rule: 'People in a cell are no more than its beds and those on record as without an own bed.',
  },
  X14: {
    title: 'Parts add up',
    rule: 'A complete breakdown adds up to its total, an incomplete one does not exceed it; "unknown" is reported, not dropped.',
  },
  X15: {
    title: 'A part is no larger than its whole',
    rule: 'No "of those" measure is larger than the measures above it, and no cell of a breakdown is larger than its total.',
  },
  X16: {
    title: 'Person-days possible',
    rule: 'Person-days lie between the days times the lowest and the highest count that the movements allow. Exactly the days times the last count, although people came or went, looks copied.',
  },
  X17: {
    title: 'Solitary agrees with itself',
    rule: 'Days in solitary are no more than person-days; someone over 15 days means a longest time over 15, and the reverse. Persons are no more than those already there, starts and arrivals in solitary: a warning only, for merged gaps are no starts.',
  },
  X18: {
    title: 'Solitary carried over',
    rule: 'People in solitary at the end of a month leave a start or a day of solitary in the next.',
  },
  X19: {
    title: 'Capacity changed without certificate',
    rule: 'Certified places differ from the month before and no new certificate is on record.',
  },
  X20: {
    title: 'Silence',
    rule: 'Six months or more of nought for events of which 4 or more were to be expected: by the own year before, or without one by the rates of the others. Four expected are none by chance in 18 of 1,000 runs, so that a country of thirty facilities would be asked for nothing every month; it is asked only where, of all that is asked over the country in a month, chance alone would raise one question in twenty months.',
  },
  X21: {
    title: 'Flat or rounded',
    rule: 'More than 60% of the values unchanged from the month before or, among values of 20 and more, ending in 0 or 5.',
  },
  X22: {
    title: 'Late entries',
    rule: 'More than 10% of the records of a type entered over 7 days after the event, or any authority entered after the fact.',
  },
  X23: {
    title: 'A death closes the stay',
    rule: 'A death in custody ends the stay with that date and kind, and each such release has its death on record.',
  },
  X24: {
    title: 'Release and plan',
    rule: 'Each sentenced release has one plan or is listed as without; nothing is done after release unless marked late.',
  },
  X25: {
    title: 'Legal status without gap',
    rule: 'Spells of legal status cover the stay without gap or overlap.',
  },
  X26: {
    title: 'Age plausible',
    rule: 'Age at admission lies between the national minimum and 100; anyone under 18 where no children may be held is critical.',
  },
  X27: {
    title: 'Sex and unit',
    rule: 'Sex agrees with the unit; individual decisions are on record as exceptions and are no errors.',
  },
  X28: {
    title: 'Pregnancy agrees',
    rule: 'Flags of pregnancy, breastfeeding and infants only where policy allows; a birth ends the pregnancy and opens the flags that follow.',
  },
  X29: {
    title: 'Visits inside the stay',
    rule: 'No contact took place outside the stay, and visits of a day are no more than the facility can receive.',
  },
  X30: {
    title: 'Dates of complaints',
    rule: 'An answer does not come before the complaint; anonymous complaints hold no stay key.',
  },
  X31: {
    title: 'Staff plausible',
    rule: 'Staff in post are no more than 1.2 times the funded posts; a change of over 15% in a month needs a comment.',
  },
  X32: {
    title: 'Return and events agree',
    rule: 'Where a facility sends both, a difference above 2% or 3, whichever is larger, is shown to both sides.',
  },
  X33: {
    title: 'Claimed and verified',
    rule: 'Recommendations claimed as done and not verified after 180 days count as not done.',
  },
  X34: {
    title: 'Inspection contradicts data',
    rule: 'Inspectors recommended something in an area of which every indicator of the month of their visit is within: one of the two does not see the whole. It stands open until one of them is looked at again.',
  },
  X35: {
    title: 'Cohort complete',
    rule: 'An outcome is loaded only when follow-up and the registration lag have passed for the last member.',
  },
}

/** What a level means, in English. */
export const checkLevelWords: Record<CheckLevel, string> = {
  error: 'Does not add up: said beside every figure that uses it until resolved',
  warning: 'Accepted; every figure that uses it is flagged',
  info: 'Shown with data quality',
}
