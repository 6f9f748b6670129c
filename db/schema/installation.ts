import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { sharedPolicies } from '../policies.ts'
import { moment } from './columns.ts'

/** What this installation is; one row, written at the first start and never changed in its kind. */
export const installation = pgTable(
  'installation',
  {
    id: integer().primaryKey().default(1),
    kind: text({ enum: ['demonstration', 'real'] }).notNull(),
    /** How the country calls itself on screen. */
    countryName: text().notNull(),
    /** The zone of facilities that name none of their own. */
    timezone: text().notNull().default('UTC'),
    /** The moment at which a demonstration stands still; empty in a real installation. */
    displayedNow: moment(),
    createdAt: moment().notNull(),
  },
  () => [
    // One installation is one country, in one mode: the two never mix.
    check('installation_once', sql`id = 1`),
    ...sharedPolicies(),
  ],
)
