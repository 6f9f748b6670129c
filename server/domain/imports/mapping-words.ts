import type { z } from 'zod'
import { certificatesMapping, monthlyMapping, recordsMapping, registerMapping } from './mapping.ts'

/** The words that a mapping may use at a place of it, over all kinds of mapping; for "did you mean". */
export function mappingWords(path: readonly PropertyKey[]): string[] {
  const words = [registerMapping, certificatesMapping, monthlyMapping, recordsMapping].flatMap((schema) =>
    wordsAt(schema, path),
  )
  return [...new Set(words)]
}

interface Definition {
  type: string
  shape?: Record<string, z.ZodType>
  innerType?: z.ZodType
  element?: z.ZodType
  valueType?: z.ZodType
  options?: z.ZodType[]
  getter?: () => z.ZodType
}

function wordsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const definition = schema.def as unknown as Definition
  if (definition.innerType) return wordsAt(definition.innerType, path)
  // A field may be a field of fields: its own words are told at any depth.
  if (definition.type === 'lazy' && definition.getter) return wordsAt(definition.getter(), [])
  if (definition.options) return definition.options.flatMap((option) => wordsAt(option, path))
  const [step, ...rest] = path
  if (definition.shape) {
    if (step === undefined) return Object.keys(definition.shape)
    const inner = definition.shape[String(step)]
    return inner ? wordsAt(inner, rest) : []
  }
  if (step === undefined) return []
  const inner = definition.element ?? definition.valueType
  return inner ? wordsAt(inner, rest) : []
}
