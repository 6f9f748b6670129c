import { code, count, day, key, moment, optional, record, yesNo } from './define.ts'

/** Contact with the outside, limits on it, and the duty to tell families. Never its content, never who the visitor was. */
export const contactRecords = [
  record({
    id: 'contact_event',
    madeOf: ['events'],
    level: 'person',
    unique: [],
    fields: {
      stay_key: key('stay.stay_key'),
      kind: code('contact_kind'),
      with_group: code('contact_group'),
      child_present: optional(yesNo()),
      mode: optional(code('visit_mode')),
      status: code('contact_status'),
      requested_at: optional(moment()),
      happened_on: optional(day()),
      happened_at: optional(moment()),
      minutes: optional(count()),
      refusal_reason: optional(code('refusal_reason')),
    },
    inOrder: [['requested_at', 'happened_at']],
    conditions: [
      { field: 'status', is: 'completed', needs: ['happened_on'] },
      { field: 'with_group', is: 'legal', empty: ['requested_at', 'happened_at', 'minutes'] },
    ],
  }),
  record({
    id: 'contact_restriction',
    madeOf: ['events'],
    level: 'person',
    unique: [],
    fields: {
      stay_key: key('stay.stay_key'),
      kind: code('restriction_kind'),
      basis: code('restriction_basis'),
      start_on: day(),
      end_on: optional(day()),
      individual_decision: yesNo(),
      review_due_on: optional(day()),
    },
    inOrder: [['start_on', 'end_on']],
  }),
  record({
    id: 'notification',
    madeOf: ['events'],
    level: 'person',
    unique: ['stay_key', 'event', 'event_at'],
    fields: {
      stay_key: key('stay.stay_key'),
      event: code('notification_event'),
      event_at: moment(),
      notified_at: optional(moment()),
      offered_ability_at: optional(moment()),
    },
    inOrder: [['event_at', 'notified_at']],
  }),
]
