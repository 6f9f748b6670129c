import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { type Actor, describeRole, isRole, isRoleOf, type Place, type Role } from '../../server/domain/access.ts'
import type { HeldRole } from '../../server/domain/visitor.ts'
import type { Plain, Tx } from '../client.ts'
import { reachOf, rolesHeld } from '../held-roles.ts'
import { assignments, bodies, people } from '../schema/index.ts'
import { textArray } from './staging.ts'

export type Body = typeof bodies.$inferSelect
export type Assignment = typeof assignments.$inferSelect

export function listBodies(tx: Tx): Promise<Body[]> {
  return tx.select().from(bodies).orderBy(asc(bodies.key))
}

export async function findBody(tx: Tx, key: string): Promise<Body | undefined> {
  const [row] = await tx.select().from(bodies).where(eq(bodies.key, key))
  return row
}

/** Adds the bodies that are not there yet, known by their keys. */
export async function saveBodies(tx: Tx, rows: readonly Omit<Body, 'id'>[]): Promise<void> {
  await tx
    .insert(bodies)
    .values([...rows])
    .onConflictDoNothing()
}

export async function savePerson(tx: Tx, person: typeof people.$inferInsert): Promise<void> {
  await tx.insert(people).values(person)
}

/** A person with the kind of their body; undefined when the reader may not know of them. */
export async function findPerson(tx: Tx, id: string) {
  const [row] = await tx
    .select({ id: people.id, bodyId: people.bodyId, bodyKind: bodies.kind, endedAt: people.endedAt })
    .from(people)
    .innerJoin(bodies, eq(bodies.id, people.bodyId))
    .where(eq(people.id, id))
  return row
}

/** The people of a body in the order in which they came, each with all assignments, running and ended. */
export function listPeople(tx: Tx, bodyId: string) {
  return tx
    .select({ person: people, assignment: assignments })
    .from(people)
    .leftJoin(assignments, eq(assignments.personId, people.id))
    .where(eq(people.bodyId, bodyId))
    .orderBy(asc(people.addedAt), asc(people.id), asc(assignments.grantedAt), asc(assignments.id))
}

/** What a person holds at `now`, the oldest first. */
export function listRunningAssignments(tx: Tx, personId: string, now: Date): Promise<Assignment[]> {
  const runsOn = or(isNull(assignments.until), gt(assignments.until, now))
  return tx
    .select()
    .from(assignments)
    .where(and(eq(assignments.personId, personId), isNull(assignments.endedAt), runsOn))
    .orderBy(asc(assignments.grantedAt), asc(assignments.id))
}

/**
 * The body of each of some people and the roles that run, the oldest first, with the places as they are called on the day
 * of `now` (UTC). A role that no longer exists, or that is none of their body's, opens nothing and is left out. Read as
 * the system.
 */
export async function listHeldRoles(tx: Tx, personIds: readonly string[], now: Date): Promise<HeldRoles[]> {
  const whose = sql`p.id = any(${textArray(personIds)}::text[])`
  return heldRolesIn(await tx.execute<HeldRow>(rolesHeld(whose, sql`${now.toISOString()}::timestamptz`)))
}

/** Each person of its rows with the body and the roles. */
export function heldRolesIn(rows: readonly HeldRow[]): HeldRoles[] {
  const people = new Map<string, HeldRoles>()
  for (const row of rows) {
    const { personId, bodyId, bodyKind, bodyName } = row
    const known = people.get(personId) ?? { personId, body: { id: bodyId, kind: bodyKind, name: bodyName }, held: [] }
    people.set(personId, known)
    if (row.assignmentId !== null && isRoleOf(bodyKind, row.role)) known.held.push(heldRole(row, row.role))
  }
  return [...people.values()]
}

/** A person's body and the roles that they hold. */
export interface HeldRoles {
  personId: string
  body: Pick<Body, 'id' | 'kind' | 'name'>
  held: HeldRole[]
}

export type HeldRow = { personId: string; bodyId: string; bodyKind: Body['kind']; bodyName: string } & {
  assignmentId: string
  role: string
  placeKind: Place['kind']
  placeId: string | null
  placeKey: string | null
  placeName: string | null
  /** What a region holds, where it was asked for. */
  reach?: Reach | null
}

