import type { Demonstration } from '../server/services/first-start.ts'

/** The demonstration: an invented country, standing still at one moment. Its figures are not written yet. */
export const demonstration: Demonstration = {
  installation: {
    kind: 'demonstration',
    countryName: 'Verenia',
    timezone: 'UTC',
    displayedNow: new Date('2026-03-12T09:00:00Z'),
  },
  isWhole: async () => true,
  load: async () => {},
}
