import { sql } from 'drizzle-orm'
import {
  bigint,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { monthStates } from '../../server/domain/months.ts'
import { facilityPolicies } from '../policies.ts'
import { day, id, moment } from './columns.ts'
import { facilities } from './facilities.ts'
import { imports } from './imports.ts'

/**
 * The truth of the returns: one line for each value that was ever reported, with the file and line it came from.
 * Lines are only added; a corrected value is a new line, and the old one says when it stopped being the current one.
 */
export const returnLines = pgTable(
  'return_lines',
  {
    facilityId: uuid()
      .notNull()
      .references(() => facilities.id),
    id: uuid().notNull(),
    /** First day of the month. */
    month: day().notNull(),
    measureId: text().notNull(),
    /** '' for the whole, else 'sex:female'. */
    breakdown: text().notNull().default(''),
    /** Place in `valueStates` of server/domain/value.ts. */
    state: smallint().notNull(),
    amount: doublePrecision(),
    importId: uuid()
      .notNull()
      .references(() => imports.id),
    line: integer().notNull(),
    recordedAt: moment().notNull(),
    supersededAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    // One current line a cell.
    uniqueIndex('return_lines_current')
      .on(t.facilityId, t.measureId, t.month, t.breakdown)
      .where(sql`superseded_at is null`),
    index('return_lines_import').on(t.importId),
    ...facilityPolicies(t.facilityId, 'measure.read'),
  ],
)

/** Where a facility's month stands; a month without a row is open. */
export const returnMonths = pgTable(
  'return_months',
  {
    facilityId: uuid()
      .notNull()
      .references(() => facilities.id),
    month: day().notNull(),
    state: text({ enum: monthStates }).notNull(),
    changedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.month] }), ...facilityPolicies(t.facilityId, 'measure.read')],
)

/** Each step of a month, with who took it and the code of the reason. Only ever added to. */
export const returnMonthEvents = pgTable(
  'return_month_events',
  {
    id: id(),
    facilityId: uuid()
      .notNull()
      .references(() => facilities.id),
    month: day().notNull(),
    from: text({ enum: monthStates }).notNull(),
    to: text({ enum: monthStates }).notNull(),
    by: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [
    index('return_month_events_month').on(t.facilityId, t.month),
    ...facilityPolicies(t.facilityId, 'measure.read'),
  ],
)

/** Rows of a file on their way in. They belong to no place yet and nobody reads them but the import that wrote them. */
export const importStaging = pgTable(
  'import_staging',
  {
    batchId: uuid().notNull(),
    line: integer().notNull(),
    facilityId: uuid().notNull(),
    month: day().notNull(),
    measureId: text().notNull(),
    breakdown: text().notNull(),
    state: smallint().notNull(),
    amount: doublePrecision(),
    seq: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
  },
  (t) => [index('import_staging_batch').on(t.batchId)],
)
