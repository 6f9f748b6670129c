import { code, codes, count, day, decimal, key, optional, record, yesNo } from './define.ts'

/** Programmes, education and work places, and each person’s way through them. */
export const programmeRecords = [
  record({
    id: 'programme',
    madeOf: ['events', 'returns'],
    level: 'facility',
    unique: ['programme_id'],
    versioned: true,
    fields: {
      programme_id: key(),
      kind: code('programme_kind'),
      need_kinds: codes('need_kind'),
      accredited: yesNo(),
      qualification_same_as_community: optional(yesNo()),
      open_to_sex: code('holds_sex'),
      young_adult_version: optional(yesNo()),
      theory_of_change_written: optional(yesNo()),
      last_evaluated_on: optional(day()),
      places: optional(count()),
    },
  }),
  record({
    id: 'participation',
    madeOf: ['events'],
    level: 'person',
    unique: ['stay_key', 'programme_id', 'referred_on'],
    fields: {
      stay_key: key('stay.stay_key'),
      programme_id: key('programme.programme_id'),
      referred_on: day(),
      started_on: optional(day()),
      ended_on: optional(day()),
      end_kind: optional(code('participation_end')),
      paid: optional(yesNo()),
      certificate: optional(yesNo()),
    },
    inOrder: [
      ['referred_on', 'started_on'],
      ['started_on', 'ended_on'],
    ],
  }),
  record({
    id: 'activity_day',
    madeOf: ['events'],
    level: 'person',
    unique: ['stay_key', 'day', 'kind'],
    fields: {
      stay_key: key('stay.stay_key'),
      day: day(),
      kind: code('programme_kind'),
      hours: decimal({ atLeast: 0, atMost: 16 }),
    },
  }),
]
