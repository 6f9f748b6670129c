import { type Actor, describeRole } from '../access.ts'

/** What of the figures a reader sees: all; all but what is withheld; sums of enough facilities only; nothing. */
export type Sight = 'all' | 'protected' | 'nothing'

export interface View {
  /** Of facilities in the reader's place. */
  ofFacilities: Sight
  /** Of regions and the country. */
  ofSums: Sight
  /** A sum of fewer facilities than this is not shown: its reader knows one of them. */
  fewestInSum: number
}

/** With the own facility taken off, a sum of three still speaks of two others. */
const fewestBesideOwn = 3

const everything: View = { ofFacilities: 'all', ofSums: 'all', fewestInSum: 0 }
const nothing: View = { ofFacilities: 'nothing', ofSums: 'nothing', fewestInSum: 0 }

/**
 * Who sees which counts (records.yaml, personal_data_rules: access, suppression). Inspectorate and preventive mechanism see
 * every count in their place. A facility sees its own counts, and of the country what the ministry sees. The ministry sees
 * no facility's small counts. Whoever is none of these sees no figures.
 */
export function viewOf({ role }: Pick<Actor, 'role'>): View {
  if (role === 'system') return everything
  const { body, places } = describeRole(role)
  if (body === 'inspectorate' || body === 'npm') return everything
  if (body !== 'administration') return nothing
  if (places.includes('facility')) return { ofFacilities: 'all', ofSums: 'protected', fewestInSum: fewestBesideOwn }
  return { ofFacilities: 'protected', ofSums: 'protected', fewestInSum: 0 }
}
