import type { Demonstration } from '../server/services/first-start.ts'
import { addDemonstrationAccounts } from './accounts.ts'
import { isDemonstrationWhole, loadDemonstration, writeFiles } from './load.ts'
import { countryName, timezone } from './synthetic/facilities.ts'

/** The demonstration: an invented country, standing still at one moment. The last month that has ended is February 2026. */
export const demonstration: Demonstration = {
  installation: { kind: 'demonstration', countryName, timezone, displayedNow: new Date('2026-03-12T09:00:00Z') },
  isWhole: isDemonstrationWhole,
  load: (db, onProgress) => loadDemonstration(db, onProgress),
  addAccounts: addDemonstrationAccounts,
}

/** The demonstration for whoever is going to load it in any case: its files are being written before the database is there. */
export function beginDemonstration(): Demonstration {
  const writing = writeFiles()
  // Told where it is waited for, which a start that fails earlier never does.
  writing.catch(() => {})
  return { ...demonstration, load: (db, onProgress) => loadDemonstration(db, onProgress, writing) }
}
