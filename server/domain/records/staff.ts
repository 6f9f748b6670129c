import { code, count, day, decimal, key, month, optional, record, yesNo } from './define.ts'

/** Staff numbers, rosters, and a pseudonymous key so that training is counted once. */
export const staffRecords = [
  record({
    id: 'staff_month',
    madeOf: ['events', 'returns'],
    level: 'facility',
    unique: ['month', 'category', 'sex'],
    fields: {
      month: month(),
      category: code('staff_category'),
      sex: code('sex'),
      posts_funded: decimal({ atLeast: 0 }),
      fte_in_post: decimal({ atLeast: 0 }),
      absence_days: optional(count()),
      leavers: optional(count()),
      works_in_womens_units: optional(count()),
    },
  }),
  record({
    id: 'shift_roster',
    madeOf: ['events', 'returns'],
    level: 'facility',
    unique: ['unit_id', 'day', 'shift'],
    fields: {
      unit_id: key('unit.unit_id'),
      day: day(),
      shift: code('shift'),
      women_officers: count(),
      men_officers: count(),
      men_unaccompanied_entries: optional(count()),
    },
  }),
  record({
    id: 'staff_member',
    madeOf: ['events'],
    level: 'staff',
    unique: ['staff_key'],
    fields: {
      staff_key: key(),
      category: code('staff_category'),
      sex: code('sex'),
      started_on: day(),
      first_unescorted_duty_on: optional(day()),
      left_on: optional(day()),
    },
    inOrder: [
      ['started_on', 'left_on'],
      ['started_on', 'first_unescorted_duty_on'],
    ],
  }),
  record({
    id: 'training_event',
    madeOf: ['events'],
    level: 'staff',
    unique: [],
    fields: {
      staff_key: key('staff_member.staff_key'),
      topic: code('training_topic'),
      completed_on: day(),
      hours: decimal({ atLeast: 0 }),
      joint_with_other_agency: optional(yesNo()),
    },
  }),
]
