import type { justice } from './justice.ts'

/** What each measure of the justice section counts, in English. */
export const justiceWords: Record<(typeof justice)[number]['id'], { title: string; counts: string }> = {
  pretrial_closing: {
    title: 'Unsentenced',
    counts: 'Persons held on the last day as pretrial or detained without charge, with no first-instance sentence',
  },
}
