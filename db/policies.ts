import { sql } from 'drizzle-orm'
import { type AnyPgColumn, pgPolicy, pgRole } from 'drizzle-orm/pg-core'

/** The role in which a visitor's request reads; its settings say whose eyes it has. Made by db/roles.ts. */
export const actorRole = pgRole('daylight_actor').existing()

/** The role of jobs, imports and aggregates over places: sees all rows, and still cannot rewrite what is append-only. */
export const systemRole = pgRole('daylight_system').existing()

/** True for a country-wide place. The sub-select is evaluated once a query, not once a row. */
const everywhere = sql`(select current_setting('daylight.scope', true)) = 'all'`

/** Rows of one facility: visible to an actor whose place holds it. */
export function facilityPolicies(facilityId: AnyPgColumn) {
  return [
    pgPolicy('actor_place', {
      for: 'select',
      to: actorRole,
      using: sql`${everywhere} or ${facilityId} = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])`,
    }),
    pgPolicy('system_all', { for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` }),
  ]
}

/** Rows that span places or name none: visible to every actor who has entered, and to none who has not. */
export function sharedPolicies() {
  return [
    pgPolicy('actor_any', {
      for: 'select',
      to: actorRole,
      using: sql`(select current_setting('daylight.scope', true)) in ('all', 'some')`,
    }),
    pgPolicy('system_all', { for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` }),
  ]
}

/** Rows about the work of the whole country (imports): visible to a country-wide place only. */
export function countryPolicies() {
  return [
    pgPolicy('actor_country', { for: 'select', to: actorRole, using: everywhere }),
    pgPolicy('system_all', { for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` }),
  ]
}
