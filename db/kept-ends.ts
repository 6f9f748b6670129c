/** Tables in which an end, once written, stands: of a role, of a person's time in a body, of an invitation. */
const ends: Record<string, readonly string[]> = {
  assignments: ['ended_at', 'ended_by'],
  people: ['ended_at', 'ended_by'],
  invitations: ['revoked_at', 'revoked_by', 'accepted_at', 'person_id'],
}

const changed = (columns: readonly string[]) =>
  columns.map((column) => `(old.${column} is not null and new.${column} is distinct from old.${column})`).join(' or ')

/**
 * Triggers that refuse to take an end back or to write another in its place, whoever asks: who may end something may not
 * undo it unseen, nor put it on somebody else. Statements are repeatable.
 */
export const keptEnds: readonly string[] = [
  `create or replace function refuse_other_end() returns trigger language plpgsql set search_path = public, pg_temp as $$
   begin raise exception 'an end stands for good in %', tg_table_name using errcode = 'insufficient_privilege'; end $$`,
  ...Object.entries(ends).map(
    ([table, columns]) => `create or replace trigger ${table}_end_stands before update on ${table}
     for each row when (${changed(columns)}) execute function refuse_other_end()`,
  ),
]
