import type { Api } from '../../server/caller.server.ts'
import { ruleParts } from '../../server/domain/rules/define.ts'
import { type IndicatorRow, indicatorRows } from '../indicators/indicator-rows.server.ts'
import type { Reader } from '../reader.server.ts'
import { isGuidance, type RuleLink, ruleLink } from '../rules/rule-words.server.ts'

type Rules = Awaited<ReturnType<Api['rules']['list']>>
type Facts = Awaited<ReturnType<Api['indicators']['list']>>
type Series = Awaited<ReturnType<Api['indicators']['series']>>['series']

/** One rule with what is known of it. Its indicators stand side by side: they are not added up to a verdict on the rule. */
export interface AssessedRule extends RuleLink {
  obligation: string
  isGuidance: boolean
  /** In words; empty when nothing watches it. */
  watchedBy: string[]
  /** What shows the figures of its indicators in the month; empty where none measures it. */
  figures: Pick<IndicatorRow, 'id' | 'title' | 'unit' | 'reading' | 'reporting' | 'expected'>[]
  /** How many indicators measure it, also for a reader who sees no figures. */
  indicators: number
}

/** The rules of one part of a text. */
export interface AssessedPart {
  id: string
  name: string
  rules: AssessedRule[]
}

/** All rules in the order of the texts, each with the figures of its indicators for one place and month. */
export function assessedParts(rules: Rules, facts: Facts, series: Series, reader: Reader): AssessedPart[] {
  const rows = new Map(indicatorRows(facts, series, reader).map((row) => [row.id, row]))
  const assessed = (rule: Rules[number]): AssessedRule => ({
    ...ruleLink(rule.id, reader),
    obligation: reader.words.rule(rule.id)?.obligation ?? '',
    isGuidance: isGuidance(rule),
    watchedBy: rule.monitoredBy.map((way) => reader.words.monitoring(way) ?? way),
    indicators: rule.indicators.length,
    figures: rule.indicators.flatMap((id) => {
      const row = rows.get(id)
      if (!row) return []
      const { title, unit, reading, reporting, expected } = row
      return [{ id, title, unit, reading, reporting, expected }]
    }),
  })
  return ruleParts.flatMap((part) => {
    const own = rules.filter((rule) => rule.part === part)
    return own.length === 0 ? [] : [{ id: part, name: reader.words.rulePart(part) ?? part, rules: own.map(assessed) }]
  })
}

/** The rules that no indicator measures, by what watches them instead: for those nobody sees what no inspection sees. */
export function unmeasured(parts: readonly AssessedPart[]): { watched: AssessedRule[]; unwatched: AssessedRule[] } {
  const without = parts.flatMap(({ rules }) => rules).filter(({ indicators }) => indicators === 0)
  return {
    watched: without.filter(({ watchedBy }) => watchedBy.length > 0),
    unwatched: without.filter(({ watchedBy }) => watchedBy.length === 0),
  }
}
