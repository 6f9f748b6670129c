import { sql } from 'drizzle-orm'
import { type AnyPgColumn, pgPolicy, pgRole } from 'drizzle-orm/pg-core'
import type { Permission } from '../server/domain/access.ts'

/** The role in which a visitor's request reads; its settings say whose eyes it has. Made by db/roles.ts. */
export const actorRole = pgRole('daylight_actor').existing()

/** The role of jobs, imports and aggregates over places: sees all rows, and still cannot rewrite what is append-only. */
export const systemRole = pgRole('daylight_system').existing()

/** The role of the sign-in library: the tables of sign-in and nothing else. Made by db/roles.ts. */
export const signInRole = pgRole('daylight_sign_in').existing()

/** The role in which records of persons are deleted: it may do nothing else. Made by db/roles.ts. */
export const retentionRole = pgRole('daylight_retention').existing()

/** True for a country-wide place. The sub-select is evaluated once a query, not once a row. */
const everywhere = sql`(select current_setting('daylight.scope', true)) = 'all'`

/**
 * True for an id that the actor's list of facilities or regions holds. A sub-select of rows is hashed once a query; an array would be
 * read from its beginning for every row.
 */
function among(id: AnyPgColumn, setting: 'daylight.facilities' | 'daylight.regions') {
  return sql`${id} in (select unnest(string_to_array(current_setting(${sql.raw(`'${setting}'`)}, true), ',')::uuid[]))`
}

/** True when the actor's role holds one of `needed` in its place; evaluated once a query. */
function holds(...needed: Permission[]) {
  const list = sql.raw(needed.map((permission) => `'${permission}'`).join(', '))
  return sql`(select string_to_array(current_setting('daylight.permissions', true), ',') && array[${list}])`
}

/** Rows of one facility: visible to an actor whose place holds it and whose role holds one of the permissions. */
export function facilityPolicies(facilityId: AnyPgColumn, ...needed: Permission[]) {
  return [
    pgPolicy('actor_place', {
      for: 'select',
      to: actorRole,
      using: sql`${holds(...(needed.length > 0 ? needed : ['facility.read' as const]))} and (${everywhere} or ${among(facilityId, 'daylight.facilities')})`,
    }),
    pgPolicy('system_all', { for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` }),
  ]
}

/** Notes on the data of a facility: as its figures, but for those on records that only `needed` opens (`recordIds`). */
export function notePolicies(
  facilityId: AnyPgColumn,
  recordId: AnyPgColumn,
  { recordIds, needed }: { recordIds: readonly string[]; needed: Permission },
) {
  const theirs = sql.raw(recordIds.map((id) => `'${id}'`).join(', '))
  return [
    pgPolicy('actor_place', {
      for: 'select',
      to: actorRole,
      using: sql`${holds('measure.read')} and (${everywhere} or ${among(facilityId, 'daylight.facilities')})
        and (${recordId} is null or ${recordId} not in (${theirs}) or ${holds(needed)})`,
    }),
    ...systemPolicies(),
  ]
}

/** Rows that span places or name none: visible to everybody who has signed in, or who holds `needed` when it is named. */
export function sharedPolicies(needed: Permission = 'account.read') {
  return [
    pgPolicy('actor_any', {
      for: 'select',
      to: actorRole,
      using: sql`(select current_setting('daylight.scope', true)) in ('all', 'some') and ${holds(needed)}`,
    }),
    pgPolicy('system_all', { for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` }),
  ]
}

/** Rows of one facility for whoever has it in reach, and those that name none (of regions, of the country) for everybody who holds `needed`. */
export function facilityOrSharedPolicies(facilityId: AnyPgColumn, needed: Permission) {
  return [
    pgPolicy('actor_any', {
      for: 'select',
      to: actorRole,
      using: sql`${holds(needed)} and (${everywhere} or ${among(facilityId, 'daylight.facilities')}
        or (${facilityId} is null and (select current_setting('daylight.scope', true)) = 'some'))`,
    }),
    ...systemPolicies(),
  ]
}

