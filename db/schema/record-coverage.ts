import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { facilityPolicies } from '../policies.ts'
import { day, moment } from './columns.ts'
import { facilities } from './facilities.ts'
import { imports } from './imports.ts'

/**
 * What each import said that it holds whole: of a facility everything of a record type, from a month to a month (month
 * indexes, both included). A file of one day says it of its day: such a month is whole when every day of it was said. Where no import says so, a record that is not there is not known, which is not nought. Only ever
 * added to; what was declared by mistake is withdrawn and stays.
 */
export const recordCoverage = pgTable(
  'record_coverage',
  {
    facilityId: uuid()
      .notNull()
      .references(() => facilities.id),
    recordId: text().notNull(),
    importId: uuid()
      .notNull()
      .references(() => imports.id),
    fromMonth: integer().notNull(),
    untilMonth: integer().notNull(),
    day: day(),
    declaredAt: moment().notNull(),
    withdrawnAt: moment(),
    withdrawnBy: text(),
    withdrawnWhy: text(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.recordId, t.importId] }),
    ...facilityPolicies(t.facilityId, 'measure.read'),
  ],
)
