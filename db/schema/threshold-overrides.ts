import { sql } from 'drizzle-orm'
import { check, doublePrecision, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { overriddenLevels } from '../../server/domain/indicators/override-bounds.ts'
import { thresholdPolicies } from '../policies.ts'
import { day, id, moment } from './columns.ts'

/**
 * Thresholds that a country sets for itself beside the catalogue's: where and from when, who signed, and what they rest on.
 * Only ever added to; one that no longer holds gets its end, and one that was written down by mistake is withdrawn and stays.
 */
export const thresholdOverrides = pgTable(
  'threshold_overrides',
  {
    id: id(),
    indicatorId: text().notNull(),
    /** The facility or the region whose law is another; of the whole country where neither is named. */
    facilityId: uuid(),
    regionId: uuid(),
    level: text({ enum: overriddenLevels }).notNull(),
    above: doublePrecision(),
    atLeast: doublePrecision(),
    below: doublePrecision(),
    atMost: doublePrecision(),
    /** Whose it is, by the catalogue of sources: national law, a regional standard, a local choice. */
    source: text().notNull(),
    cited: text().notNull(),
    reason: text().notNull().default(''),
    signedBy: text().notNull(),
    /** The body for which it was signed. */
    signedFor: text().notNull().default(''),
    recordedAt: moment().notNull(),
    validFrom: day().notNull(),
    validTo: day(),
    endedBy: text(),
    withdrawnAt: moment(),
    withdrawnBy: text(),
    withdrawnWhy: text(),
  },
  (t) => [
    index('threshold_overrides_indicator').on(t.indicatorId),
    // A threshold of two places would hold at neither.
    check('threshold_overrides_one_place', sql`${t.facilityId} is null or ${t.regionId} is null`),
    ...thresholdPolicies(t.facilityId),
  ],
)
