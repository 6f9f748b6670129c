import type { Demonstration } from '../server/services/first-start.ts'
import { addDemonstrationAccounts } from './accounts.ts'
import { isDemonstrationWhole, loadDemonstration } from './load.ts'
import { countryName, timezone } from './synthetic/facilities.ts'

/** The demonstration: an invented country, standing still at one moment. The last month that has ended is February 2026. */
export const demonstration: Demonstration = {
  installation: { kind: 'demonstration', countryName, timezone, displayedNow: new Date('2026-03-12T09:00:00Z') },
  isWhole: isDemonstrationWhole,
  load: loadDemonstration,
  addAccounts: addDemonstrationAccounts,
}
