import { good, type Sheet } from '../sheet.ts'

/** Complaints, what became of them, and information given on arrival. */
export function complaints(sheet: Sheet): void {
  const { at } = sheet
  sheet.incidents('complaints_received', 'pop_closing', 0.055)
  sheet.part('complaints_ontime', sheet.incidents('complaints_due', 'pop_closing', 0.052), good(at, 0.76))
  sheet.part('complaints_upheld', sheet.incidents('complaints_closed', 'pop_closing', 0.05), 0.18)
  const alleged = sheet.incidents('ill_treatment_alleged', 'pop_closing', 0.0011 * at.traits.tension)
  sheet.part('ill_treatment_referred', alleged, good(at, 0.8))
  sheet.part('info_given_24h', 'adm_new', good(at, 0.83))
}
