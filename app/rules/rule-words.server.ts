import { citedRule, type Rule } from '../../server/domain/rules/define.ts'
import { findRule, strategyOfParagraph } from '../../server/domain/rules/index.ts'
import { ruleParts } from '../components/source-tag.tsx'
import type { Reader } from '../reader.server.ts'

/** "Nelson Mandela Rule 45": the family and number of a rule or citation, as one text. */
export function ruleName(citation: string, { intl }: Reader): string {
  const parts = ruleParts(citation)
  return parts ? intl.formatMessage({ id: `rule.${parts.family}` }, { number: parts.number }) : citation
}

/** The rule whose page a citation leads to; undefined when it cites another text, or a paragraph of no strategy. */
export function ruleCited(citation: string): string | undefined {
  const parts = ruleParts(citation)
  if (parts?.family === 'kyoto-para') return strategyOfParagraph(Number(parts.number))?.id
  return findRule(citedRule(citation))?.id
}

/** True of the Kyoto text, which is guidance and not a rule that anybody is held to. */
export function isGuidance({ part }: Pick<Rule, 'part'>): boolean {
  return part.startsWith('kyoto')
}

/** A rule as a link: its page, its name and its topic. */
export interface RuleLink {
  id: string
  name: string
  topic: string
}

export function ruleLink(id: string, reader: Reader): RuleLink {
  return { id, name: ruleName(id, reader), topic: reader.words.rule(id)?.topic ?? '' }
}
