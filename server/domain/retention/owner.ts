import type { Field, RecordType } from '../records/define.ts'
import { findRecord, type RecordId, records } from '../records/index.ts'

/**
 * How a row leads to whom it is about: by a person's own key, by a stay, by the row of a stay that it belongs to (a day of a
 * placement), by those who were part of it (an incident), or by the key of one who works there.
 */
export type Owner =
  | { by: 'person' }
  | { by: 'stay'; isOptional: boolean }
  | { by: 'parent'; record: RecordId; key: string }
  | { by: 'members'; record: RecordId; key: string }
  | { by: 'staff' }

/** A record type whose rows are kept for a term only, with how they lead to somebody. */
export interface KeptForTerm {
  entry: RecordType<RecordId>
  owner: Owner
}

/** Whether rows of a type are about somebody in custody or at work there, and so are kept for a term only. */
export function isOfSomebody({ level }: Pick<RecordType, 'level'>): boolean {
  return level === 'person' || level === 'staff'
}

const ofSomebody = records.filter(isOfSomebody)

/**
 * Every record type of persons and of staff, made of the definitions; rows that belong to others stand before those, so that
 * they can go in this order.
 */
export const keptForTerm: readonly KeptForTerm[] = ofSomebody
  .map((entry) => ({ entry, owner: ownerOf(entry) }))
  .sort((a, b) => depth(b.owner) - depth(a.owner))

function ownerOf(entry: RecordType<RecordId>): Owner {
  const { person_key: person, stay_key: stay, staff_key: staff } = entry.fields as Record<string, Field | undefined>
  if (person) return { by: 'person' }
  if (stay) return { by: 'stay', isOptional: !stay.required }
  if (staff) return { by: 'staff' }
  for (const { references } of Object.values(entry.fields)) {
    const [record = '', key = ''] = references?.split('.') ?? []
    const parent = findRecord(record)
    if (parent?.level === 'person' && parent.fields.stay_key) return { by: 'parent', record: parent.id, key }
  }
  const [own = ''] = entry.unique
  const part = ofSomebody.find((one) => one.fields.stay_key && one.fields[own]?.references === `${entry.id}.${own}`)
  if (part) return { by: 'members', record: part.id, key: own }
  throw new Error(`${entry.id} leads to nobody: nobody could say when its rows have to go`)
}

/** What belongs to others, or is known by them, goes before them. */
function depth({ by }: Owner): number {
  return by === 'parent' || by === 'members' ? 2 : by === 'person' ? 0 : 1
}
