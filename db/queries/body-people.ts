import { and, asc, desc, eq, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { PlaceKind } from '../../server/domain/access.ts'
import type { Tx } from '../client.ts'
import { assignments, invitations, people, user } from '../schema/index.ts'

/** A person of a body as its administrator and its auditor see them; name and address are empty where there is no account. */
export interface BodyPerson {
  id: string
  name: string | null
  email: string | null
  addedAt: Date
  endedAt: Date | null
  lastSeenAt: Date | null
  hasSecondFactor: boolean
  /** When an administrator took their second factors away, if they did. */
  secondFactorResetAt: Date | null
}

/** The people of a body in the order in which they came; of one when `personId` is given. */
export async function listBodyPeople(tx: Tx, bodyId: string, personId?: string): Promise<BodyPerson[]> {
  const rows = await tx
    .select({
      id: people.id,
      name: user.name,
      email: user.email,
      addedAt: people.addedAt,
      endedAt: people.endedAt,
      lastSeenAt: sql<string | null>`greatest(${user.lastSeenAt},
        (select max(s.updated_at) from session s where s.user_id = ${user.id}))`,
      hasSecondFactor: sql<boolean>`coalesce(${user.twoFactorEnabled}, false)
        or exists (select from passkey k where k.user_id = ${user.id})`,
      secondFactorResetAt: user.secondFactorResetAt,
    })
    .from(people)
    .leftJoin(user, eq(sql`${user.id}::text`, people.id))
    .where(and(eq(people.bodyId, bodyId), personId === undefined ? undefined : eq(people.id, personId)))
    .orderBy(asc(people.addedAt), asc(people.id))
  return rows.map((row) => ({ ...row, lastSeenAt: row.lastSeenAt === null ? null : new Date(row.lastSeenAt) }))
}

/** A role of a person, running or ended, with its place by name: today's, or empty where the place is no longer there. */
export interface BodyAssignment {
  id: string
  personId: string
  role: string
  placeKind: PlaceKind
  placeKey: string | null
  placeName: string | null
  grantedAt: Date
  until: Date | null
  endedAt: Date | null
}

/** The roles of a body's people, the oldest first; of one person when `personId` is given. */
export function listBodyAssignments(tx: Tx, bodyId: string, personId?: string): Promise<BodyAssignment[]> {
  return tx
    .select({
      id: assignments.id,
      personId: assignments.personId,
      role: assignments.role,
      placeKind: assignments.placeKind,
      ...placeNames(sql`${assignments.placeKind}`, sql`${assignments.placeId}`),
      grantedAt: assignments.grantedAt,
      until: assignments.until,
      endedAt: assignments.endedAt,
    })
    .from(assignments)
    .where(and(eq(assignments.bodyId, bodyId), personId === undefined ? undefined : eq(assignments.personId, personId)))
    .orderBy(asc(assignments.grantedAt), asc(assignments.id))
}

/** The invitations of a body, the newest first, each with its place by name; never their tokens. */
export function listBodyInvitations(tx: Tx, bodyId: string) {
  const { id, name, email, role, placeKind, invitedAt, expiresAt, acceptedAt, revokedAt } = invitations
  const place = { placeKind, ...placeNames(sql`${placeKind}`, sql`${invitations.placeId}`) }
  return tx
    .select({ id, name, email, role, ...place, invitedAt, expiresAt, acceptedAt, revokedAt })
    .from(invitations)
    .where(eq(invitations.bodyId, bodyId))
    .orderBy(desc(invitations.invitedAt), desc(invitations.id))
}

/** The key and today's name of a region or facility. */
export function placeNames(kind: SQL, id: SQL) {
  return {
    placeKey: sql<string | null>`case ${kind}
      when 'region' then (select key from regions where id = ${id})
      when 'facility' then (select key from facilities where id = ${id}) end`,
    placeName: sql<string | null>`case ${kind}
      when 'region' then (select name from region_versions where region_id = ${id} order by valid_from desc limit 1)
      when 'facility' then (select name from facility_versions where facility_id = ${id} order by valid_from desc limit 1) end`,
  }
}

/** A region or facility where a role can be held, by its key. */
export interface NamedPlace {
  key: string
  name: string
}

/** The regions and facilities of today, by name. */
export async function listPlaces(tx: Tx): Promise<{ regions: NamedPlace[]; facilities: NamedPlace[] }> {
  const [regions, facilities] = [
    await tx.execute<{ key: string; name: string }>(sql`
      select r.key, v.name from regions r join region_versions v on v.region_id = r.id
      where v.valid_to is null order by v.name, r.key`),
    await tx.execute<{ key: string; name: string }>(sql`
      select f.key, v.name from facilities f join facility_versions v on v.facility_id = f.id
      where v.valid_to is null order by v.name, f.key`),
  ]
  return { regions: [...regions], facilities: [...facilities] }
}

/** The id of a region or facility by its key; undefined when there is none. */
export async function findPlaceId(tx: Tx, kind: 'region' | 'facility', key: string): Promise<string | undefined> {
  const table = sql.identifier(kind === 'region' ? 'regions' : 'facilities')
  const [row] = await tx.execute<{ id: string }>(sql`select id::text as id from ${table} where key = ${key}`)
  return row?.id
}

/** Ends what was granted until a moment that has come. */
export async function endExpired(tx: Tx, bodyId: string, now: Date): Promise<void> {
  await tx
    .update(assignments)
    .set({ endedAt: sql`${assignments.until}`, endedBy: 'until' })
    .where(and(eq(assignments.bodyId, bodyId), isNull(assignments.endedAt), lte(assignments.until, now)))
}

/** Writes down that a person has left the body. */
export async function savePersonEnd(tx: Tx, id: string, end: { at: Date; by: string }): Promise<void> {
  await tx.update(people).set({ endedAt: end.at, endedBy: end.by }).where(eq(people.id, id))
}
