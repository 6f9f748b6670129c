import { sql } from 'drizzle-orm'
import { doublePrecision, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { noteLevels } from '../../server/domain/quality/note.ts'
import { ofInspectors } from '../../server/domain/records/personal-data.ts'
import { notePolicies, systemPolicies } from '../policies.ts'
import { moment } from './columns.ts'
import { facilities } from './facilities.ts'

/**
 * What checks and quiet questions found in the months of a facility. A note is never changed: one that no longer holds, or
 * says something else, is ended, and stays to be seen.
 */
export const qualityNotes = pgTable(
  'quality_notes',
  {
    facilityId: uuid()
      .notNull()
      .references(() => facilities.id),
    id: uuid().notNull(),
    /** As `monthIndex` of server/domain/period.ts. */
    month: integer().notNull(),
    checkId: text().notNull(),
    level: text({ enum: noteLevels }).notNull(),
    subject: text().notNull(),
    cells: text().array().notNull(),
    recordId: text(),
    count: integer().notNull(),
    found: doublePrecision(),
    expected: doublePrecision(),
    probability: doublePrecision(),
    months: integer(),
    /** Ids of rows of records; db/roles.ts keeps them from every visitor. */
    rows: uuid().array().notNull(),
    notedAt: moment().notNull(),
    endedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    // A month has one current note of a check about a subject.
    uniqueIndex('quality_notes_current').on(t.facilityId, t.month, t.checkId, t.subject).where(sql`ended_at is null`),
    index('quality_notes_check').on(t.checkId, t.month),
    ...notePolicies(t.facilityId, t.recordId, { recordIds: ofInspectors, needed: 'record.read-withheld' }),
  ],
)

/** How often each recurring event occurs over all facilities, as the last making of all sums found it. */
export const usualRates = pgTable(
  'usual_rates',
  {
    event: text().primaryKey(),
    /** Events in a person-day. */
    rate: doublePrecision().notNull(),
    /** The squared coefficient of variation of the facilities' rates. */
    spread: doublePrecision().notNull(),
  },
  () => systemPolicies(),
)
