import { code, count, day, key, month, optional, record } from './define.ts'

/** Pregnancy and birth in custody, and children who live with a parent. */
export const womenRecords = [
  record({
    id: 'maternity_case',
    madeOf: ['events'],
    level: 'person',
    unique: ['stay_key', 'known_on'],
    fields: {
      stay_key: key('stay.stay_key'),
      known_on: day(),
      antenatal_visits: optional(count()),
      diet_plan_on: optional(day()),
      birth_on: optional(day()),
      birth_place: optional(code('birth_place')),
      restrained_during_birth: code('yes_no_unknown'),
    },
    inOrder: [['known_on', 'birth_on']],
  }),
  record({
    id: 'child_resident',
    madeOf: ['events'],
    level: 'person',
    unique: ['child_key', 'start_on'],
    fields: {
      child_key: key(),
      stay_key: key('stay.stay_key'),
      birth_year_month: month(),
      start_on: day(),
      end_on: optional(day()),
      best_interests_decision_on: optional(day()),
      health_check_on: optional(day()),
      separation_decision_on: optional(day()),
    },
    inOrder: [['start_on', 'end_on']],
  }),
]
