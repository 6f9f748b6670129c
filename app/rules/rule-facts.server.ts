import type { Api } from '../../server/caller.server.ts'
import { chapterOf } from '../../server/domain/rules/chapters.ts'
import { seeAlso } from '../../server/domain/rules/cross-references.ts'
import { rules } from '../../server/domain/rules/index.ts'
import type { Reader } from '../reader.server.ts'
import { isGuidance, type RuleLink, ruleLink } from './rule-words.server.ts'

type Rule = Awaited<ReturnType<Api['rules']['get']>>

/** One rule in the reader's words, with the rules around it and those to read beside it. */
export interface RuleFactsShown extends RuleLink {
  obligation: string
  isGuidance: boolean
  /** Part and heading. */
  place: string[]
  appliesTo: string[]
  watchedBy: string[]
  /** Says that a document in force answers for it. */
  document?: string
  attestedBy: string[]
  paragraphs?: readonly [number, number]
  strategies: RuleLink[]
  seeAlso: RuleLink[]
  previous?: RuleLink
  next?: RuleLink
}

export function ruleFacts(rule: Rule, reader: Reader): RuleFactsShown {
  const { words } = reader
  const link = (id: string | undefined) => (id === undefined ? undefined : ruleLink(id, reader))
  const at = rules.findIndex((one) => one.id === rule.id)
  const chapter = words.ruleChapter(chapterOf(rule.id) ?? '')
  return {
    ...ruleLink(rule.id, reader),
    obligation: words.rule(rule.id)?.obligation ?? '',
    isGuidance: isGuidance(rule),
    place: [words.rulePart(rule.part) ?? rule.part, ...(chapter ? [chapter] : [])],
    appliesTo: rule.appliesTo.map((who) => words.appliesTo(who) ?? who),
    watchedBy: rule.monitoredBy.map((way) => words.monitoring(way) ?? way),
    document: rule.documentEvidence && words.documentEvidence(),
    attestedBy: (rule.attestedBy ?? []).map((code) => words.code('attested_measure', code) ?? code),
    paragraphs: rule.paragraphs,
    strategies: (rule.strategies ?? []).map((id) => ruleLink(id, reader)),
    seeAlso: seeAlso(rule.id).map((id) => ruleLink(id, reader)),
    previous: link(rules[at - 1]?.id),
    next: link(rules[at + 1]?.id),
  }
}
