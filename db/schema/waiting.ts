import { boolean, index, integer, pgTable, uuid } from 'drizzle-orm/pg-core'
import { facilityOrSharedPolicies } from '../policies.ts'
import { id, moment } from './columns.ts'
import { facilities } from './facilities.ts'
import { imports } from './imports.ts'

/**
 * Facilities whose figures are still to be made anew, in which months, and because of which import. Written in the
 * transaction that changes the truth, taken away in the transaction that makes the figures: what a killed process leaves
 * behind stands here, and whoever comes next goes on with it. Readers of figures are told by it which may still change.
 */
export const waitingMonths = pgTable(
  'waiting_months',
  {
    id: id(),
    /** Absent for the sums of regions and the country, which are made when no facility of the same import waits any more. */
    facilityId: uuid().references(() => facilities.id),
    /** Absent where all is made anew. */
    importId: uuid().references(() => imports.id),
    /** Month indexes, both included. */
    firstMonth: integer().notNull(),
    lastMonth: integer().notNull(),
    /** The months for which what records give is made anew; absent where no record changed. */
    deriveFirst: integer(),
    deriveLast: integer(),
    /** Whether the sums of its places are moved with the facility; else a row of sums waits beside it. */
    movesSums: boolean().notNull(),
    notedAt: moment().notNull(),
  },
  (t) => [index('waiting_months_import').on(t.importId), ...facilityOrSharedPolicies(t.facilityId, 'indicator.read')],
)
