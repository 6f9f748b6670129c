import { z } from 'zod'
import { records } from '../records/index.ts'
import { columnName, facilityReference, field, fileOptions, rowRules } from './fields.ts'
import { recordField } from './record-fields.ts'

const common = {
  version: z.literal(1),
  title: z.string().optional(),
  /** Why the mapping is as it is: for people. */
  notes: z.array(z.string()).optional(),
  /** The name of the key space: whose names for facilities the file uses. */
  source: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  file: fileOptions.prefault({}),
  ...rowRules,
}

const registerFields = {
  name: field,
  region: field.optional(),
  regionParent: field.optional(),
  operator: field.optional(),
  securityLevel: field.optional(),
  regime: field.optional(),
  holdsSex: field.optional(),
  holdsChildren: field.optional(),
  prisonHealthAuthority: field.optional(),
  timezone: field.optional(),
  dataMode: field.optional(),
  latitude: field.optional(),
  longitude: field.optional(),
  /** First day on which the row holds; a facility's first version begins its existence. */
  validFrom: field,
  /** First day on which it no longer holds; empty while it does. */
  validTo: field.optional(),
  /** opened, closed, renamed, split-from, merged-into: what happened on `validFrom` (closed, merged-into: on `validTo`). */
  event: field.optional(),
  /** The key of the other facility of a split or a merger. */
  related: field.optional(),
}

/** Which facilities there are, and what each was from when to when. */
export const registerMapping = z.strictObject({
  ...common,
  kind: z.literal('facility-register'),
  /** The facility's key in `source`. */
  key: field,
  /** Keys that other sources use for the same facility. */
  otherKeys: z.array(z.strictObject({ source: z.string(), key: field })).default([]),
  fields: z.strictObject(registerFields),
  /** Facilities that the file lacks, in the words of `fields` after translation, each with its why. */
  additions: z
    .array(
      z.strictObject({
        why: z.string().min(1),
        key: z.string().min(1),
        otherKeys: z.record(z.string(), z.string()).default({}),
        fields: z.partialRecord(z.enum(Object.keys(registerFields) as (keyof typeof registerFields)[]), z.string()),
      }),
    )
    .default([]),
})

/** What each facility is certified to hold. */
export const certificatesMapping = z.strictObject({
  ...common,
  kind: z.literal('capacity-certificates'),
  facility: facilityReference,
  fields: z.strictObject({
    certifiedPlaces: field,
    spaceStandardM2Multi: field.optional(),
    spaceStandardM2Single: field.optional(),
    countsSpecialPlaces: field.optional(),
    issuedBy: field,
    issuedOn: field,
    validFrom: field,
    validTo: field.optional(),
    evidenceRef: field,
  }),
})

/** Which month a row speaks of: from a column, from the file's name (first group of a pattern), or declared. */
const period = z.union([
  z.strictObject({
    column: columnName,
    format: z.string().optional(),
    snapshot: z.enum(['last-day', 'any-day']).optional(),
  }),
  z.strictObject({ fileName: z.string(), format: z.string(), snapshot: z.enum(['last-day', 'any-day']).optional() }),
  z.strictObject({ constant: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
])

/** One measure of a row: a column, more columns added or taken away, and a factor for its unit. */
const measureColumn = z.strictObject({
  /** A measure or one cell of its breakdown: pop_closing, pop_closing@sex:female. */
  measure: z.string(),
  column: columnName,
  plus: z.array(columnName).default([]),
  minus: z.array(columnName).default([]),
  times: z.number().positive().default(1),
  /** What an empty cell says. Silence is not nought: 'nothing-to-report' only where the source's rules say so. */
  empty: z.enum(['missing', 'nothing-to-report']).default('missing'),
})
export type MeasureColumn = z.infer<typeof measureColumn>

/** One row for each facility and month, one column for each measure. */
export const monthlyMapping = z.strictObject({
  ...common,
  kind: z.literal('monthly-measures'),
  facility: facilityReference,
  period,
  measures: z.array(measureColumn).min(1),
  /** Words in cells that are answers, not numbers. */
  words: z
    .strictObject({ notApplicable: z.array(z.string()).default([]), nothingToReport: z.array(z.string()).default([]) })
    .prefault({}),
})

/** The record types that a file can bring: those with mappings of their own are left out. */
const ofOtherKinds = ['facility', 'capacity_certificate', 'monthly_return', 'return_line']
export const importableRecords = records.map((entry) => entry.id).filter((id) => !ofOtherKinds.includes(id))

const monthText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/**
 * What the file holds whole: every record of its types, of its facilities, from a month to a month. Only there is a record
 * that does not stand in it an event that did not happen; without a word about it, that is not known.
 */
const covers = z.strictObject({
  from: monthText,
  /** Up to the last whole month before the import where it is not given. */
  until: monthText.optional(),
  /** 'in-file': those of which a row stands in the file; 'all': every facility of the register. */
  facilities: z.enum(['in-file', 'all']).default('in-file'),
  /** Record types of which the source has no row because there was none: a log in which no day of a separation is written down. */
  withoutRows: z.array(z.enum(importableRecords as [string, ...string[]])).optional(),
})
export type Covers = z.infer<typeof covers>

/** Records of persons, staff and facilities, one or several to a row. */
export const recordsMapping = z.strictObject({
  ...common,
  kind: z.literal('records'),
  /** Whose rows they are; needless only for figures of the country. */
  facility: facilityReference.optional(),
  times: z
    .strictObject({
      /** The zone whose clock the file shows where a moment has no offset; the installation's when not given. */
      zone: z.string().optional(),
      /** What a day without a time of day says where a moment is wanted. */
      withoutTime: z.enum(['refuse', 'midnight']).default('refuse'),
    })
    .prefault({}),
  covers: covers.optional(),
  /**
   * The file is a day's list of everybody held, and nobody's leaving is written in it: who is not in the next day's file has
   * left. A file is taken whole or not at all.
   */
  snapshot: z
    .strictObject({
      /** The day, from the file's name: first group of a pattern, and how the day is written. */
      fileName: z.string(),
      format: z.string(),
      /** The largest share of those held that may leave between two files a week apart or less; more is taken for a cut file. */
      mostLeft: z.number().gt(0).max(1).default(0.5),
    })
    .optional(),
  records: z
    .array(
      z.strictObject({
        record: z.enum(importableRecords as [string, ...string[]]),
        /** Only rows in which these columns hold these texts are records of this type. */
        where: z.record(z.string(), z.string()).default({}),
        fields: z.record(z.string(), recordField),
        /** Needed fields that the source does not hold: they stay empty, and what needs them is missing. */
        lacks: z.array(z.string()).default([]),
      }),
    )
    .min(1),
})

/**
 * How a source's file is read: which columns are which fields, in which words, units and formats.
 * Everything that is particular to one country or one publisher stands in such a file and nowhere in the code.
 */
export const mappingSchema = z.discriminatedUnion('kind', [
  registerMapping,
  certificatesMapping,
  monthlyMapping,
  recordsMapping,
])
export type Mapping = z.infer<typeof mappingSchema>
export type RegisterMapping = z.infer<typeof registerMapping>
export type CertificatesMapping = z.infer<typeof certificatesMapping>
export type MonthlyMapping = z.infer<typeof monthlyMapping>
export type RecordsMapping = z.infer<typeof recordsMapping>
