import { v7 } from 'uuid'
import type { Tx } from '../../db/client.ts'
import { addRegion } from '../../db/queries/register.ts'
import { slug } from '../domain/imports/public-key.ts'

/** Regions that files name hold for all time before their first change: returns may reach back as far as they like. */
const fromTheBeginning = '1900-01-01'

/** Finds a region by name, or makes it (under its parent, when it names one). `known` is region ids by key; new ones are added. */
export function regionMaker(
  tx: Tx,
  known: Map<string, string>,
  now: Date,
): (name: string, parent?: string) => Promise<string> {
  const find = async (name: string, parent?: string): Promise<string> => {
    const key = slug(name)
    const found = known.get(key)
    if (found) return found
    const parentId = parent ? await find(parent) : null
    const id = v7()
    await addRegion(tx, { id, key, name, parentId, validFrom: fromTheBeginning, now })
    known.set(key, id)
    return id
  }
  return find
}
