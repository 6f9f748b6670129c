import { bigint, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { countryPolicies } from '../policies.ts'
import { id, moment } from './columns.ts'

export const importKinds = ['facility-register', 'capacity-certificates', 'monthly-measures', 'records'] as const

/** One file that was taken in: what it was, by which mapping it was read, and what became of its rows. */
export const imports = pgTable(
  'imports',
  {
    id: id(),
    kind: text({ enum: importKinds }).notNull(),
    /** The key space of the file: whose names for facilities it uses. */
    source: text().notNull(),
    fileName: text().notNull(),
    fileBytes: bigint({ mode: 'number' }).notNull(),
    fileSha256: text().notNull(),
    mapping: jsonb().notNull(),
    mappingSha256: text().notNull(),
    rowsRead: integer().notNull(),
    rowsGood: integer().notNull(),
    rowsBad: integer().notNull(),
    duplicates: integer().notNull(),
    unchanged: integer().notNull(),
    superseded: integer().notNull(),
    by: text().notNull(),
    startedAt: moment().notNull(),
    acceptedAt: moment().notNull(),
  },
  (t) => [
    // The same file read by the same mapping is known again.
    index('imports_same_file').on(t.fileSha256, t.mappingSha256),
    ...countryPolicies('import.read'),
  ],
)
