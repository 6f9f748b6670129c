import { caseRecordWords } from './case.en.ts'
import { complaintRecordWords } from './complaints.en.ts'
import { contactRecordWords } from './contact.en.ts'
import type { commonFields, FieldWords, RecordWords } from './define.ts'
import { disciplineRecordWords } from './discipline.en.ts'
import { facilityRecordWords } from './facility.en.ts'
import { healthRecordWords } from './health.en.ts'
import type { RecordId } from './index.ts'
import { justiceRecordWords } from './justice.en.ts'
import { outcomeRecordWords } from './outcomes.en.ts'
import { oversightRecordWords } from './oversight.en.ts'
import { partnershipRecordWords } from './partnerships.en.ts'
import { programmeRecordWords } from './programmes.en.ts'
import { releaseRecordWords } from './release.en.ts'
import { restrictiveRecordWords } from './restrictive.en.ts'
import { returnRecordWords } from './returns.en.ts'
import { safetyRecordWords } from './safety.en.ts'
import { staffRecordWords } from './staff.en.ts'
import { stayRecordWords } from './stay.en.ts'
import { womenRecordWords } from './women.en.ts'

/** The English words of every record type, by its id. */
export const recordWords: Record<RecordId, RecordWords> = {
  ...facilityRecordWords,
  ...stayRecordWords,
  ...restrictiveRecordWords,
  ...contactRecordWords,
  ...caseRecordWords,
  ...programmeRecordWords,
  ...releaseRecordWords,
  ...healthRecordWords,
  ...womenRecordWords,
  ...safetyRecordWords,
  ...disciplineRecordWords,
  ...complaintRecordWords,
  ...oversightRecordWords,
  ...partnershipRecordWords,
  ...staffRecordWords,
  ...justiceRecordWords,
  ...outcomeRecordWords,
  ...returnRecordWords,
}

/** The English words of the fields that every record carries. */
export const commonFieldWords: Record<keyof typeof commonFields, FieldWords> = {
  record_id: { label: 'Record' },
  facility_id: { label: 'Facility' },
  recorded_at: { label: 'Recorded at', meaning: 'When it was typed in, so that late and backdated entries are seen' },
  source_system: { label: 'Source system' },
  supersedes: { label: 'Supersedes', meaning: 'The record that this one corrects; nothing is deleted' },
}
