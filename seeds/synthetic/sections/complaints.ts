import type { Count } from '../counts.ts'
import { keepComplaints } from '../records/complaints.ts'
import { good, type Sheet } from '../sheet.ts'

/** Complaints, what became of them, and information given on arrival. */
export function complaints(sheet: Sheet): void {
  const { at } = sheet
  const received = sheet.incidents('complaints_received', 'pop_closing', 0.055)
  if (at.custody) known(sheet, received)
  else {
    sheet.part('complaints_ontime', sheet.incidents('complaints_due', 'pop_closing', 0.052), good(at, 0.76))
    sheet.part('complaints_upheld', sheet.incidents('complaints_closed', 'pop_closing', 0.05), 0.18)
    const alleged = sheet.incidents('ill_treatment_alleged', 'pop_closing', 0.0011 * at.traits.tension)
    sheet.part('ill_treatment_referred', alleged, good(at, 0.8))
  }
  sheet.part('info_given_24h', 'adm_new', good(at, 0.83))
}

/** What fell due, and what was answered, as the records have it. */
function known(sheet: Sheet, received: Count): void {
  const { at } = sheet
  const alleged = sheet.part('ill_treatment_alleged', received, Math.min(0.5, 0.02 * at.traits.tension))
  const referred = sheet.part('ill_treatment_referred', alleged, good(at, 0.8))
  const { due, onTime, closed, upheld } = keepComplaints(at, received, alleged, referred)
  sheet.put('complaints_due', due)
  sheet.put('complaints_ontime', onTime)
  sheet.put('complaints_closed', closed)
  sheet.put('complaints_upheld', upheld)
}