/** Thresholds that a country sets for itself: as above, and set, ended and withdrawn from a country-wide place that may. */
export function thresholdPolicies(facilityId: AnyPgColumn) {
  const bySetter = sql`${holds('threshold.set')} and ${everywhere}`
  return [
    pgPolicy('actor_adds', { for: 'insert', to: actorRole, withCheck: bySetter }),
    pgPolicy('actor_changes', { for: 'update', to: actorRole, using: bySetter, withCheck: bySetter }),
    ...facilityOrSharedPolicies(facilityId, 'indicator.read'),
  ]
}

/** Rows about the work of the whole country (imports): visible to a country-wide place only. */
export function countryPolicies(needed: Permission) {
  return [
    pgPolicy('actor_country', { for: 'select', to: actorRole, using: sql`${holds(needed)} and ${everywhere}` }),
    pgPolicy('system_all', { for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` }),
  ]
}

const ownBody = sql`(select nullif(current_setting('daylight.body', true), '')::uuid)`
const ownPerson = sql`(select current_setting('daylight.person', true))`

/** Rows of a body's people: for those of the same body who look after people, and each person's own. */
export function peoplePolicies(
  bodyId: AnyPgColumn,
  personId: AnyPgColumn,
  may: { read: readonly Permission[]; add: Permission; change?: Permission },
) {
  return [
    pgPolicy('actor_own_body', {
      for: 'select',
      to: actorRole,
      using: sql`(${bodyId} = ${ownBody} and ${holds(...may.read)}) or ${personId} = ${ownPerson}`,
    }),
    pgPolicy('actor_adds', {
      for: 'insert',
      to: actorRole,
      withCheck: sql`${bodyId} = ${ownBody} and ${holds(may.add)}`,
    }),
    ...(may.change
      ? [
          pgPolicy('actor_changes', {
            for: 'update',
            to: actorRole,
            using: sql`${bodyId} = ${ownBody} and ${holds(may.change)}`,
            withCheck: sql`${bodyId} = ${ownBody} and ${holds(may.change)}`,
          }),
        ]
      : []),
    pgPolicy('system_all', { for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` }),
  ]
}

/** Rows of a body's invitations: for those of the same body who look after its people. */
export function invitationPolicies(bodyId: AnyPgColumn) {
  const ofInviter = sql`${bodyId} = ${ownBody} and ${holds('person.invite')}`
  return [
    pgPolicy('actor_own_body', {
      for: 'select',
      to: actorRole,
      using: sql`${bodyId} = ${ownBody} and ${holds('person.read', 'security.read')}`,
    }),
    pgPolicy('actor_adds', { for: 'insert', to: actorRole, withCheck: ofInviter }),
    pgPolicy('actor_changes', { for: 'update', to: actorRole, using: ofInviter, withCheck: ofInviter }),
    pgPolicy('system_all', { for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` }),
  ]
}

/**
 * Messages that wait: whoever invites adds an invitation's, whoever resets a second factor the one that says so; all others
 * are the system's, and it alone reads them. Whoever looks after people sees that some to their own body's wait or could not be
 * sent; db/roles.ts keeps from them what those are about.
 */
export function outgoingMessagePolicies(kind: AnyPgColumn, about: AnyPgColumn) {
  // The accounts that a visitor's request sees are those of its own body.
  const ofOwnBody = sql`${about} in (
    select i.id::text from invitations i where i.body_id = ${ownBody}
    union all select p.id from people p where p.body_id = ${ownBody}
    union all select u.email from "user" u)`
  return [
    pgPolicy('actor_sees_waiting', {
      for: 'select',
      to: actorRole,
      using: sql`${holds('security.read')} and ${ofOwnBody}`,
    }),
    pgPolicy('actor_adds', {
      for: 'insert',
      to: actorRole,
      withCheck: sql`(${kind} = 'invitation' and ${holds('person.invite')}) or (${kind} = 'second-factor-reset'
        and ${holds('second-factor.reset')} and ${about} in (select p.id from people p where p.body_id = ${ownBody}))`,
    }),
    pgPolicy('system_all', { for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` }),
  ]
}

