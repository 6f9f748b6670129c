import type { Api } from '../../server/caller.server.ts'
import type { Unit } from '../../server/domain/indicators/define.ts'
import { type ThresholdRow, thresholdRows } from '../indicators/definition.server.ts'
import type { Reader } from '../reader.server.ts'

/** What a reader is told of an indicator where its figure stands: what it measures, how it can mislead, and whose its thresholds are. */
export interface Help {
  id: string
  title: string
  measures: string
  pitfalls: string
  unit: Unit
  thresholds: ThresholdRow[]
}

/** The help on an indicator, from its definition and the words beside it. */
export function helpOn(facts: Awaited<ReturnType<Api['indicators']['get']>>, reader: Reader): Help {
  const words = reader.words.indicator(facts.id)
  return {
    id: facts.id,
    title: words?.title ?? facts.id,
    measures: words?.measures ?? '',
    pitfalls: words?.pitfalls ?? '',
    unit: facts.unit,
    thresholds: thresholdRows(facts, reader),
  }
}
