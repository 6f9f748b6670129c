import type { FamilyWords } from './define.ts'
import type { disciplineRecords } from './discipline.ts'

/** The English words of these record types and their fields. */
export const disciplineRecordWords: FamilyWords<typeof disciplineRecords> = {
  disciplinary_case: {
    title: 'Disciplinary case',
    describes: 'One alleged breach',
    grain: 'One row per case',
    fields: {
      case_id: { label: 'Case id' },
      stay_key: { label: 'Stay key' },
      alleged_on: { label: 'Alleged on' },
      informed_on: { label: 'Informed on', meaning: 'Person told of the accusation in a language understood' },
      hearing_on: { label: 'Hearing on' },
      legal_help_offered: { label: 'Legal help offered' },
      mental_health_considered: { label: 'Mental health considered' },
      route: { label: 'Route' },
      result: { label: 'Result' },
      sanction: { label: 'Sanction' },
      sanction_days: { label: 'Sanction days' },
      appeal_offered: { label: 'Appeal offered' },
      appeal_result: { label: 'Appeal result' },
    },
  },
}
