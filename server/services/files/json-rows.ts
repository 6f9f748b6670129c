import type { Cell } from '../../domain/imports/cells.ts'
import { type Reason, reason } from '../../domain/imports/faults.ts'
import type { SourceRow } from './csv.ts'

/** A line longer than this is no record; it is refused without being held in memory whole. */
const longestLine = 1_048_576

/** Whether a text is JSON Lines: an object on each line. */
export function looksLikeJsonLines(sample: string): boolean {
  return /^\s*\{/.test(sample)
}

/**
 * The rows of a file of JSON Lines: first, as line 0, the names that stand in the objects of `sample`, then each object as
 * cells in that order. An absent name or null is an empty cell. A line that is no object, or holds an object or a list in a
 * cell, is given with its fault.
 */
export async function* jsonRows(sample: string, rest: AsyncGenerator<string>): AsyncGenerator<SourceRow[]> {
  const names = namesIn(sample)
  yield [{ line: 0, cells: names }]
  const lines = lineScanner(names)
  yield lines.push(sample)
  for await (const text of rest) yield lines.push(text)
  yield lines.end()
}

function namesIn(sample: string): string[] {
  // The last line of the sample may be cut.
  const found = sample.split(/\r?\n/).map(objectIn)
  return [...new Set(found.flatMap((object) => (object ? Object.keys(object) : [])))]
}

function lineScanner(names: readonly string[]) {
  let pending = ''
  let line = 1
  let isTooLong = false
  const take = (text: string): SourceRow | undefined => {
    const fault = isTooLong || text.length > longestLine ? reason('row.too-long', { most: longestLine }) : undefined
    isTooLong = false
    const at = line++
    if (fault) return { line: at, cells: [], fault }
    return text.trim() === '' ? undefined : rowOf(text, at, names)
  }
  const keep = (text: string) => {
    if (text.length > longestLine) isTooLong = true
    pending = isTooLong ? '' : text
  }
  const push = (text: string): SourceRow[] => {
    const parts = (pending + text).split('\n')
    const last = parts.pop()!
    const rows = parts.flatMap((part) => take(part) ?? [])
    keep(last)
    return rows
  }
  const end = (): SourceRow[] => (pending === '' && !isTooLong ? [] : [take(pending) ?? []].flat())
  return { push, end }
}

function rowOf(text: string, line: number, names: readonly string[]): SourceRow {
  const object = objectIn(text)
  if (!object) return { line, cells: [], fault: reason('row.not-json') }
  const cells = names.map((name) => cellOf(Object.hasOwn(object, name) ? object[name] : null))
  const nested = cells.indexOf(undefined)
  const fault: Reason | undefined = nested < 0 ? undefined : reason('row.nested', { name: names[nested]! })
  return fault ? { line, cells: [], fault } : { line, cells: cells as Cell[] }
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

/** A value as a cell; undefined when it is no single value. */
function cellOf(value: unknown): Cell | undefined {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return value
  if (typeof value === 'string') return value.trim()
  return typeof value === 'boolean' ? String(value) : undefined
}
