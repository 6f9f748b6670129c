import { sourceConfidence, sourceKind } from '../sources/index.ts'
import type { Indicator } from './define.ts'
import { formulaText } from './formula-text.ts'
import { versionsOf } from './versions.ts'

const described = new WeakMap<Indicator, IndicatorFacts>()

/** A definition as data, with the versions that it replaced; its formula as it is written, so that a reader can follow the arithmetic. Made once each. */
export function describeIndicator(definition: Indicator): IndicatorFacts {
  const known = described.get(definition) ?? factsOf(definition)
  described.set(definition, known)
  return known
}

function factsOf(definition: Indicator) {
  const { compute, examples: _, earlier: __, ...facts } = definition
  return {
    ...facts,
    formula: formulaText(compute),
    history: versionsOf(definition).map(({ version, from, until, compute }) => ({
      version,
      from,
      until,
      formula: formulaText(compute),
    })),
    thresholds: definition.thresholds.map((threshold) => ({ ...threshold, ...ownership(threshold.source) })),
  }
}

function ownership(source: Indicator['thresholds'][number]['source']) {
  return { kind: sourceKind(source), confidence: sourceConfidence(source) }
}

export type IndicatorFacts = ReturnType<typeof factsOf>
