import { citedRule, type Monitoring, type Rule } from './define.ts'

/** What coverage needs to know of an indicator, or of anything else that cites rules. */
export interface Citing {
  id: string
  rules: readonly string[]
}

/** The indicators that are evidence for a rule, in their own order; a citation of a paragraph counts for its rule. */
export function indicatorsFor<Entry extends Citing>(ruleId: string, indicators: readonly Entry[]): Entry[] {
  return indicators.filter((entry) => entry.rules.some((citation) => citedRule(citation) === ruleId))
}

/** Ids of the other rules that the same indicators are evidence for; those with most indicators in common come first. */
export function rulesSharingIndicators(ruleId: string, indicators: readonly Citing[]): string[] {
  const shared = new Map<string, number>()
  for (const indicator of indicatorsFor(ruleId, indicators)) {
    for (const other of new Set(indicator.rules.map(citedRule))) {
      if (other !== ruleId) shared.set(other, (shared.get(other) ?? 0) + 1)
    }
  }
  return [...shared].sort(([, a], [, b]) => b - a).map(([id]) => id)
}

/** How many rules are watched in each way; 'nothing' counts those that nothing in the product watches. */
export function coverageCounts(rules: readonly Rule[]): Record<Monitoring | 'nothing', number> {
  const counts = { data: 0, inspection: 0, attestation: 0, strategies: 0, nothing: 0 }
  for (const { monitoredBy } of rules) {
    for (const way of monitoredBy.length > 0 ? monitoredBy : (['nothing'] as const)) counts[way] += 1
  }
  return counts
}

/** Where a rule says "watched by data" and no indicator cites it, or an indicator cites it and the rule does not say so. */
export function coverageGaps(
  rules: readonly Rule[],
  indicators: readonly Citing[],
): { id: string; gap: 'no-indicator' | 'not-said' }[] {
  return rules.flatMap(({ id, monitoredBy }) => {
    const said = monitoredBy.includes('data')
    const cited = indicatorsFor(id, indicators).length > 0
    if (said === cited) return []
    return [{ id, gap: said ? ('no-indicator' as const) : ('not-said' as const) }]
  })
}
