import type { CodeList } from '../records/codes.ts'
import type { Field, RecordType, RecordWords } from '../records/define.ts'
import { forbiddenFieldNames } from '../records/personal-data.ts'
import { type CatalogueFault, repeated, wordFaults } from './faults.ts'

/** The record types as the checks see them: by file, with their words, the code lists and the fields of every record. */
export interface RecordCatalogue {
  families: Readonly<Record<string, readonly RecordType[]>>
  words: Readonly<Record<string, RecordWords>>
  lists: Readonly<Record<string, readonly string[]>>
  commonFields: Readonly<Record<string, Field>>
}

const wellFormed = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/

/** What is wrong with the record types: ids, fields, code lists, references, free text about persons, and words. */
export function recordFaults(catalogue: RecordCatalogue): CatalogueFault[] {
  const all = Object.values(catalogue.families).flat()
  const ids = all.map(({ id }) => id)
  const faults = Object.entries(catalogue.families).flatMap(([family, entries]) =>
    entries.flatMap((entry) =>
      entryFaults(entry, catalogue, all).map((fault) => ({
        file: `server/domain/records/${family}.ts`,
        id: entry.id,
        fault,
      })),
    ),
  )
  const index = 'server/domain/records/index.ts'
  return [
    ...repeated(ids).map((id) => ({ file: index, id, fault: 'two record types have this id' })),
    ...faults,
    ...wordFaults('server/domain/records/words.en.ts', ids, catalogue.words),
    ...all.flatMap((entry) => fieldWordFaults(entry, catalogue.words[entry.id])),
  ]
}

function entryFaults(entry: RecordType, catalogue: RecordCatalogue, all: readonly RecordType[]): string[] {
  const names = Object.keys(entry.fields)
  const known = (name: string) => names.includes(name)
  const named = [
    ...entry.unique,
    ...(entry.inOrder ?? []).flat(),
    ...(entry.conditions ?? []).flatMap(({ field, needs = [], empty = [] }) => [field, ...needs, ...empty]),
    ...(entry.within ?? []).flatMap(({ parts, whole }) => [...parts, whole]),
    ...(entry.ripens ? [entry.ripens.day, entry.ripens.months] : []),
  ]
  return [
    ...(wellFormed.test(entry.id) ? [] : ['is no well-formed id']),
    ...named.filter((name) => !known(name)).map((name) => `names '${name}', which is no field of it`),
    ...Object.entries(entry.fields).flatMap(([name, field]) => fieldFaults(entry, name, field, catalogue, all)),
    ...conditionFaults(entry, catalogue),
  ]
}

function fieldFaults(
  entry: RecordType,
  name: string,
  field: Field,
  { lists, commonFields }: RecordCatalogue,
  all: readonly RecordType[],
): string[] {
  const personal = entry.level === 'person' || entry.level === 'staff'
  const [target = '', targetField = ''] = (field.references ?? '').split('.')
  const there = all.find(({ id }) => id === target)
  const points = { ...commonFields, ...there?.fields }[targetField]
  return [
    ...(wellFormed.test(name) ? [] : [`has the field '${name}', which is no well-formed name`]),
    ...(field.list !== undefined && !(field.list in lists) ? [`'${name}' names the unknown list '${field.list}'`] : []),
    ...(field.references !== undefined && (!there || !points)
      ? [`'${name}' points at the unknown field '${field.references}'`]
      : []),
    ...(personal && field.kind === 'text' ? [`'${name}' is free text on a record of a person`] : []),
    ...(personal && forbiddenFieldNames.test(name) ? [`'${name}' may not be collected about a person`] : []),
  ]
}

/** A condition on a coded field names one of its codes; on a yes-or-no field, true or false. */
function conditionFaults(entry: RecordType, { lists }: RecordCatalogue): string[] {
  return (entry.conditions ?? []).flatMap(({ field, is }) => {
    const { kind, list } = entry.fields[field] ?? {}
    if (kind === 'yes-no') return typeof is === 'boolean' ? [] : [`a condition on '${field}' is not true or false`]
    const codes = list === undefined ? [] : (lists[list] ?? [])
    return codes.includes(String(is)) ? [] : [`a condition on '${field}' names the unknown code '${is}'`]
  })
}

function fieldWordFaults(entry: RecordType, words: RecordWords | undefined): CatalogueFault[] {
  if (words === undefined) return []
  return wordFaults('server/domain/records/words.en.ts', Object.keys(entry.fields), words.fields).map((fault) => ({
    ...fault,
    id: `${entry.id}.${fault.id}`,
  }))
}

/** What is wrong with the code lists: repeated or ill-formed codes, a code without words, words without a code. */
export function codeFaults(
  lists: Readonly<Record<string, readonly string[]>>,
  words: Readonly<Record<string, Readonly<Record<string, string>>>>,
  wordedElsewhere: readonly CodeList[],
): CatalogueFault[] {
  const file = 'server/domain/records/codes.ts'
  const wordFile = 'server/domain/records/codes.en.ts'
  return Object.entries(lists).flatMap(([list, codes]) => {
    const known = words[list] ?? {}
    const worded = !wordedElsewhere.some((name) => name === list)
    return [
      ...(codes.length === 0 ? [{ file, id: list, fault: 'has no codes' }] : []),
      ...repeated(codes).map((code) => ({ file, id: `${list}.${code}`, fault: 'is written twice' })),
      ...codes
        .filter((code) => worded && !known[code]?.trim())
        .map((code) => ({ file: wordFile, id: `${list}.${code}`, fault: 'has no words' })),
      ...Object.keys(known)
        .filter((code) => !codes.includes(code))
        .map((code) => ({ file: wordFile, id: `${list}.${code}`, fault: 'words without a code' })),
    ]
  })
}
