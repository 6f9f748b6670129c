import type { FamilyWords } from './define.ts'
import type { justiceRecords } from './justice.ts'

/** The English words of these record types and their fields. */
export const justiceRecordWords: FamilyWords<typeof justiceRecords> = {
  justice_return: {
    title: 'Quarterly return of the justice system',
    describes: 'Quarterly return from prosecution, courts, probation and restorative-justice services',
    grain: 'One row per region per quarter per measure',
    fields: {
      region: { label: 'Region' },
      quarter: { label: 'Quarter' },
      measure: { label: 'Measure' },
      breakdown: { label: 'Breakdown' },
      value: { label: 'Value' },
    },
  },
  population_reference: {
    title: 'National population',
    describes: 'National population for rates',
    grain: 'One row per year and breakdown',
    fields: {
      year: { label: 'Year' },
      breakdown: { label: 'Breakdown' },
      residents: { label: 'Residents' },
    },
  },
}
