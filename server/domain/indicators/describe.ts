import { sourceConfidence, sourceKind } from '../sources/index.ts'
import type { Indicator } from './define.ts'

/** A definition as data: everything but the formula itself, which the needs and the words describe. */
export function describeIndicator(definition: Indicator) {
  const { compute: _, examples: __, ...facts } = definition
  return {
    ...facts,
    thresholds: definition.thresholds.map((threshold) => ({ ...threshold, ...ownership(threshold.source) })),
  }
}

function ownership(source: Indicator['thresholds'][number]['source']) {
  return { kind: sourceKind(source), confidence: sourceConfidence(source) }
}

export type IndicatorFacts = ReturnType<typeof describeIndicator>
