import { sourceConfidence, sourceKind } from '../sources/index.ts'
import type { Indicator } from './define.ts'
import { formulaText } from './formula-text.ts'

/** A definition as data; its formula as it is written, so that a reader can follow the arithmetic. */
export function describeIndicator(definition: Indicator) {
  const { compute, examples: _, ...facts } = definition
  return {
    ...facts,
    formula: formulaText(compute),
    thresholds: definition.thresholds.map((threshold) => ({ ...threshold, ...ownership(threshold.source) })),
  }
}

function ownership(source: Indicator['thresholds'][number]['source']) {
  return { kind: sourceKind(source), confidence: sourceConfidence(source) }
}

export type IndicatorFacts = ReturnType<typeof describeIndicator>
