import type { FamilyWords } from './define.ts'
import type { returnRecords } from './returns.ts'

/** The English words of these record types and their fields. */
export const returnRecordWords: FamilyWords<typeof returnRecords> = {
  monthly_return: {
    title: 'Monthly return',
    describes: 'Header of a facility’s aggregate return',
    grain: 'One row per facility per month',
    fields: {
      month: { label: 'Month' },
      status: { label: 'Status' },
      submitted_at: { label: 'Submitted at' },
      signed_by_role: { label: 'Signed by role', meaning: 'Role, not name' },
      revision: { label: 'Revision' },
      zero_confirmed: { label: 'Zero confirmed', meaning: 'Blanks are missing, zeros must be typed and confirmed' },
    },
  },
  return_line: {
    title: 'Number of a return',
    describes: 'One number in the monthly return',
    grain: 'One row per measure per breakdown',
    fields: {
      month: { label: 'Month' },
      measure: { label: 'Measure' },
      breakdown_dim: { label: 'Breakdown', meaning: 'Empty for total' },
      breakdown_value: { label: 'Breakdown value' },
      value: { label: 'Value', meaning: 'Empty means not known; never use 0 for unknown' },
      estimate: { label: 'Estimate' },
    },
  },
}
