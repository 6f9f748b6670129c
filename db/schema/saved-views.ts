import { sql } from 'drizzle-orm'
import { check, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { ownPolicies } from '../policies.ts'
import { id, moment } from './columns.ts'
import { people } from './people.ts'

/** Pages with their filters that people keep under names of their own: each is its person's, who may take it away again. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id),
    name: text().notNull(),
    path: text().notNull(),
    savedAt: moment().notNull(),
  },
  (t) => [
    // Two of one name could not be told apart.
    uniqueIndex('saved_views_name').on(t.personId, t.name),
    // Nothing that leads away from here, whatever was let through.
    check('saved_views_path', sql`path ~ '^/($|[^/\\\\])'`),
    ...ownPolicies(t.personId),
  ],
)
