import type { z } from 'zod'
import { findMeasure, measures } from '../measures/index.ts'
import type { CodeList } from '../records/codes.ts'
import { datePattern } from './cells.ts'
import { codeFault } from './code-fault.ts'
import { type MappingFault, type Reason, reason } from './faults.ts'
import type { FacilityReference } from './fields.ts'
import { type Mapping, type MonthlyMapping, mappingSchema } from './mapping.ts'
import { mappingWords } from './mapping-words.ts'
import { nearest } from './nearest.ts'
import { recordsFaults } from './records-check.ts'

/**
 * The mapping that the JSON `text` holds, or everything that is wrong with it: each with its path and how to mend it.
 */
export function readMapping(text: string): { mapping: Mapping } | { faults: MappingFault[] } {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (error) {
    return { faults: [{ path: '', reason: reason('mapping.not-json', { detail: String((error as Error).message) }) }] }
  }
  const parsed = mappingSchema.safeParse(given)
  if (!parsed.success) return { faults: parsed.error.issues.flatMap((issue) => shapeFaults(issue, given)) }
  const faults = meaningFaults(parsed.data)
  return faults.length > 0 ? { faults } : { mapping: parsed.data }
}

type Issue = z.core.$ZodIssue

/** The faults of one schema issue. Of the branches of a union only the one that came nearest is told. */
function shapeFaults(issue: Issue, given: unknown, above: PropertyKey[] = []): MappingFault[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const branches = issue.errors.map((branch) => branch.flatMap((inner) => shapeFaults(inner as Issue, given, path)))
    return branches.sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? []
  }
  if (issue.code === 'unrecognized_keys') return issue.keys.map((word) => unknownWord(path, word))
  return [{ path: pathText(path), reason: reason('mapping.wrong', { detail: issue.message }) }]
}

/** How far into the mapping the faults of a branch lie: the deeper, the better the branch fitted. */
function depth(faults: MappingFault[]): number {
  return Math.min(
    ...faults.map((fault) => fault.path.split(/[.[]/).length + (fault.reason.id === 'mapping.unknown-word' ? 1 : 0)),
  )
}

function unknownWord(path: PropertyKey[], word: string): MappingFault {
  const allowed = mappingWords(path)
  const values = { word, nearest: nearest(word, allowed) ?? 'none', allowed: allowed.join(', ') }
  return { path: pathText([...path, word]), reason: reason('mapping.unknown-word', values) }
}

function pathText(path: PropertyKey[]): string {
  return path
    .map((step, at) => (typeof step === 'number' ? `[${step}]` : `${at > 0 ? '.' : ''}${String(step)}`))
    .join('')
}

/** What a schema cannot see: measures that do not exist, patterns that do not compile, formats that name no date. */
function meaningFaults(mapping: Mapping): MappingFault[] {
  const faults: MappingFault[] = []
  const add = (path: string, found: Reason | undefined) => {
    if (found) faults.push({ path, reason: found })
  }
  for (const [at, format] of mapping.file.dates.entries()) add(`file.dates[${at}]`, formatFault(format))
  for (const [at, rule] of mapping.leaveOut.entries()) add(`leaveOut[${at}].matches`, patternFault(rule.matches))
  const { sheet } = mapping.file
  if (typeof sheet === 'object' && 'pattern' in sheet) add('file.sheet.pattern', patternFault(sheet.pattern))
  if (typeof sheet === 'object' && 'each' in sheet) add('file.sheet.each', patternFault(sheet.each))
  if (mapping.file.decimal === mapping.file.thousands) {
    add('file.thousands', reason('mapping.same-separators', { sign: mapping.file.decimal }))
  }
  if (mapping.kind !== 'facility-register' && mapping.facility) add('facility.create', createFault(mapping.facility))
  if (mapping.kind === 'monthly-measures') addMonthlyFaults(mapping, add)
  if (mapping.kind === 'records') {
    const { snapshot } = mapping
    if (snapshot) add('snapshot.fileName', patternFault(snapshot.fileName) ?? groupFault(snapshot.fileName))
    if (snapshot) add('snapshot.format', formatFault(snapshot.format))
    faults.push(...recordsFaults(mapping))
  }
  return faults
}

function addMonthlyFaults(mapping: MonthlyMapping, add: (path: string, found: Reason | undefined) => void): void {
  const seen = new Set<string>()
  mapping.measures.forEach((entry, at) => {
    add(`measures[${at}].measure`, measureFault(entry.measure))
    if (seen.has(entry.measure))
      add(`measures[${at}].measure`, reason('mapping.measure-twice', { measure: entry.measure }))
    seen.add(entry.measure)
  })
  const period = mapping.period
  if ('format' in period && period.format) add('period.format', formatFault(period.format))
  if (!('fileName' in period)) return
  add('period.fileName', patternFault(period.fileName) ?? groupFault(period.fileName))
}

function createFault(facility: FacilityReference): Reason | undefined {
  return facility.unknown === 'create' && !facility.create ? reason('mapping.create-without-fields') : undefined
}

function formatFault(format: string): Reason | undefined {
  return datePattern(format) ? undefined : reason('mapping.bad-date-format', { format })
}

function patternFault(pattern: string): Reason | undefined {
  try {
    new RegExp(pattern)
    return undefined
  } catch (error) {
    return reason('mapping.bad-pattern', { pattern, detail: (error as Error).message })
  }
}

function groupFault(pattern: string): Reason | undefined {
  // Matching nothing shows how many groups the pattern has.
  return new RegExp(`${pattern}|`).exec('')!.length > 1 ? undefined : reason('mapping.no-group', { pattern })
}

/** What is wrong with a measure's cell such as pop_closing@sex:female. */
function measureFault(cell: string): Reason | undefined {
  const [id = '', breakdown] = cell.split('@')
  const found = findMeasure(id)
  if (!found) {
    const near =
      nearest(
        id,
        measures.filter((measure) => measure.origin === 'both').map((measure) => measure.id),
      ) ?? 'none'
    return reason('mapping.unknown-measure', { measure: id, nearest: near })
  }
  if (found.origin === 'records') return reason('mapping.records-only', { measure: id })
  if (breakdown === undefined) return undefined
  const [dimension = '', code = ''] = breakdown.split(':')
  if (!(found.breakdowns as readonly string[]).includes(dimension)) {
    return reason('mapping.unknown-dimension', {
      measure: id,
      dimension,
      allowed: found.breakdowns.join(', ') || 'none',
    })
  }
  return dimension
    .split('_x_')
    .map((list, at) => codeFault(list as CodeList, code.split('_x_')[at] ?? ''))
    .find(Boolean)
}
