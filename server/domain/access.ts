/** Who may do what, where: the one table that procedures, pages, buttons, menus and the database's policies ask. */

export const permissions = [
  'facility.read',
  'indicator.read',
  'measure.read',
  'record.read',
  'record.read-withheld',
  'rule.read',
  'event.record',
  'threshold.set',
  'import.read',
  'import.accept',
  'month.lock',
  'account.read',
  'account.keep',
  'person.read',
  'person.invite',
  'assignment.grant',
  'assignment.end',
  'session.read',
  'session.end',
  'second-factor.reset',
  'security.read',
  'audit.read',
  'retention.read',
  'retention.decide',
] as const
export type Permission = (typeof permissions)[number]

/** Held only by whoever looks after the whole country: they are about its work or its law, not about a facility's. */
const countryWide: readonly Permission[] = [
  'import.read',
  'import.accept',
  'retention.read',
  'retention.decide',
  'threshold.set',
]

/** The bodies that share an installation and do not trust each other. */
export const bodyKinds = ['administration', 'inspectorate', 'npm'] as const
export type BodyKind = (typeof bodyKinds)[number]

/** Where a role can be held: the whole country, a region with all below it, one facility, or an inspection's team. */
export const placeKinds = ['country', 'region', 'facility', 'team'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** A place; the country has no id. */
export interface Place {
  kind: PlaceKind
  id: string | null
}

interface RoleEntry {
  /** The only kind of body whose people may hold it; null for what no person is given. */
  body: BodyKind | null
  places: readonly PlaceKind[]
  /** Nothing is shown until a second factor was given. */
  isSecondFactorForced: boolean
  /** What the role is for besides reading: it brings in others, or reads what they did. One person never has both. */
  duty?: 'administrator' | 'auditor'
  may: readonly Permission[]
}

/** Everybody reads what they did, and keeps views and the tour's end for themselves. */
const own = ['account.read', 'account.keep', 'rule.read'] as const
const figures = [...own, 'facility.read', 'indicator.read', 'measure.read'] as const
/** Rows of persons stay with the facility, but for what is kept from it, and with those who inspect it (records/personal-data.ts). */
const ownRecords = [...figures, 'record.read'] as const
const allRecords = [...ownRecords, 'record.read-withheld'] as const
const people = [
  'person.read',
  'person.invite',
  'assignment.grant',
  'assignment.end',
  'session.read',
  'session.end',
  'second-factor.reset',
  'security.read',
] as const

const atFacility = { body: 'administration', places: ['facility'], isSecondFactorForced: false } as const
const inMinistry = { body: 'administration', places: ['country', 'region'], isSecondFactorForced: true } as const
const inInspectorate = {
  body: 'inspectorate',
  places: ['country', 'region', 'facility', 'team'],
  isSecondFactorForced: true,
} as const
const administrator = { places: ['country'], isSecondFactorForced: true, duty: 'administrator' } as const
const auditor = { places: ['country'], isSecondFactorForced: true, duty: 'auditor' } as const
const reviewing = [...own, 'audit.read', 'security.read'] as const

/** Every role. What is not written here is not allowed. */
const table = {
  'facility-director': { ...atFacility, may: [...ownRecords, 'event.record'] },
  'facility-data-officer': { ...atFacility, may: ownRecords },
  'facility-health-lead': { ...atFacility, may: ownRecords },
  // Arranges access and hands over documents that were asked for: no figures.
  'facility-liaison': { ...atFacility, may: [...own, 'facility.read'] },

  'lead-inspector': { ...inInspectorate, may: [...allRecords, 'import.read'] },
  inspector: { ...inInspectorate, may: [...allRecords, 'import.read'] },
  'health-inspector': { ...inInspectorate, may: [...allRecords, 'import.read'] },
  // Invited for a visit, and sees its own part of that visit only.
  'expert-or-interpreter': { ...inInspectorate, places: ['facility', 'team'], may: [...own, 'facility.read'] },
  'quality-reader': { ...inInspectorate, places: ['country', 'region'], may: figures },

  // Everything on numbers, places, treatment and conditions, everywhere (OPCAT 20).
  'npm-member': { body: 'npm', places: ['country'], isSecondFactorForced: true, may: [...allRecords, 'import.read'] },

  'ministry-analyst': { ...inMinistry, may: [...figures, 'import.read'] },
  'ministry-duty-desk': { ...inMinistry, may: figures },
  // Says by which law or decision the country holds its figures, too; the verdict of the catalogue stays everybody's.
  'ministry-decision-maker': { ...inMinistry, may: [...figures, 'import.read', 'event.record', 'threshold.set'] },

  // Administrators look after people and see no figures: whoever needs both holds two roles and acts in one at a time.
  'administration-administrator': {
    ...administrator,
    body: 'administration',
    may: [...own, ...people, 'retention.read', 'retention.decide'],
  },
  'inspectorate-administrator': { ...administrator, body: 'inspectorate', may: [...own, ...people] },
  'npm-administrator': { ...administrator, body: 'npm', may: [...own, ...people] },
  'administration-auditor': { ...auditor, body: 'administration', may: [...reviewing, 'retention.read'] },
  'inspectorate-auditor': { ...auditor, body: 'inspectorate', may: reviewing },
  'npm-auditor': { ...auditor, body: 'npm', may: reviewing },

  // Whoever has not signed in. There is no public page yet, so nothing is shown.
  public: { body: null, places: [], isSecondFactorForced: false, may: [] },
  system: { body: null, places: [], isSecondFactorForced: false, may: permissions },
} satisfies Record<string, RoleEntry>

export type Role = keyof typeof table
export const roles = Object.keys(table) as Role[]

const entries: Record<Role, RoleEntry> = table

/** Which body a role belongs to, where it is held, what it is for, and whether it needs a second factor. */
export function describeRole(role: Role): Omit<RoleEntry, 'may'> {
  return entries[role]
}

export function isRole(text: string): text is Role {
  return Object.hasOwn(table, text)
}

/** Whether `text` is a role that a person of a body can hold: never another body's, the system's or the public's. */
export function isRoleOf(body: BodyKind, text: string): text is Role {
  return isRole(text) && entries[text].body === body
}

/** The roles that people of a body can be given. */
export function rolesOf(body: BodyKind): Role[] {
  return roles.filter((role) => entries[role].body === body)
}

/** Who acts, in which role, and the facilities that the role's place opens. */
export interface Actor {
  userId: string
  role: Role
  /** The body whose people, sessions and audit are the actor's own; null for the public and the system. */
  bodyId: string | null
  /** Ids of the facilities in reach; 'all' for a country-wide place. */
  facilities: 'all' | readonly string[]
  /** Ids of the regions that lie wholly in reach. Needless with a country-wide place. */
  regions?: readonly string[]
  /** The assignment that the session acts in, with its place; absent where nobody was assigned. */
  assignment?: { id: string; place: Place }
}

/** Which facilities a list may show: an argument of every list query, so that it cannot be forgotten. */
export type Scope = Actor['facilities']

/** Everything that the actor may do somewhere in its place. */
export function permissionsOf(actor: Pick<Actor, 'role' | 'facilities'>): Permission[] {
  const { may } = entries[actor.role]
  return may.filter((permission) => actor.facilities === 'all' || !countryWide.includes(permission))
}

/** Whether `actor` may do `permission`, at `facilityId` when one is named. */
export function can(actor: Actor, permission: Permission, facilityId?: string): boolean {
  if (!permissionsOf(actor).includes(permission)) return false
  return facilityId === undefined || actor.facilities === 'all' || actor.facilities.includes(facilityId)
}

/** Whoever has not signed in. */
export const publicActor: Actor = { userId: 'public', role: 'public', bodyId: null, facilities: [] }

/** Jobs and the terminal: act on behalf of the installation itself, never of a visitor. */
export const systemActor: Actor = { userId: 'system', role: 'system', bodyId: null, facilities: 'all' }