/** Entries of the audit: each actor adds its own, a body's auditor reads the body's, and a person reads what they did. */
export function auditPolicies(bodyId: AnyPgColumn, personId: AnyPgColumn) {
  return [
    pgPolicy('actor_reads', {
      for: 'select',
      to: actorRole,
      using: sql`(${bodyId} = ${ownBody} and ${holds('audit.read')}) or (${personId} = ${ownPerson} and ${holds('account.read')})`,
    }),
    pgPolicy('actor_adds', {
      for: 'insert',
      to: actorRole,
      withCheck: sql`${bodyId} is not distinct from ${ownBody} and ${personId} = ${ownPerson}`,
    }),
    pgPolicy('system_all', { for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` }),
  ]
}

/** A chain that is the actor's own body's, to whoever holds one of `needed`. */
export function ownChain(chainId: AnyPgColumn, ...needed: Permission[]) {
  return sql`${chainId} = ${ownBody} and ${holds(...needed)}`
}

/** What is said of a body's chain of the audit: to the body's auditor, and to whoever else holds one of `needed`. */
export function chainPolicies(chainId: AnyPgColumn, ...needed: Permission[]) {
  const using = ownChain(chainId, 'audit.read', ...needed)
  return [pgPolicy('actor_reads', { for: 'select', to: actorRole, using }), ...systemPolicies()]
}

/** Links of a stretch that was said to be dropped: seen and taken away by the role that deletes, once their term has passed. */
export function droppedLinkPolicies(chainId: AnyPgColumn, sequence: AnyPgColumn, sealedAt: AnyPgColumn) {
  const using = sql`${sealedAt} < now() - interval '24 months' and exists (select from audit_drops d
    where d.chain_id = ${chainId} and ${sequence} between d.from_sequence and d.to_sequence)`
  return [
    pgPolicy('retention_sees', { for: 'select', to: retentionRole, using }),
    pgPolicy('retention_deletes', { for: 'delete', to: retentionRole, using }),
  ]
}

/** Entries of such links: the role that deletes sees no other links than those. */
export function droppedEntryPolicies(entryId: AnyPgColumn) {
  const using = sql`${entryId} in (select s.entry_id from audit_seals s)`
  return [
    pgPolicy('retention_sees', { for: 'select', to: retentionRole, using }),
    pgPolicy('retention_deletes', { for: 'delete', to: retentionRole, using }),
  ]
}

/** What is kept of links that were dropped: for the body's auditor, and for the role that deletes. */
export function droppedPolicies(chainId: AnyPgColumn) {
  return [...chainPolicies(chainId), pgPolicy('retention_sees', { for: 'select', to: retentionRole, using: sql`true` })]
}

/** A work list that every actor adds to and only the system reads. */
export function queuePolicies() {
  return [
    pgPolicy('actor_adds', { for: 'insert', to: actorRole, withCheck: sql`true` }),
    pgPolicy('system_all', { for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` }),
  ]
}

/** Rows of sign-in: for the sign-in library's own role alone. */
export function signInPolicies() {
  return [pgPolicy('sign_in_all', { for: 'all', to: signInRole, using: sql`true`, withCheck: sql`true` })]
}

/** Rows of an account: the system makes one of an invitation that was accepted, and cannot read it back. */
export function accountPolicies() {
  return [...signInPolicies(), pgPolicy('system_adds', { for: 'insert', to: systemRole, withCheck: sql`true` })]
}

/** Rows of sign-in about a user, in the columns that db/roles.ts grants: seen by those of the user's body who hold one of `read`. */
export function ofBodyPolicies(userId: AnyPgColumn, read: readonly Permission[]) {
  return [pgPolicy('actor_own_body', { for: 'select', to: actorRole, using: ofOwnBody(userId, ...read) })]
}

/** Sessions of a body's people: seen and ended by those of the same body who look after them. */
export function sessionPolicies(userId: AnyPgColumn) {
  return [
    ...signInPolicies(),
    ...ofBodyPolicies(userId, ['session.read', 'session.end']),
    pgPolicy('actor_ends', { for: 'delete', to: actorRole, using: ofOwnBody(userId, 'session.end') }),
  ]
}

/**
 * What a person proves themselves by besides their password: taken away by those of the same body who may, never from
 * oneself. Which rows there are is seen by those who hold one of `read`.
 */
export function secondFactorPolicies(userId: AnyPgColumn, read: readonly Permission[]) {
  return [
    ...signInPolicies(),
    ...ofBodyPolicies(userId, read),
    pgPolicy('actor_resets', { for: 'delete', to: actorRole, using: ofAnother(userId, 'second-factor.reset') }),
  ]
}

