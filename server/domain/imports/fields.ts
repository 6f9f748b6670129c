import { z } from 'zod'

/** A column by its header; a list names the headers that it goes by in different editions of the file. */
export const columnName = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])
export type ColumnName = z.infer<typeof columnName>

/**
 * Where the text of a field comes from: a column (with its codes translated to ours), a constant, or several fields joined
 * to one key. A code that `codes` does not name is refused unless `otherwise` says what it stands for.
 */
export type Field =
  | string
  | { column: ColumnName; codes?: Record<string, string> | undefined; otherwise?: string | undefined }
  | { constant: string }
  | { join: Field[]; with?: string | undefined }

export const field: z.ZodType<Field> = z.lazy(() =>
  z.union([
    z.string().min(1),
    z.strictObject({
      column: columnName,
      codes: z.record(z.string(), z.string()).optional(),
      otherwise: z.string().optional(),
    }),
    z.strictObject({ constant: z.string().min(1) }),
    z.strictObject({ join: z.array(field).min(2), with: z.string().optional() }),
  ]),
)

/** How the file itself is written. */
export const fileOptions = z.strictObject({
  /** The character between cells of a text file; 'auto' takes the one that the header is split by. */
  delimiter: z.enum(['auto', ',', ';', '\t', '|']).default('auto'),
  /** 'auto': byte order mark, else UTF-8 where the whole file is valid, else windows-1252 (and the report says so). */
  encoding: z.enum(['auto', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'latin1']).default('auto'),
  /**
   * Workbooks: a sheet's name, its number from 1, a pattern, or 'any' (the first sheet that has the columns). With `each`
   * every sheet whose name matches is taken in, one import a sheet.
   */
  sheet: z
    .union([
      z.literal('any'),
      z.string(),
      z.number().int().min(1),
      z.strictObject({ pattern: z.string() }),
      z.strictObject({ each: z.string() }),
    ])
    .default('any'),
  /** The row of the column headers, from 1; 'find' takes the first of 50 rows in which all columns of the mapping stand. */
  headerRow: z.union([z.literal('find'), z.number().int().min(1)]).default('find'),
  /** Rows below the header that are not data (units, column numbers). */
  skipRows: z.number().int().min(0).default(0),
  /** Words that mean an empty cell, such as NULL or n.d. */
  nullWords: z.array(z.string()).default([]),
  decimal: z.enum(['.', ',']).default('.'),
  thousands: z.enum(['', ' ', '.', ',', "'"]).default(''),
  /** Day formats of YYYY, MM, DD, M and D; YYYY-MM-DD (with a time of day or without) is always read. */
  dates: z.array(z.string().regex(/YYYY/)).default([]),
})
export type FileOptions = z.infer<typeof fileOptions>

const rowMatch = z.record(z.string(), z.string())

/** What is done to rows before they are read: totals left out, known mistakes of the source corrected, each with its why. */
export const rowRules = {
  /** Rows in which the column matches the pattern are not data (totals, notes); they are counted in the report. */
  leaveOut: z.array(z.strictObject({ column: columnName, matches: z.string() })).default([]),
  /** Known mistakes of the source: where all of `when` stands in a row, `set` replaces those cells. Counted in the report. */
  corrections: z.array(z.strictObject({ when: rowMatch, set: rowMatch, why: z.string().min(1) })).default([]),
}

/** Whose row it is. */
export const facilityReference = z.strictObject({
  /** 'key': by the key of `source`; 'name': by the name that the register gives (refused when two facilities share it). */
  by: z.enum(['key', 'name']).default('key'),
  /** The key space in which the key is looked up, when it is not the file's own `source`. */
  source: z.string().optional(),
  key: field,
  /** This file's key → the key by which the facility is known. */
  aliases: z.record(z.string(), z.string()).default({}),
  /** What happens to a key that nobody knows: its row is refused, or the facility is made from `create`. */
  unknown: z.enum(['refuse', 'create']).default('refuse'),
  create: z.strictObject({ name: field, region: field.optional(), timezone: z.string().optional() }).optional(),
})
export type FacilityReference = z.infer<typeof facilityReference>
