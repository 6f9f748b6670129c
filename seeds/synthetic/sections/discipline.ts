import { combined } from '../counts.ts'
import { good, type Sheet } from '../sheet.ts'

/** Disciplinary cases and how they were decided. */
export function discipline(sheet: Sheet): void {
  const { at } = sheet
  const cases = sheet.incidents('disc_cases', 'pop_closing', 0.045 * at.traits.tension ** 0.7, {
    age_group: { '18_20': 2.2, '21_24': 1.7, '50_59': 0.5, '60_plus': 0.2 },
  })
  const heard = sheet.part('disc_cases_hearing', cases, 0.82)
  sheet.part('disc_process_ok', heard, good(at, 0.8))
  sheet.part('disc_mediated', combined(cases, heard, -1), good(at, 0.5))
  sheet.part('disc_sanctions', heard, 0.78)
}
