import { z } from 'zod'
import { isReason } from './faults.ts'
import { columnsOf, type FieldReader, fieldReader } from './field-reader.ts'
import { type ColumnName, type Field, field } from './fields.ts'
import type { Header } from './header.ts'

/**
 * Where a field of a record comes from: as any field, or, for keys of persons, a surrogate made of columns by the
 * installation's secret key, so that numbers of a prison system never enter. `in` names the key space when two files
 * share one; the same text in the same space is always the same surrogate.
 */
export type RecordField = Field | { hash: Field[]; in?: string | undefined }

export const recordField: z.ZodType<RecordField> = z.union([
  field,
  z.strictObject({ hash: z.array(field).min(1), in: z.string().optional() }),
])

/** Gives the surrogate (a UUID) of a text in a key space. */
export type MakeSurrogate = (space: string, text: string) => string

export function isHashed(given: RecordField): given is { hash: Field[]; in?: string | undefined } {
  return typeof given === 'object' && 'hash' in given
}

export function recordColumnsOf(given: RecordField): ColumnName[] {
  return isHashed(given) ? given.hash.flatMap(columnsOf) : columnsOf(given)
}

/** Compiles a field; `space` is what its key names (stay.stay_key), so that a stay and a person of one number differ. */
export function recordFieldReader(
  given: RecordField,
  header: Header,
  nullWords: string[],
  space: string,
  surrogate: MakeSurrogate,
): FieldReader {
  if (!isHashed(given)) return fieldReader(given, header, nullWords)
  const parts = given.hash.map((part) => fieldReader(part, header, nullWords))
  const raw: FieldReader['raw'] = (cells) => parts.map((part) => part.raw(cells)).join(' ')
  const read: FieldReader['read'] = (cells) => {
    const texts = parts.map((part) => part.read(cells))
    const wrong = texts.find((text) => typeof text === 'object' && isReason(text))
    if (wrong) return wrong
    // A key of which a part is missing is no key.
    return texts.includes('') ? '' : surrogate(`${given.in ?? ''}/${space}`, texts.join('\u001f'))
  }
  return { read, raw, label: parts.map((part) => part.label).join(' + ') }
}
