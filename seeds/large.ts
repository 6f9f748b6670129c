import type { Database } from '../db/client.ts'
import { addMonths, firstDay, type Month } from '../server/domain/period.ts'
import { prepareInstallation } from '../server/services/installation.ts'
import { recomputeAll } from '../server/services/recompute.ts'
import { take } from './load.ts'
import type { CountryPlan } from './synthetic/country.ts'
import { timezone } from './synthetic/facilities.ts'
import { type CountryFile, returnFile, writeLines, writeReturns } from './synthetic/files.ts'
import { certificateMapping, registerMapping } from './synthetic/mappings.ts'
import { certificateLines, registerLines } from './synthetic/register-file.ts'
import type { DrawnReturn, Part } from './synthetic/returns.ts'

/** Writes the files of a large country: register, certificates, and each part of the return by calendar year. */
export async function writeLarge(directory: string, plan: CountryPlan, parts: readonly Part[]): Promise<CountryFile[]> {
  const receivedAt = afterEnd(plan)
  const register = await writeLines(directory, 'register.csv', registerLines(plan.facilities))
  const certificates = await writeLines(directory, 'certificates.csv', certificateLines(plan.facilities))
  const files = [
    { path: register, mapping: registerMapping, receivedAt },
    { path: certificates, mapping: certificateMapping, receivedAt },
  ]
  const placesOf = ({ at }: DrawnReturn, part: Part) => [{ file: `${part}-${at.month.slice(0, 4)}.csv` }]
  for await (const [name, part] of writeReturns(directory, plan, parts, placesOf))
    files.push(returnFile(directory, name, part, receivedAt))
  return files
}

/**
 * Loads the files of a large country into an installation of its own, as a demonstration. `onFile` hears of each file.
 *
 * @throws DomainError NOT_POSSIBLE_NOW `installation.otherKind` when the database holds a real country.
 */
export async function loadLarge(
  db: Database,
  plan: CountryPlan,
  files: readonly CountryFile[],
  onFile: (path: string, values: number) => void,
): Promise<void> {
  const now = afterEnd(plan)
  const wanted = { kind: 'demonstration', countryName: `Large ${plan.seed}`, timezone, displayedNow: now } as const
  await prepareInstallation(db, wanted, true, now)
  for (const file of files) {
    const { values } = await take(db, file, { withoutRecompute: true })
    onFile(file.path, values.added)
  }
  await recomputeAll(db, { now })
}

function afterEnd({ last }: CountryPlan): Date {
  return new Date(`${firstDay(addMonths(last as Month, 1)).slice(0, 8)}12T09:00:00Z`)
}