function heldRole({ assignmentId, placeKind, placeId, placeKey, placeName }: HeldRow, role: Role): HeldRole {
  return { assignmentId, role, place: { kind: placeKind, id: placeId }, placeKey, placeName }
}

/** All running assignments of a body with their rows locked, in order: two administrators decide one after the other. */
export function lockAssignments(tx: Tx, bodyId: string): Promise<Assignment[]> {
  return tx
    .select()
    .from(assignments)
    .where(and(eq(assignments.bodyId, bodyId), isNull(assignments.endedAt)))
    .orderBy(asc(assignments.id))
    .for('update')
}

/** Whether an assignment still runs, or was ended by its holder alone; nobody else's deed has taken it from them. */
export async function isStillHeld(tx: Tx, { id, personId }: { id: string; personId: string }): Promise<boolean> {
  const rows = await tx
    .select({ id: assignments.id })
    .from(assignments)
    .where(and(eq(assignments.id, id), or(isNull(assignments.endedAt), eq(assignments.endedBy, personId))))
  return rows.length > 0
}

export async function saveAssignment(tx: Tx, row: typeof assignments.$inferInsert): Promise<void> {
  await tx.insert(assignments).values(row)
}

export async function saveAssignmentEnd(tx: Tx, id: string, end: { at: Date; by: string }): Promise<void> {
  await tx.update(assignments).set({ endedAt: end.at, endedBy: end.by }).where(eq(assignments.id, id))
}

/** Whether the region or facility of a place exists. There are no teams yet. */
export async function isPlaceThere(tx: Tx, { kind, id }: Place): Promise<boolean> {
  if (kind === 'country') return id === null
  if (kind === 'team' || id === null) return false
  const table = sql.identifier(kind === 'region' ? 'regions' : 'facilities')
  const rows = await tx.execute(sql`select 1 from ${table} where id = ${id}`)
  return rows.length > 0
}

/**
 * Who a person is at this moment: the named assignment, or the oldest one that is running, with the facilities that its
 * place holds today. Undefined when the person holds none. Read as the system: nobody has entered yet.
 */
export async function loadActor(
  tx: Tx,
  personId: string,
  assignmentId: string | undefined,
  now: Date,
): Promise<Actor | undefined> {
  const running = await listRunningAssignments(tx, personId, now)
  const held = assignmentId ? running.find((one) => one.id === assignmentId) : running[0]
  if (!held || !isRole(held.role) || describeRole(held.role).body === null) return undefined
  const { id, role, bodyId, placeKind, placeId } = held
  const place: Place = { kind: placeKind, id: placeId }
  return actorOf({ id, role, personId, bodyId, place }, (regionId) => reachOfRegion(tx, regionId, now))
}

/** The actor that a running assignment makes; `reachOf` says what a region holds today. */
export async function actorOf(
  held: { id: string; personId: string; bodyId: string; role: Role; place: Place },
  reachOf: (regionId: string) => Promise<Reach>,
): Promise<Actor> {
  const { place } = held
  const who = { userId: held.personId, role: held.role, bodyId: held.bodyId, assignment: { id: held.id, place } }
  if (place.kind === 'country') return { ...who, facilities: 'all' }
  if (place.kind === 'facility') return { ...who, facilities: place.id ? [place.id] : [] }
  if (place.kind === 'team') return { ...who, facilities: [] }
  return { ...who, ...(await reachOf(place.id ?? '')) }
}

/** Ids of the regions and of the facilities that a region holds. */
export interface Reach {
  regions: string[]
  facilities: string[]
}

/** The region with all that lie below it on the day of `now` (UTC), and the facilities in them on that day. */
export async function reachOfRegion(tx: Tx, regionId: string, now: Date): Promise<Reach> {
  const rows = await tx.execute<Plain<Reach>>(reachOf(sql`${regionId}::uuid`, sql`${now.toISOString()}::timestamptz`))
  return rows[0] ?? nowhere
}

/** What a region holds of which nothing is known. */
export const nowhere: Reach = { regions: [], facilities: [] }
