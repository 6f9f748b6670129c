import { index, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { facilityPolicies, sumPolicies, systemPolicies } from '../policies.ts'
import { facilities } from './facilities.ts'

/** One place a month from `start_month` (a month index) on: 1 where something is withheld from the ministry. */
const months = {
  startMonth: integer().notNull(),
  months: smallint().array().notNull(),
}

const facilityId = () =>
  uuid()
    .notNull()
    .references(() => facilities.id)

/** Counts of a facility that are withheld, by block (server/domain/suppression/blocks.ts). What was once withheld stays so. */
export const withheldBlocks = pgTable(
  'withheld_blocks',
  { facilityId: facilityId(), block: text().notNull(), ...months },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.block] }),
    ...facilityPolicies(t.facilityId, 'indicator.read', 'measure.read'),
  ],
)

/** Figures of a facility that read a withheld count. */
export const withheldFigures = pgTable(
  'withheld_figures',
  { facilityId: facilityId(), indicatorId: text().notNull(), breakdown: text().notNull(), ...months },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.indicatorId, t.breakdown] }),
    // A comparison asks for one indicator of all facilities.
    index('withheld_figures_indicator').on(t.indicatorId, t.breakdown),
    ...facilityPolicies(t.facilityId, 'indicator.read', 'measure.read'),
  ],
)

/** Figures of a region or the country that would give a withheld count back. */
export const withheldSums = pgTable(
  'withheld_sums',
  {
    placeKind: text({ enum: ['region', 'country'] }).notNull(),
    placeId: uuid().notNull(),
    indicatorId: text().notNull(),
    breakdown: text().notNull(),
    ...months,
  },
  (t) => [
    primaryKey({ columns: [t.placeKind, t.placeId, t.indicatorId, t.breakdown] }),
    ...sumPolicies(t.placeKind, t.placeId),
  ],
)

/**
 * What was ever shown of withheld counts in sums, month by month (server/domain/suppression/release.ts), and by place whose
 * counts are withheld now and whether their sum is shown all the same.
 */
export const releasedSums = pgTable(
  'released_sums',
  {
    block: text().notNull(),
    month: integer().notNull(),
    release: jsonb().notNull(),
    places: jsonb().notNull().default({}),
    /** Whose counts are withheld, so that a change of one facility need not read all others; null before they were kept. */
    members: jsonb(),
  },
  (t) => [primaryKey({ columns: [t.block, t.month] }), ...systemPolicies()],
)
