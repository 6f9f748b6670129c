import {
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Going } from '../../server/domain/retention/going.ts'
import { frozenPolicies, retentionPolicies, systemPolicies } from '../policies.ts'
import { id, moment } from './columns.ts'
import { facilities } from './facilities.ts'

/** The terms that were decided for records of persons; the newest is in force, and none means the usual one. Only ever added to. */
export const retentionTerms = pgTable(
  'retention_terms',
  {
    id: id(),
    months: integer().notNull(),
    /** The law that says so; empty for the usual term. */
    basis: text().notNull(),
    decidedBy: text().notNull(),
    decidedAt: moment().notNull(),
  },
  () => retentionPolicies('retention.decide'),
)

/** What was found to have passed its term, and that its deletion was proposed. Only ever added to. */
export const retentionProposals = pgTable(
  'retention_proposals',
  {
    id: id(),
    /** A hash over every row that would go: another one later means that the facts have changed. */
    token: text().notNull(),
    madeAt: moment().notNull(),
    termMonths: integer().notNull(),
    /** How many persons and members of staff it is about. */
    persons: integer().notNull(),
    /** Rows by facility and record type. */
    going: jsonb().$type<Going[]>().notNull(),
  },
  () => retentionPolicies(),
)

/** That somebody who may decided a proposal. The job carries it out. Only ever added to. */
export const retentionOrders = pgTable(
  'retention_orders',
  {
    proposalId: uuid()
      .primaryKey()
      .references(() => retentionProposals.id),
    orderedBy: text().notNull(),
    orderedAt: moment().notNull(),
  },
  () => retentionPolicies('retention.decide'),
)

/** Each piece of a deletion: what went, in one transaction. The last of a run says that it is whole. Only ever added to. */
export const retentionRuns = pgTable(
  'retention_runs',
  {
    id: id(),
    runId: uuid().notNull(),
    at: moment().notNull(),
    termMonths: integer().notNull(),
    persons: integer().notNull(),
    going: jsonb().$type<Going[]>().notNull(),
    /** How a run ended: whole, or because the facts had changed; empty on the pieces before. */
    end: text({ enum: ['whole', 'changed'] }),
  },
  (t) => [index('retention_runs_run').on(t.runId), ...retentionPolicies()],
)

/**
 * Until which day the records of a facility are gone: figures of the months before stand for ever. With a hash over the rows
 * behind them. Only ever added to; the latest day counts.
 */
export const retentionFreezes = pgTable(
  'retention_freezes',
  {
    id: id(),
    facilityId: uuid()
      .notNull()
      .references(() => facilities.id),
    goneUntil: date({ mode: 'string' }).notNull(),
    frozenAt: moment().notNull(),
    runId: uuid().notNull(),
    rows: integer().notNull(),
    recordsSha256: text().notNull(),
  },
  (t) => [index('retention_freezes_facility').on(t.facilityId, t.goneUntil), ...frozenPolicies(t.facilityId)],
)

/** A list of cells under the hash of it: thousands of stretches share one. Only ever added to. */
export const frozenCells = pgTable('frozen_cells', { id: text().primaryKey(), cells: text().array().notNull() }, () =>
  retentionPolicies(),
)

/** The figures of a stretch of months as they stood when the records behind them went. Only ever added to. */
export const frozenSeries = pgTable(
  'frozen_series',
  {
    facilityId: uuid()
      .notNull()
      .references(() => facilities.id),
    /** How far the measures of these cells look back, in days. */
    lookBackDays: smallint().notNull(),
    fromMonth: integer().notNull(),
    untilMonth: integer().notNull(),
    cellsId: text()
      .notNull()
      .references(() => frozenCells.id),
    /** Cell by cell, month by month. */
    amounts: doublePrecision().array().notNull(),
    reasons: smallint().array().notNull(),
    /** The durations behind the medians among them, by measure. */
    durations: jsonb().notNull(),
    /** Over cells, months and figures: whoever changed one would have to change this, and the audit, too. */
    sha256: text().notNull(),
    frozenAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.lookBackDays, t.fromMonth] }), ...systemPolicies()],
)
