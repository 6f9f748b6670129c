import type { contactRecords } from './contact.ts'
import type { FamilyWords } from './define.ts'

/** The English words of these record types and their fields. */
export const contactRecordWords: FamilyWords<typeof contactRecords> = {
  contact_event: {
    title: 'Contact',
    describes: 'Contact with the outside; never the content, never the visitor’s identity',
    grain: 'One row per event',
    fields: {
      stay_key: { label: 'Stay key' },
      kind: { label: 'Kind' },
      with_group: {
        label: 'With whom',
        meaning:
          'Family, friend or mentor, lawyer, consulate, official, or volunteer; a religious visitor is a volunteer',
      },
      child_present: { label: 'Child present', meaning: 'A child of the family took part' },
      mode: { label: 'Mode' },
      status: { label: 'Status' },
      requested_at: { label: 'Requested at', meaning: 'Empty for legal contacts' },
      happened_on: { label: 'Happened on', meaning: 'The day; all that is held of a legal contact' },
      happened_at: { label: 'Happened at', meaning: 'Empty for legal contacts' },
      minutes: { label: 'Minutes', meaning: 'Empty for legal contacts' },
      refusal_reason: { label: 'Refusal reason' },
    },
    rules: ['A contact that took place has its day; of legal contacts only the day is held.'],
  },
  contact_restriction: {
    title: 'Contact restriction',
    describes: 'A limit on someone’s contact',
    grain: 'One row per restriction',
    fields: {
      stay_key: { label: 'Stay key' },
      kind: { label: 'Kind' },
      basis: { label: 'Basis' },
      start_on: { label: 'Start on' },
      end_on: { label: 'End on' },
      individual_decision: {
        label: 'Individual decision',
        meaning: 'Reasoned decision on this person, not a blanket rule',
      },
      review_due_on: { label: 'Review due on' },
    },
  },
  notification: {
    title: 'Duty to tell',
    describes: 'Duty to tell families or the person about serious events',
    grain: 'One row per duty',
    fields: {
      stay_key: { label: 'Stay key' },
      event: { label: 'Event' },
      event_at: { label: 'Event at' },
      notified_at: { label: 'Notified at' },
      offered_ability_at: { label: 'Offered ability at', meaning: 'Person given the means to notify' },
    },
  },
}
