import { type Actor, describeRole } from '../access.ts'

/** What of the figures a reader sees: all; all but what is withheld; sums of enough facilities only; nothing. */
export type Sight = 'all' | 'protected' | 'nothing'

export interface View {
  /** Of facilities in the reader's place. */
  ofFacilities: Sight
  /** Of regions that lie wholly in the reader's place. */
  ofRegions: Sight
  ofCountry: Sight
  /** A sum of the country over fewer facilities than this is not shown: its reader knows all of them but one. */
  fewestInCountry: number
}

/** With all own facilities taken off, a sum of so many more still speaks of two others. */
const fewestBesideOwn = 2

const everything: View = { ofFacilities: 'all', ofRegions: 'all', ofCountry: 'all', fewestInCountry: 0 }
const ofMinistry: View = {
  ofFacilities: 'protected',
  ofRegions: 'protected',
  ofCountry: 'protected',
  fewestInCountry: 0,
}
const nothing: View = { ofFacilities: 'nothing', ofRegions: 'nothing', ofCountry: 'nothing', fewestInCountry: 0 }

/**
 * Who sees which counts (records.yaml, personal_data_rules: access, suppression). Inspectorate and preventive mechanism see
 * every count in their place; a facility sees its own. Whoever sees all of some facilities sees of the country what the
 * ministry sees, and no sum that leaves one facility over when the own ones are taken off. The ministry sees no facility's
 * small counts. Whoever is none of these sees no figures.
 */
export function viewOf({ role, facilities }: Pick<Actor, 'role' | 'facilities'>): View {
  if (role === 'system') return everything
  const { body, places } = describeRole(role)
  if (body === null) return nothing
  if (body === 'administration' && !places.includes('facility')) return ofMinistry
  if (body !== 'administration' && facilities === 'all') return everything
  const own = facilities === 'all' ? Number.POSITIVE_INFINITY : facilities.length
  return { ...everything, ofCountry: 'protected', fewestInCountry: own + fewestBesideOwn }
}
