import type { SerializeFrom } from '@remix-run/node'
import type { Api } from '../../server/caller.server.ts'
import type { Threshold, Unit } from '../../server/domain/indicators/define.ts'
import type { SourceId } from '../../server/domain/sources/index.ts'
import type { MessageId } from '../messages/ids.ts'
import type { Reader } from '../reader.server.ts'
import { type RuleLink, ruleCited, ruleLink, ruleName } from '../rules/rule-words.server.ts'

type Facts = Awaited<ReturnType<Api['indicators']['get']>>

/** One threshold in words, with its source. */
export interface ThresholdRow {
  level: Threshold['level']
  bounds: string
  source: SourceId
  sourceName?: string
  localTolerance: boolean
}

const bounds = [
  ['above', 'indicator.bound.above'],
  ['atLeast', 'indicator.bound.at-least'],
  ['below', 'indicator.bound.below'],
  ['atMost', 'indicator.bound.at-most'],
] as const

/** The thresholds of an indicator in the reader's words, in the order of the catalogue. */
export function thresholdRows({ thresholds, unit }: Facts, { intl, format, words }: Reader): ThresholdRow[] {
  return thresholds.map((threshold) => {
    return {
      level: threshold.level,
      bounds: boundsOf(threshold, unit, { intl, format }),
      source: threshold.source,
      sourceName: words.source(threshold.source),
      localTolerance: threshold.localTolerance ?? false,
    }
  })
}

/** The bounds of a threshold in words: "above 100". */
export function boundsOf(threshold: Threshold, unit: Unit, { intl, format }: Pick<Reader, 'intl' | 'format'>): string {
  return format.list(
    bounds.flatMap(([bound, id]) => {
      const at = threshold[bound]
      return at === undefined ? [] : [intl.formatMessage({ id }, { value: format.figure(at, unit) })]
    }),
  )
}

/** A rule that an indicator is evidence for, as it is cited: with its paragraph, and the page of the rule. */
export function rulesCited({ rules }: Facts, reader: Reader): RuleLink[] {
  return rules.flatMap((citation) => {
    const id = ruleCited(citation)
    return id === undefined ? [] : [{ ...ruleLink(id, reader), name: ruleName(citation, reader) }]
  })
}

/** The name of a way of breaking a figure down. */
export function dimensionName(dimension: string, { intl }: Reader): string {
  const id = `breakdown.${dimension}` as MessageId
  return id in intl.messages ? intl.formatMessage({ id }) : dimension
}

/** Whether a figure without an interval is one that needs none: everybody is counted, or each case stands for itself. */
export function isComplete({ statistics }: Pick<Facts, 'statistics'>): boolean {
  return statistics === 'complete-count' || statistics === 'case-by-case'
}

/** All that the page of an indicator says of its definition. */
export function definitionOf(facts: Facts, reader: Reader) {
  const { words } = reader
  const { from, until } = facts
  return {
    id: facts.id,
    unit: facts.unit,
    formula: facts.formula,
    timeBasis: facts.timeBasis,
    frequency: facts.frequency,
    madeOf: facts.madeOf,
    statistics: facts.statistics,
    version: facts.version,
    from: from && reader.format.month(from),
    until: until && reader.format.month(until),
    history: historyOf(facts, reader),
    words: words.indicator(facts.id),
    thresholds: thresholdRows(facts, reader),
    rules: rulesCited(facts, reader),
    citations: (facts.citations ?? []).map((source) => ({ source, name: words.source(source) })),
    breakdowns: facts.breakdowns.map((dimension) => dimensionName(dimension, reader)),
    paired: (facts.pairedWith ?? []).map((id) => ({ id, title: words.indicator(id)?.title ?? id })),
  }
}

/** The versions of a definition, the newest first, each with its months, its formula and what changed with it. */
export function historyOf({ id, history }: Facts, { words, format }: Reader) {
  return history.toReversed().map(({ version, from, until, formula }) => ({
    version,
    from: from && format.month(from),
    until: until && format.month(until),
    formula,
    changed: words.indicator(id)?.changed?.[version],
  }))
}

/** The same as it arrives in the page. */
export type DefinitionShown = SerializeFrom<typeof definitionOf>
