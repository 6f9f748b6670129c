import type { Api } from '../../server/caller.server.ts'
import { chapterOf } from '../../server/domain/rules/chapters.ts'
import { coverageCounts } from '../../server/domain/rules/coverage.ts'
import { type Monitoring, ruleParts } from '../../server/domain/rules/define.ts'
import { searchRules } from '../../server/domain/rules/search.ts'
import type { Reader } from '../reader.server.ts'
import { type RuleLink, ruleLink } from './rule-words.server.ts'

type Rules = Awaited<ReturnType<Api['rules']['list']>>

/** One line of the list of rules. */
export interface RuleLine extends RuleLink {
  /** In words; empty when nothing watches it. */
  watchedBy: string[]
  indicators: number
}

/** One heading of a part with its rules; a part without headings has one without a name. */
export interface Chapter {
  id: string
  name?: string
  rules: RuleLine[]
}

export interface Part {
  id: string
  name: string
  chapters: Chapter[]
}

/** The rules that a query finds, by part and heading, in the order of the texts. */
export function partsOf(all: Rules, query: string, reader: Reader): Part[] {
  const found = new Set(search(all, query, reader).map((rule) => rule.id))
  return ruleParts.flatMap((part) => {
    const rules = all.filter((rule) => rule.part === part && found.has(rule.id))
    if (rules.length === 0) return []
    return [{ id: part, name: reader.words.rulePart(part) ?? part, chapters: chaptersOf(rules, reader) }]
  })
}

function search(all: Rules, query: string, { words }: Reader) {
  const texts = Object.fromEntries(all.map(({ id }) => [id, words.rule(id) ?? { topic: '', obligation: '' }]))
  return searchRules<string>(query, texts, all)
}

function chaptersOf(rules: Rules, reader: Reader): Chapter[] {
  const chapters: Chapter[] = []
  for (const rule of rules) {
    const id = chapterOf(rule.id) ?? ''
    if (chapters.at(-1)?.id !== id) chapters.push({ id, name: reader.words.ruleChapter(id), rules: [] })
    chapters.at(-1)?.rules.push(lineOf(rule, reader))
  }
  return chapters
}

function lineOf(rule: Rules[number], reader: Reader): RuleLine {
  return {
    ...ruleLink(rule.id, reader),
    watchedBy: rule.monitoredBy.map((way) => reader.words.monitoring(way) ?? way),
    indicators: rule.indicators.length,
  }
}

/** How many rules are watched in each way, those that nothing watches last. */
export function coverageOf(all: Rules): { way: Monitoring | 'nothing'; count: number }[] {
  const counts = coverageCounts(all)
  return (['data', 'inspection', 'attestation', 'strategies', 'nothing'] as const).map((way) => ({
    way,
    count: counts[way],
  }))
}
