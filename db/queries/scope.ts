import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../server/domain/access.ts'
import { textArray } from './staging.ts'

/** The condition that keeps a list to the facilities of `scope`; row-level security is the wall behind it. */
export function inScope(column: SQL, scope: Scope): SQL {
  return scope === 'all' ? sql`true` : sql`${column} = any(${textArray(scope)}::text[]::uuid[])`
}
