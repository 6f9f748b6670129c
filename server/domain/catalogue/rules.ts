import { codeLists } from '../records/codes.ts'
import type { Rule, RuleWords } from '../rules/define.ts'
import { type CatalogueFault, repeated, wordFaults } from './faults.ts'

const wellFormed = /^(nmr-\d+|br-\d+|kyoto-\d+|kyoto-principle-[1-6])$/

/** The rules as the checks see them: by file, with their words and the references between them. */
export interface RuleCatalogue {
  families: Readonly<Record<string, readonly Rule[]>>
  words: Readonly<Record<string, RuleWords>>
  references: readonly (readonly [string, string])[]
}

/** What is wrong with the rules: ids, words, and what they point at. */
export function ruleFaults({ families, words, references }: RuleCatalogue): CatalogueFault[] {
  const all = Object.values(families).flat()
  const ids = all.map(({ id }) => id)
  const of = (id: string) => fileOf(families, id)
  return [
    ...repeated(ids).map((id) => ({ file: of(id), id, fault: 'two rules have this id' })),
    ...ids.filter((id) => !wellFormed.test(id)).map((id) => ({ file: of(id), id, fault: 'is no well-formed id' })),
    ...all.flatMap((entry) => pointerFaults(entry, ids, of(entry.id))),
    ...wordFaults('server/domain/rules/words.en.ts', ids, words),
    ...referenceFaults(references, ids),
  ]
}

function fileOf(families: RuleCatalogue['families'], id: string): string {
  const family = Object.keys(families).find((name) => families[name]?.some((entry) => entry.id === id))
  return `server/domain/rules/${family ?? 'index'}.ts`
}

function pointerFaults(entry: Rule, ids: readonly string[], file: string): CatalogueFault[] {
  const attested: readonly string[] = codeLists.attested_measure
  const faults = [
    ...(entry.attestedBy ?? [])
      .filter((code) => !attested.includes(code))
      .map((code) => `names the unknown attested measure '${code}'`),
    ...(entry.strategies ?? []).filter((id) => !ids.includes(id)).map((id) => `names the unknown strategy '${id}'`),
    ...(entry.attestedBy && !entry.monitoredBy.includes('attestation') ? ['is attested but does not say so'] : []),
    ...(entry.documentEvidence && !entry.monitoredBy.includes('attestation')
      ? ['has document evidence but does not say so']
      : []),
  ]
  return faults.map((fault) => ({ file, id: entry.id, fault }))
}

function referenceFaults(references: RuleCatalogue['references'], ids: readonly string[]): CatalogueFault[] {
  const file = 'server/domain/rules/cross-references.ts'
  const unordered = references.map((pair) => [...pair].sort().join(' and '))
  return [
    ...references
      .flat()
      .filter((id) => !ids.includes(id))
      .map((id) => ({ file, id, fault: 'is no rule' })),
    ...references.filter(([one, other]) => one === other).map(([id]) => ({ file, id, fault: 'refers to itself' })),
    ...repeated(unordered).map((id) => ({ file, id, fault: 'is written twice' })),
  ]
}
