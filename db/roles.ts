import { isOfSomebody } from '../server/domain/retention/owner.ts'
import { makeWhoComes } from './door.ts'
import { makeRecordsBehind } from './records-behind.ts'
import { isOpenRecord, storedRecords, tableOfRecord } from './schema/records.ts'

/**
 * The five roles of the database and what each may do. Statements are repeatable: roles belong to the whole server,
 * and several databases may share it.
 *
 * - `daylight_standing`: what a session is before anybody has entered. It sees nothing.
 * - `daylight_actor`: a visitor's request. It reads what row-level security lets its place see.
 * - `daylight_system`: jobs, imports and aggregates. It sees all rows; what is append-only it can only add to.
 * - `daylight_sign_in`: the sign-in library. It reads and writes accounts, sessions and second factors, and nothing else;
 *   of these tables the other roles see what is granted here by column, and never a secret.
 * - `daylight_retention`: the deletion of records whose term has passed. It reads and deletes rows of persons and staff, at
 *   facilities whose figures are frozen, and links of the audit that were said to be dropped, and can do nothing else; no other
 *   role can delete them.
 */
export const makeRoles = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'daylight_standing') then create role daylight_standing nologin; end if;
  if not exists (select from pg_roles where rolname = 'daylight_actor') then create role daylight_actor nologin; end if;
  if not exists (select from pg_roles where rolname = 'daylight_system') then create role daylight_system nologin; end if;
  if not exists (select from pg_roles where rolname = 'daylight_sign_in') then create role daylight_sign_in nologin; end if;
  if not exists (select from pg_roles where rolname = 'daylight_retention') then create role daylight_retention nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;`

/** Tables of which only the named columns may change: the row's end, never its content. */
const closable: Record<string, string[]> = {
  return_lines: ['superseded_at'],
  capacity_certificates: ['superseded_at', 'valid_to'],
  facility_versions: ['valid_to'],
  facility_keys: ['valid_to'],
  region_versions: ['valid_to'],
  assignments: ['ended_at', 'ended_by'],
  invitations: ['token_hash', 'expires_at', 'accepted_at', 'person_id', 'revoked_at', 'revoked_by'],
  outgoing_messages: ['failures', 'last_fault', 'next_at'],
  people: ['ended_at', 'ended_by'],
  threshold_overrides: ['valid_to', 'ended_by', 'withdrawn_at', 'withdrawn_by', 'withdrawn_why'],
  quality_notes: ['ended_at'],
  record_coverage: ['withdrawn_at', 'withdrawn_by', 'withdrawn_why'],
}

/** Caches and work tables, rebuilt at will. */
const rebuilt = [
  'measure_series',
  'derived_series',
  'indicator_series',
  'place_series',
  'withheld_blocks',
  'withheld_figures',
  'withheld_sums',
  'released_sums',
  'usual_rates',
  'import_staging',
  'aggregate_turn',
  'waiting_months',
  'derived_durations',
  'audit_queue',
  'audit_turn',
  'audit_checks',
]

const readable = [
  'installation',
  'regions',
  'region_versions',
  'facilities',
  'facility_versions',
  'facility_keys',
  'facility_events',
  'capacity_certificates',
  'imports',
  'return_lines',
  'return_months',
  'return_month_events',
  'measure_series',
  'derived_series',
  'record_coverage',
  'indicator_series',
  'place_series',
  'withheld_blocks',
  'withheld_figures',
  'withheld_sums',
  'waiting_months',
  'series_revisions',
  'threshold_overrides',
  'dated_events',
  'retention_terms',
  'retention_proposals',
  'retention_orders',
  'retention_runs',
  'retention_freezes',
  'bodies',
  'people',
  'assignments',
  'invitations',
  'audit_entries',
  'audit_seals',
  'audit_drops',
  'audit_checks',
  'saved_views',
  'tours_ended',
]

/** What an actor may add to, each row under its policy; what of it can be changed or taken back is granted below. */
const addedByActors = [
  'people',
  'assignments',
  'invitations',
  'outgoing_messages',
  'audit_entries',
  'audit_queue',
  'dated_events',
  'threshold_overrides',
  'retention_terms',
  'retention_orders',
  'saved_views',
  'tours_ended',
]

/** What only the system reads and adds to. */
const ofSystem = [
  'frozen_cells',
  'frozen_series',
  'released_sums',
  'usual_rates',
  'quality_notes',
  'import_staging',
  'derived_durations',
  'aggregate_turn',
  'outgoing_messages',
  'audit_queue',
  'audit_turn',
  'installation_keys',
]

/** Of a note all but the rows that it was found in. */
const noteColumns =
  'facility_id, id, month, check_id, level, subject, cells, record_id, count, found, expected, probability, months, noted_at, ended_at'

/** Who may enter, by what proof and for how long. */
const signIn = ['"user"', 'session', 'account', 'verification', 'two_factor', 'passkey', 'rate_limit']

/** Rows of records: the system adds them and ends them; a visitor's request reads those that name no person. */
function recordGrants(): string[] {
  const tables = storedRecords.map((entry) => tableOfRecord(entry.id)).join(', ')
  const open = storedRecords.filter(isOpenRecord).map((entry) => tableOfRecord(entry.id))
  const ofTerm = storedRecords.filter(isOfSomebody).map((entry) => tableOfRecord(entry.id))
  return [
    `grant select on ${open.join(', ')} to daylight_actor`,
    `grant select, insert on ${tables} to daylight_system`,
    `grant update (superseded_at) on ${tables} to daylight_system`,
    `grant select, delete on ${ofTerm.join(', ')} to daylight_retention`,
    'grant select (facility_id) on retention_freezes to daylight_retention',
    'grant select (id), delete on audit_entries to daylight_retention',
    'grant select (chain_id, sequence, entry_id, sealed_at), delete on audit_seals to daylight_retention',
    'grant select (chain_id, from_sequence, to_sequence) on audit_drops to daylight_retention',
  ]
}

/**
 * The name and the day of an import's file, for whoever has a line of it in their place, or a place that it covers. Of what else the file held, of
 * its mapping and of how many rows it had, the answer says nothing: an import as a whole is about the whole country.
 */
const makeFileBehind = `
create or replace function file_behind(wanted uuid) returns table (file_name text, accepted_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.file_name, i.accepted_at from imports i where i.id = wanted
    and 'measure.read' = any(string_to_array(current_setting('daylight.permissions', true), ',')) and (
    current_setting('daylight.scope', true) = 'all'
    or exists (select 1 from return_lines l where l.import_id = wanted
      and l.facility_id = any(string_to_array(current_setting('daylight.facilities', true), ',')::uuid[]))
    or exists (select 1 from record_coverage c where c.import_id = wanted
      and c.facility_id = any(string_to_array(current_setting('daylight.facilities', true), ',')::uuid[])))
$$`

/** Everything that the working roles may do; what is not granted here is refused by the database. */
export function grants(): string[] {
  return [
    makeFileBehind,
    makeWhoComes,
    'revoke all on function who_comes(text, timestamptz) from public',
    // Who comes is asked before anybody has entered.
    'grant execute on function who_comes(text, timestamptz) to daylight_standing',
    'revoke all on function file_behind(uuid) from public',
    'grant execute on function file_behind(uuid) to daylight_actor, daylight_system',
    makeRecordsBehind(),
    'revoke all on function records_behind(uuid, text[], date, date) from public',
    'grant execute on function records_behind(uuid, text[], date, date) to daylight_actor',
    'revoke all on all tables in schema public from public',
    'grant usage on schema public to daylight_actor, daylight_system, daylight_sign_in, daylight_retention',
    `grant select, insert, update, delete on ${signIn.join(', ')} to daylight_sign_in`,
    `grant select on ${readable.join(', ')} to daylight_actor`,
    `grant select, insert on ${[...readable, ...ofSystem].join(', ')} to daylight_system`,
    `grant insert on ${addedByActors.join(', ')} to daylight_actor`,
    'grant update (revoked_at, revoked_by) on invitations to daylight_actor',
    // An accepted invitation becomes an account; a message that was handed over is gone.
    'grant insert on "user", account to daylight_system',
    'grant delete on outgoing_messages to daylight_system',
    `grant select (${noteColumns}) on quality_notes to daylight_actor`,
    'grant select (kind, failures, last_fault, next_at) on outgoing_messages to daylight_actor',
    'grant select (purpose, source, since) on installation_keys to daylight_actor',
    'grant update (fingerprint, source, since) on installation_keys to daylight_system',
    'grant update (ended_at, ended_by) on assignments, people to daylight_actor',
    'grant update (withdrawn_at, withdrawn_by) on dated_events to daylight_actor',
    `grant update (${closable.threshold_overrides!.join(', ')}) on threshold_overrides to daylight_actor`,
    'grant update (wanted_at) on audit_checks to daylight_actor',
    'grant update (name) on saved_views to daylight_actor',
    'grant delete on saved_views to daylight_actor',
    // Of an account what its body looks after: never a password, a token or the secret of a second factor.
    'grant select (id, name, email, two_factor_enabled, second_factor_reset_at, created_at, last_seen_at) on "user" to daylight_actor',
    'grant update (two_factor_enabled, second_factor_reset_at) on "user" to daylight_actor',
    'grant select (id, user_id, factors, expires_at, ip_address, user_agent, created_at, updated_at) on session to daylight_actor',
    'grant delete on session to daylight_actor',
    'grant select (user_id), delete on passkey, two_factor to daylight_actor',
    'grant update on return_months, import_staging to daylight_system',
    `grant update, delete on ${rebuilt.join(', ')} to daylight_system`,
    ...Object.entries(closable).map(
      ([table, columns]) => `grant update (${columns.join(', ')}) on ${table} to daylight_system`,
    ),
    // A row lock needs an update right; a facility's row has nothing else that may change.
    'grant update (key) on facilities to daylight_system',
    ...recordGrants(),
  ]
}
