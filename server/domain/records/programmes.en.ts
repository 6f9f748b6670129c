import type { FamilyWords } from './define.ts'
import type { programmeRecords } from './programmes.ts'

/** The English words of these record types and their fields. */
export const programmeRecordWords: FamilyWords<typeof programmeRecords> = {
  programme: {
    title: 'Programme',
    describes: 'Catalogue of programmes, education, vocational courses and work places',
    grain: 'One row per programme version',
    fields: {
      programme_id: { label: 'Programme id' },
      kind: { label: 'Kind' },
      need_kinds: { label: 'Need kinds' },
      accredited: { label: 'Accredited', meaning: 'By a body outside the prison service' },
      qualification_same_as_community: {
        label: 'Qualification same as community',
        meaning: 'Certificate does not reveal prison',
      },
      open_to_sex: { label: 'Open to' },
      young_adult_version: { label: 'Version for young adults' },
      theory_of_change_written: { label: 'Theory of change written' },
      last_evaluated_on: { label: 'Last evaluated on' },
      places: { label: 'Places' },
    },
  },
  participation: {
    title: 'Participation',
    describes: 'A person’s path through one programme',
    grain: 'One row per person per programme attempt',
    fields: {
      stay_key: { label: 'Stay key' },
      programme_id: { label: 'Programme id' },
      referred_on: { label: 'Referred on' },
      started_on: { label: 'Started on' },
      ended_on: { label: 'Ended on' },
      end_kind: { label: 'End kind' },
      paid: { label: 'Paid', meaning: 'Remunerated work or course' },
      certificate: { label: 'Certificate' },
    },
    rules: ['All days lie within stays of one custody.'],
  },
  activity_day: {
    title: 'Activity of a day',
    describes: 'Purposeful hours per person per day, by kind',
    grain: 'One row per person per day per kind',
    fields: {
      stay_key: { label: 'Stay key' },
      day: { label: 'Day' },
      kind: { label: 'Kind' },
      hours: { label: 'Hours' },
    },
    rules: ['Hours over all kinds are no more than 16 a day.'],
  },
}
