import type { Database } from '../../db/client.ts'
import { refuseDemonstrationAccounts } from './demonstration-accounts.ts'
import { type FirstStart, prepareInstallation } from './installation.ts'
import { clearAbandonedStaging } from './staging.ts'

/** What a demonstration brings: what its installation is, whether it is all there, and how it is loaded. */
export interface Demonstration {
  installation: FirstStart
  isWhole(db: Database): Promise<boolean>
  /** Loads what is not there yet; `onProgress` gets the share that is done, from 0 to 1. */
  load(db: Database, onProgress: (share: number) => void): Promise<void>
  /** Makes the accounts that everybody may enter; those that are there already stay. */
  addAccounts(db: Database, now: Date): Promise<void>
}

/** What the start of a process asks for. */
export interface StartRequest {
  /** A real and empty installation instead of the demonstration. */
  isEmpty: boolean
  countryName: string
  timezone: string
  /** The clock of a real installation. */
  clock: () => Date
  /** The share of the demonstration that is loaded, from 0 to 1. */
  onProgress: (share: number) => void
}

/**
 * Makes the installation at its first start: the demonstration, or a real and empty one. A demonstration whose first
 * start was cut off is completed; one of another country is opened as it is. Gives the clock of the installation: a demonstration stands still.
 */
export async function startInstallation(
  db: Database,
  demonstration: Demonstration,
  request: StartRequest,
): Promise<() => Date> {
  const { isEmpty, countryName, timezone, clock, onProgress } = request
  await clearAbandonedStaging(db, clock())
  const real = { kind: 'real', countryName, timezone, displayedNow: null } as const
  const own = demonstration.installation
  const found = await prepareInstallation(db, isEmpty ? real : own, isEmpty, clock())
  const { kind, displayedNow } = found
  if (kind === 'real' || displayedNow === null) {
    await refuseDemonstrationAccounts(db)
    return clock
  }
  // Another invented country, that was loaded for measuring, is nobody's to complete.
  const isOwn = found.countryName === own.countryName
  if (isOwn && !(await demonstration.isWhole(db))) await demonstration.load(db, onProgress)
  await demonstration.addAccounts(db, displayedNow)
  return () => displayedNow
}
