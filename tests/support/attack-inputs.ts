type Shape = { type: string } & Record<string, unknown>
const defOf = (schema: unknown) => (schema as { def: Shape }).def

/** What a well-meant question holds under a name; what is not here follows from its type alone. */
export type Samples = Readonly<Record<string, unknown>>

/** A value that the schema takes, as far as its type says; `name` is what the field is called. */
export function sampleOf(schema: unknown, samples: Samples, name = ''): unknown {
  if (name in samples) return samples[name]
  const def = defOf(schema)
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape as Record<string, unknown>).map(([field, inner]) => [
          field,
          sampleOf(inner, samples, field),
        ]),
      )
    case 'array':
      return [sampleOf(def.element, samples, `${name}[]`)]
    case 'union':
      return sampleOf((def.options as unknown[])[0], samples, name)
    case 'optional':
    case 'default':
    case 'prefault':
    case 'nullable':
    case 'catch':
    case 'readonly':
      return sampleOf(def.innerType, samples, name)
    case 'pipe':
      return sampleOf(def.in, samples, name)
    case 'enum':
      return Object.values(def.entries as Record<string, unknown>)[0]
    case 'literal':
      return (def.values as unknown[])[0]
    case 'boolean':
      return true
    case 'number':
      return 1
    case 'date':
      return new Date(0)
    default:
      return 'sample'
  }
}

/** The objects in a schema that let unknown keys pass, by where they stand; a strict one names the key and refuses. */
export function looseObjects(schema: unknown, at = 'input'): string[] {
  const def = defOf(schema)
  const inner = [def.innerType, def.in, def.element, ...((def.options as unknown[] | undefined) ?? [])].filter(Boolean)
  const fields = Object.entries((def.shape as Record<string, unknown> | undefined) ?? {})
  const isLoose = def.type === 'object' && (def.catchall === undefined || defOf(def.catchall).type !== 'never')
  return [
    ...(isLoose ? [at] : []),
    ...inner.flatMap((one) => looseObjects(one, at)),
    ...fields.flatMap(([field, one]) => looseObjects(one, `${at}.${field}`)),
  ]
}

/** Where a value stands in an input: ['place', 'facility']. */
export type Path = readonly (string | number)[]

/** Every place in a value at which something else could stand, itself included. */
export function placesIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null || value instanceof Date) return [at]
  const inner = Array.isArray(value) ? value.map((one, index) => [index, one] as const) : Object.entries(value)
  return [at, ...inner.flatMap(([name, one]) => placesIn(one, [...at, name]))]
}

/** `value` with `planted` at a place. */
export function plantedAt(value: unknown, [first, ...rest]: Path, planted: unknown): unknown {
  if (first === undefined) return planted
  const copy: Record<string | number, unknown> = Array.isArray(value)
    ? ([...value] as unknown as Record<number, unknown>)
    : { ...(value as object) }
  copy[first] = plantedAt(copy[first], rest, planted)
  return copy
}

/** What attackers put where a word is asked for: statements, ways out of folders, markup, lines of a header, broken text. */
export const wickedTexts = [
  "' or '1'='1",
  "'; drop table facilities; --",
  "x') union select token from session --",
  '1; select pg_sleep(9)',
  '$1',
  '{"$ne":null}',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '<script>alert(1)</script>',
  '{{7*7}}#{7*7}',
  'a\r\nSet-Cookie: session=stolen',
  'a\u0000b',
  '\u0000',
  '\ud800',
  '\u202e\u2066',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  ' ',
  '%00',
  'x'.repeat(100_000),
]

/** What stands where something of another kind is asked for. */
export const wickedValues = [
  null,
  true,
  0,
  -1,
  0.5,
  1e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  [],
  [[[[]]]],
  {},
  { toString: 'x' },
  JSON.parse('{"__proto__":{"role":"system"}}'),
  { constructor: { prototype: { role: 'system' } } },
  new Date(Number.NaN),
  Array.from({ length: 10_000 }, () => 'x'),
]
