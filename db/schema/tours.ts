import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { ownPolicies } from '../policies.ts'
import { moment } from './columns.ts'
import { people } from './people.ts'

/** In which roles a person has ended the tour: it does not begin by itself again. */
export const toursEnded = pgTable(
  'tours_ended',
  {
    personId: text()
      .notNull()
      .references(() => people.id),
    /** A role of server/domain/access.ts. */
    role: text().notNull(),
    endedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.role] }), ...ownPolicies(t.personId)],
)
