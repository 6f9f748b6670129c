import { pgTable, text } from 'drizzle-orm/pg-core'
import { keyPurposes, keySources } from '../../server/domain/keys.ts'
import { sharedPolicies } from '../policies.ts'
import { moment } from './columns.ts'

/** The keys that the installation works with, by what they are known by: never a key. */
export const installationKeys = pgTable(
  'installation_keys',
  {
    purpose: text({ enum: keyPurposes }).primaryKey(),
    /** By this a key is known again; db/roles.ts keeps it from visitors. */
    fingerprint: text().notNull(),
    source: text({ enum: keySources }).notNull(),
    /** Since when it is used. */
    since: moment().notNull(),
  },
  () => sharedPolicies('security.read'),
)
