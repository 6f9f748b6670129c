import type { complaintRecords } from './complaints.ts'
import type { FamilyWords } from './define.ts'

/** The English words of these record types and their fields. */
export const complaintRecordWords: FamilyWords<typeof complaintRecords> = {
  complaint: {
    title: 'Complaint',
    describes: 'Requests and complaints, no narrative',
    grain: 'One row per complaint',
    fields: {
      complaint_id: { label: 'Complaint id' },
      stay_key: { label: 'Stay key', meaning: 'Empty when anonymous or when confidentiality was asked' },
      channel: { label: 'Channel' },
      topic: { label: 'Topic' },
      lodged_at: { label: 'Lodged at', meaning: 'A moment, for alerts that run on hours' },
      answered_on: { label: 'Answered on' },
      result: { label: 'Result' },
      ill_treatment: { label: 'Ill treatment', meaning: 'Alleges torture or other ill-treatment' },
      referred_independent_at: {
        label: 'Referred independent at',
        meaning: 'Passed to an independent authority; a moment, for alerts that run on hours',
      },
      reprisal_reported: { label: 'Reprisal reported' },
      on_behalf: { label: 'Lodged by another', meaning: 'Lodged by lawyer, family or another' },
    },
    rules: ['An anonymous complaint has no stay key.'],
  },
}
