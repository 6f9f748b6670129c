import type { Database } from '../../db/client.ts'
import { listGoneUntil } from '../../db/queries/frozen.ts'
import { placeNames } from '../../db/queries/verify.ts'
import { type Horizon, horizonsOf } from '../domain/retention/horizons-told.ts'

const mostNamed = 10

/** Where it was stopped because records are gone, one line a month; nothing where all records are there. */
export function horizonWords(horizons: readonly Horizon[]): string {
  return horizons
    .map(({ until, places }) => {
      const more = places.length > mostNamed ? ` and ${places.length - mostNamed} more` : ''
      const names = `${places.slice(0, mostNamed).join(', ')}${more}`
      return `Stopped at ${until} in ${names}: records were deleted by law, so months up to then stand as they were frozen\n`
    })
    .join('')
}

/** The same for some facilities, or for all. */
export async function readHorizons(db: Database, facilityIds?: readonly string[]): Promise<Horizon[]> {
  return db.asSystem(async (tx) => {
    const gone = await listGoneUntil(tx, facilityIds)
    const names = gone.size > 0 ? await placeNames(tx) : new Map<string, string>()
    return horizonsOf(gone, (id) => names.get(id) ?? id)
  })
}