/** Of an account, that it has no second factor any more: written by those of the same body who may take it away. */
export function resetPolicy(userId: AnyPgColumn, isEnabled: AnyPgColumn) {
  const using = ofAnother(userId, 'second-factor.reset')
  return pgPolicy('actor_resets', {
    for: 'update',
    to: actorRole,
    using,
    withCheck: sql`${using} and not ${isEnabled}`,
  })
}

function ofAnother(userId: AnyPgColumn, needed: Permission) {
  return sql`${ofOwnBody(userId, needed)} and ${userId}::text <> ${ownPerson}`
}

function ofOwnBody(userId: AnyPgColumn, ...needed: Permission[]) {
  return sql`${holds(...needed)} and ${userId}::text in (select p.id from people p where p.body_id = ${ownBody})`
}

/**
 * Sums of regions and of the country. Those of the country are for every reader; a region's only for whoever has the whole
 * region in reach: a director who took the own figures off the region's would read those of its other facility.
 */
export function sumPolicies(placeKind: AnyPgColumn, placeId: AnyPgColumn) {
  return [
    pgPolicy('actor_any', {
      for: 'select',
      to: actorRole,
      using: sql`${holds('indicator.read')} and (${everywhere} or ${placeKind} = 'country' or ${among(placeId, 'daylight.regions')})`,
    }),
    pgPolicy('system_all', { for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` }),
  ]
}

/**
 * What happened to places: the country's events for every reader of figures, a region's and a facility's for whoever has it
 * in reach. Who may write them down does so there, and of the whole country only from a country-wide place.
 */
export function eventPolicies(placeKind: AnyPgColumn, placeId: AnyPgColumn) {
  const inReach = sql`(${everywhere} or ${among(placeId, 'daylight.facilities')} or ${among(placeId, 'daylight.regions')})`
  const byRecorder = sql`${holds('event.record')} and ${inReach}`
  return [
    pgPolicy('actor_place', {
      for: 'select',
      to: actorRole,
      using: sql`${holds('indicator.read')} and (${placeKind} = 'country' or ${inReach})`,
    }),
    pgPolicy('actor_adds', { for: 'insert', to: actorRole, withCheck: byRecorder }),
    pgPolicy('actor_changes', { for: 'update', to: actorRole, using: byRecorder, withCheck: byRecorder }),
    ...systemPolicies(),
  ]
}

/** What people keep for themselves: seen, added, changed and taken away by each of them alone. */
export function ownPolicies(personId: AnyPgColumn) {
  const using = sql`${personId} = ${ownPerson} and ${holds('account.keep')}`
  return [
    pgPolicy('actor_sees_own', { for: 'select', to: actorRole, using }),
    pgPolicy('actor_adds_own', { for: 'insert', to: actorRole, withCheck: using }),
    pgPolicy('actor_changes_own', { for: 'update', to: actorRole, using, withCheck: using }),
    pgPolicy('actor_takes_own_away', { for: 'delete', to: actorRole, using }),
    ...systemPolicies(),
  ]
}

/** What no actor sees. */
export function systemPolicies() {
  return [pgPolicy('system_all', { for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` })]
}

/** What is decided and told about the retention of records: to whoever reads it for the whole country; `added` by whoever holds it. */
export function retentionPolicies(added?: Permission) {
  return [
    ...countryPolicies('retention.read'),
    ...(added
      ? [pgPolicy('actor_adds', { for: 'insert', to: actorRole, withCheck: sql`${holds(added)} and ${everywhere}` })]
      : []),
  ]
}

/** What is frozen of a facility: for whoever reads its figures; that some of it is frozen also the role that deletes. */
export function frozenPolicies(facilityId: AnyPgColumn) {
  return [
    ...facilityPolicies(facilityId, 'measure.read'),
    pgPolicy('retention_sees', { for: 'select', to: retentionRole, using: sql`true` }),
  ]
}

/** Rows that are kept for a term only. Of a facility of which nothing is frozen none can be deleted. */
export function termPolicies(facilityId: AnyPgColumn) {
  const isFrozen = sql`${facilityId} in (select f.facility_id from retention_freezes f)`
  return [
    pgPolicy('retention_sees', { for: 'select', to: retentionRole, using: sql`true` }),
    pgPolicy('retention_deletes', { for: 'delete', to: retentionRole, using: isFrozen }),
  ]
}
