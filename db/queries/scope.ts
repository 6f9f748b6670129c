import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../server/domain/access.ts'
import { textArray } from './staging.ts'

/** The condition that keeps a list to the facilities of `scope`; row-level security is the wall behind it. */
export function inScope(column: SQL, scope: Scope): SQL {
  return scope === 'all' ? sql`true` : sql`${column} = any(${textArray(scope)}::text[]::uuid[])`
}

/** `scope` as far as it holds `ids`: a query about one facility is not sent the ids of two thousand. */
export function narrowed(scope: Scope, ids: readonly string[]): Scope {
  return scope === 'all' ? scope : ids.filter((id) => scope.includes(id))
}
