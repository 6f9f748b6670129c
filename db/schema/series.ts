import { doublePrecision, index, integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { facilityPolicies, sumPolicies, systemPolicies } from '../policies.ts'
import { id, moment } from './columns.ts'
import { facilities } from './facilities.ts'

/** The arrays that every series has: one place a month, from `start_month` (a month index) on. */
const arrays = {
  /** Months since January of year 0 (server/domain/period.ts, monthIndex). */
  startMonth: integer().notNull(),
  /** Place in `valueStates`. */
  states: smallint().array().notNull(),
  /** Place in `missingReasons`; -1 where there is none. */
  reasons: smallint().array().notNull(),
}

/** A facility's measure month by month: a cache of the current return lines and certificates, rebuilt at will. */
export const measureSeries = pgTable(
  'measure_series',
  {
    facilityId: uuid()
      .notNull()
      .references(() => facilities.id),
    measureId: text().notNull(),
    breakdown: text().notNull().default(''),
    ...arrays,
    amounts: doublePrecision().array().notNull(),
    /** Place in `grades` of server/domain/series.ts: from events, from a return, from a certificate. */
    grades: smallint().array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.measureId, t.breakdown] }),
    ...facilityPolicies(t.facilityId, 'measure.read'),
  ],
)

/**
 * What the records of a facility give for a measure, month by month: a cache of the records in force, kept beside the
 * return so that the two can be told apart.
 */
export const derivedSeries = pgTable(
  'derived_series',
  {
    facilityId: uuid()
      .notNull()
      .references(() => facilities.id),
    measureId: text().notNull(),
    breakdown: text().notNull().default(''),
    startMonth: integer().notNull(),
    amounts: doublePrecision().array().notNull(),
    /** Place in `missingReasons`; -1 where there is an amount. */
    reasons: smallint().array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.measureId, t.breakdown] }),
    ...facilityPolicies(t.facilityId, 'measure.read'),
  ],
)

/**
 * The durations behind a facility's medians, month by month, so that a region's median is made of all of them together. They
 * are single people's times, though nobody is named: no reader sees them, only the system makes sums of them.
 */
export const derivedDurations = pgTable(
  'derived_durations',
  {
    facilityId: uuid()
      .notNull()
      .references(() => facilities.id),
    measureId: text().notNull(),
    startMonth: integer().notNull(),
    /** How many had ended and how many still ran, one place a month. */
    ended: integer().array().notNull(),
    running: integer().array().notNull(),
    /** Their lengths in days, month after month, those that ended first. */
    lengths: doublePrecision().array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.measureId] }), ...systemPolicies()],
)

const figureArrays = {
  ...arrays,
  version: smallint().notNull(),
  numerators: doublePrecision().array().notNull(),
  denominators: doublePrecision().array().notNull(),
  figures: doublePrecision().array().notNull(),
  grades: smallint().array().notNull(),
  /** The ends of a median's interval, month by month; empty for every other figure. */
  lows: doublePrecision().array().notNull().default([]),
  highs: doublePrecision().array().notNull().default([]),
}

/** A facility's indicator month by month; a cache like the measures it is made of. */
export const indicatorSeries = pgTable(
  'indicator_series',
  {
    facilityId: uuid()
      .notNull()
      .references(() => facilities.id),
    indicatorId: text().notNull(),
    breakdown: text().notNull().default(''),
    ...figureArrays,
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.indicatorId, t.breakdown] }),
    index('indicator_series_indicator').on(t.indicatorId, t.breakdown),
    ...facilityPolicies(t.facilityId, 'indicator.read'),
  ],
)

/** An indicator of a region or the country, made by the system role from the sums of its facilities. */
export const placeSeries = pgTable(
  'place_series',
  {
    placeKind: text({ enum: ['region', 'country'] }).notNull(),
    /** The region's id; the nil UUID for the country. */
    placeId: uuid().notNull(),
    indicatorId: text().notNull(),
    breakdown: text().notNull().default(''),
    ...figureArrays,
    /** Facilities whose counts are in the figure, and facilities that were open and should have reported. */
    reporting: integer().array().notNull(),
    expected: integer().array().notNull(),
    /** The sums behind the figures, month by month, one a need of the formula; empty where they are not known. */
    totals: doublePrecision().array().notNull().default([]),
    /** How many facilities gave nothing, month by month, one number a reason of `missingReasons`; empty where it is not known. */
    absent: integer().array().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.placeKind, t.placeId, t.indicatorId, t.breakdown] }),
    ...sumPolicies(t.placeKind, t.placeId),
  ],
)

/** Each value of a facility's indicator that later changed: what it was, what it became, when. Only ever added to. */
export const seriesRevisions = pgTable(
  'series_revisions',
  {
    id: id(),
    facilityId: uuid()
      .notNull()
      .references(() => facilities.id),
    indicatorId: text().notNull(),
    breakdown: text().notNull(),
    month: integer().notNull(),
    oldState: smallint().notNull(),
    oldNumerator: doublePrecision(),
    oldDenominator: doublePrecision(),
    newState: smallint().notNull(),
    newNumerator: doublePrecision(),
    newDenominator: doublePrecision(),
    importId: uuid(),
    at: moment().notNull(),
  },
  (t) => [
    index('series_revisions_cell').on(t.facilityId, t.indicatorId, t.month),
    ...facilityPolicies(t.facilityId, 'indicator.read'),
  ],
)

/**
 * Whoever computes regions and the country holds this one row: sums are read and written in turn, on both engines
 * (the embedded one has no advisory locks).
 */
export const aggregateTurn = pgTable('aggregate_turn', {
  id: integer().primaryKey(),
  takenAt: moment(),
  /** The catalogue that all series were last made by; another one means that they are to be made anew. */
  catalogue: text(),
})
