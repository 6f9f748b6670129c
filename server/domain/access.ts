/** Who acts, in which role, and the facilities that the role's place opens. */
export interface Actor {
  userId: string
  role: Role
  /** Ids of the facilities in reach; 'all' for a country-wide place. */
  facilities: 'all' | readonly string[]
}

/** Which facilities a list may show: an argument of every list query, so that it cannot be forgotten. */
export type Scope = Actor['facilities']

export const permissions = [
  'facility.read',
  'indicator.read',
  'measure.read',
  'rule.read',
  'import.read',
  'import.accept',
  'month.lock',
] as const
export type Permission = (typeof permissions)[number]

export const roles = ['ministry-analyst', 'system'] as const
export type Role = (typeof roles)[number]

/** Who holds which permission. What is not written here is not allowed. */
const held: Record<Role, readonly Permission[]> = {
  'ministry-analyst': ['facility.read', 'indicator.read', 'measure.read', 'rule.read', 'import.read'],
  system: permissions,
}

/** Whether `actor` may do `permission`, at `facilityId` when one is named. */
export function can(actor: Actor, permission: Permission, facilityId?: string): boolean {
  if (!held[actor.role].includes(permission)) return false
  return facilityId === undefined || actor.facilities === 'all' || actor.facilities.includes(facilityId)
}

/** The one reader of an installation without sign-in: sees the whole country, changes nothing. */
export const standingAnalyst: Actor = { userId: 'standing-analyst', role: 'ministry-analyst', facilities: 'all' }

/** Jobs and the terminal: act on behalf of the installation itself, never of a visitor. */
export const systemActor: Actor = { userId: 'system', role: 'system', facilities: 'all' }
