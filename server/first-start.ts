import type { Database } from '../db/client.ts'
import type { Env } from './env.ts'
import { type FirstStart, prepareInstallation } from './services/installation.ts'

/** What a demonstration brings: what its installation is, whether it is all there, and how it is loaded. */
export interface Demonstration {
  installation: FirstStart
  isWhole(db: Database): Promise<boolean>
  /** Loads what is not there yet; `onProgress` gets the share that is done, from 0 to 1. */
  load(db: Database, onProgress: (share: number) => void): Promise<void>
}

/**
 * Makes the installation at its first start: the demonstration, or with `--empty` a real and empty one. A demonstration
 * whose first start was cut off is completed. Gives the clock of the installation: a demonstration stands still.
 */
export async function firstStart(
  db: Database,
  env: Env,
  demonstration: Demonstration,
  isEmptyAskedFor: boolean,
): Promise<() => Date> {
  const real = { kind: 'real', countryName: env.COUNTRY_NAME, timezone: env.TIMEZONE, displayedNow: null } as const
  const wanted = isEmptyAskedFor ? real : demonstration.installation
  const { kind, displayedNow } = await prepareInstallation(db, wanted, isEmptyAskedFor, new Date())
  if (kind === 'real' || displayedNow === null) return () => new Date()
  if (!(await demonstration.isWhole(db))) await loadWithProgress(db, demonstration)
  return () => displayedNow
}

async function loadWithProgress(db: Database, demonstration: Demonstration): Promise<void> {
  console.log('Loading the demonstration, once:')
  let shown = 0
  await demonstration.load(db, (share) => {
    const percent = Math.floor(share * 10) * 10
    if (percent > shown) console.log(`  ${percent} %`)
    shown = Math.max(shown, percent)
  })
}
