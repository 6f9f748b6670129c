import { sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { reachOf, rolesHeld } from './held-roles.ts'

const now = sql.raw('moment')

/** Moments are milliseconds. Whoever's second factor was taken away counts as having one, and gives it once it is set up. */
const sessionColumns = `s.id, s.user_id as "userId", u.name, s.factors, s.assignment_id as "assignmentId",
  u.two_factor_enabled or u.second_factor_reset_at is not null as "hasSecondFactor",
  (extract(epoch from s.updated_at) * 1000)::float8 as "seenAt",
  (extract(epoch from s.expires_at) * 1000)::float8 as "expiresAt"`

const held = textOf(rolesHeld(sql.raw('p.id = s.user_id::text'), now))
const reach = textOf(reachOf(sql.raw('h."placeId"'), now))

/**
 * Who carries a token: the session with its user, the roles that run, and what a region among their places holds today; null
 * for a token of nobody. Every request begins with it, so it is one question, which the database keeps ready. It reads what no
 * visitor may, with its owner's rights, and tells it to whoever has the token, and of that person alone.
 */
export const makeWhoComes = `
create or replace function who_comes(given text, moment timestamptz) returns json
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select json_build_object(
    'found', (select row_to_json(own) from (select ${sessionColumns}) own),
    'known', (select coalesce(json_agg(h), '[]') from (
      select h.*, case when h."placeKind" = 'region' then (select row_to_json(reach) from (${reach}) reach) end as reach
      from (${held}) h) h))
    from session s join "user" u on u.id = s.user_id where s.token = given);
end $$`

function textOf(question: ReturnType<typeof rolesHeld>): string {
  const { sql: text, params } = new PgDialect().sqlToQuery(question)
  if (params.length > 0) throw new Error('a function of the database takes its own arguments and no others')
  return text
}
