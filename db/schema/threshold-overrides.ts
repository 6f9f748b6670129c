import { doublePrecision, index, pgTable, text } from 'drizzle-orm/pg-core'
import { overriddenLevels } from '../../server/domain/indicators/override.ts'
import { sharedPolicies } from '../policies.ts'
import { day, id, moment } from './columns.ts'

/**
 * Thresholds that a country sets for itself beside the catalogue's: from when, who signed, and what they rest on. Only ever
 * added to; one that no longer holds gets its end.
 */
export const thresholdOverrides = pgTable(
  'threshold_overrides',
  {
    id: id(),
    indicatorId: text().notNull(),
    level: text({ enum: overriddenLevels }).notNull(),
    above: doublePrecision(),
    atLeast: doublePrecision(),
    below: doublePrecision(),
    atMost: doublePrecision(),
    /** Whose it is, by the catalogue of sources: national law, a regional standard, a local choice. */
    source: text().notNull(),
    cited: text().notNull(),
    signedBy: text().notNull(),
    recordedAt: moment().notNull(),
    validFrom: day().notNull(),
    validTo: day(),
    endedBy: text(),
  },
  (t) => [index('threshold_overrides_indicator').on(t.indicatorId), ...sharedPolicies('indicator.read')],
)
