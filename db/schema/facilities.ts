import { sql } from 'drizzle-orm'
import { boolean, doublePrecision, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { facilityEventKinds } from '../../server/domain/facility-events.ts'
import { codeLists } from '../../server/domain/records/codes.ts'
import { facilityPolicies } from '../policies.ts'
import { day, id, moment } from './columns.ts'
import { imports } from './imports.ts'
import { regions } from './regions.ts'

/** Who sees which facilities there are: besides their readers, whoever grants a role at one, or reads what was done there. */
const namedFor = ['facility.read', 'assignment.grant', 'audit.read'] as const

/** One place of detention. Its id is for ever; everything that can change about it is a version, a key or an event. */
export const facilities = pgTable(
  'facilities',
  { id: id(), key: text().notNull(), createdAt: moment().notNull() },
  // The short public key that people type and links carry.
  (t) => [uniqueIndex('facilities_key').on(t.key), ...facilityPolicies(t.id, ...namedFor)],
)

/** What a facility was in the window [valid_from, valid_to). */
export const facilityVersions = pgTable(
  'facility_versions',
  {
    id: id(),
    facilityId: uuid()
      .notNull()
      .references(() => facilities.id),
    name: text().notNull(),
    regionId: uuid().references(() => regions.id),
    operator: text({ enum: codeLists.operator }),
    securityLevel: text({ enum: codeLists.security_level }),
    regime: text({ enum: codeLists.regime }),
    holdsSex: text({ enum: codeLists.holds_sex }),
    holdsChildren: boolean(),
    prisonHealthAuthority: text({ enum: codeLists.health_authority }),
    timezone: text().notNull(),
    dataMode: text({ enum: codeLists.data_mode }),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    validFrom: day().notNull(),
    validTo: day(),
    importId: uuid().references(() => imports.id),
    line: integer(),
    recordedAt: moment().notNull(),
  },
  (t) => [
    // Two versions of one facility never begin on one day.
    // A version that ends on the day it begins was withdrawn by a corrected register, and is history only.
    uniqueIndex('facility_versions_start')
      .on(t.facilityId, t.validFrom)
      .where(sql`valid_to is null or valid_to > valid_from`),
    index('facility_versions_region').on(t.regionId),
    ...facilityPolicies(t.facilityId, ...namedFor),
  ],
)

/** How each source calls a facility, dated: bulletins, registers and sheets rarely share their keys. */
export const facilityKeys = pgTable(
  'facility_keys',
  {
    id: id(),
    facilityId: uuid()
      .notNull()
      .references(() => facilities.id),
    source: text().notNull(),
    key: text().notNull(),
    validFrom: day().notNull(),
    validTo: day(),
    importId: uuid().references(() => imports.id),
    line: integer(),
  },
  (t) => [
    // At any time one key of one source names one facility.
    uniqueIndex('facility_keys_current').on(t.source, t.key).where(sql`valid_to is null`),
    index('facility_keys_facility').on(t.facilityId),
    ...facilityPolicies(t.facilityId),
  ],
)

/** What happened to a facility as a place: explicit, never guessed from names. */
export const facilityEvents = pgTable(
  'facility_events',
  {
    id: id(),
    facilityId: uuid()
      .notNull()
      .references(() => facilities.id),
    kind: text({ enum: facilityEventKinds }).notNull(),
    relatedFacilityId: uuid().references(() => facilities.id),
    on: day().notNull(),
    importId: uuid().references(() => imports.id),
    line: integer(),
    recordedAt: moment().notNull(),
  },
  (t) => [index('facility_events_facility').on(t.facilityId), ...facilityPolicies(t.facilityId)],
)

/** What a facility is certified to hold: a dated legal fact with its evidence, not a field that staff may edit. */
export const capacityCertificates = pgTable(
  'capacity_certificates',
  {
    id: id(),
    facilityId: uuid()
      .notNull()
      .references(() => facilities.id),
    certifiedPlaces: integer().notNull(),
    spaceStandardM2Multi: doublePrecision(),
    spaceStandardM2Single: doublePrecision(),
    countsSpecialPlaces: boolean(),
    issuedBy: text().notNull(),
    issuedOn: day().notNull(),
    validFrom: day().notNull(),
    validTo: day(),
    evidenceRef: text().notNull(),
    importId: uuid().references(() => imports.id),
    line: integer(),
    recordedAt: moment().notNull(),
    supersededAt: moment(),
  },
  (t) => [
    uniqueIndex('capacity_certificates_current').on(t.facilityId, t.validFrom).where(sql`superseded_at is null`),
    ...facilityPolicies(t.facilityId),
  ],
)
