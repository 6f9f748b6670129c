import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { sharedPolicies } from '../policies.ts'
import { day, id, moment } from './columns.ts'

/** A region of the country, for ever; its name and its place in the tree are versions. */
export const regions = pgTable('regions', { id: id(), key: text().notNull(), createdAt: moment().notNull() }, (t) => [
  uniqueIndex('regions_key').on(t.key),
  ...sharedPolicies(),
])

/** Name and parent of a region in the window [valid_from, valid_to). */
export const regionVersions = pgTable(
  'region_versions',
  {
    id: id(),
    regionId: uuid()
      .notNull()
      .references(() => regions.id),
    parentId: uuid().references(() => regions.id),
    name: text().notNull(),
    validFrom: day().notNull(),
    validTo: day(),
  },
  (t) => [index('region_versions_region').on(t.regionId, t.validFrom), ...sharedPolicies()],
)
