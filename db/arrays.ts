import type { PostgresType } from 'postgres'

/** The arrays of numbers that series are kept in: int2[], int4[], float8[] by their type numbers. */
const numberArrays = [1005, 1007, 1022]

/**
 * Arrays of numbers as they come from either engine. The driver's own reader turns an empty place into "not a number",
 * which a page would show; an empty place is null.
 */
export const numberArrayType: PostgresType = {
  to: 1022,
  from: numberArrays,
  serialize: (values: unknown) => values,
  parse: readNumbers,
}

/** '{1,NULL,2.5}' → [1, null, 2.5]. Series have one dimension. */
export function readNumbers(text: string): (number | null)[] {
  if (text === '{}') return []
  const start = text.indexOf('{')
  return text
    .slice(start + 1, -1)
    .split(',')
    .map((part) => (part === 'NULL' ? null : Number(part)))
}
