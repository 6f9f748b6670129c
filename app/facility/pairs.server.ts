import type { Api } from '../../server/caller.server.ts'
import { type PairId, pairsShown } from '../../server/domain/indicators/pairs.ts'
import type { Reading } from '../../server/domain/indicators/reading.ts'
import type { Reader } from '../reader.server.ts'

type Facts = Awaited<ReturnType<Api['indicators']['list']>>[number]
type Series = Awaited<ReturnType<Api['indicators']['series']>>['series'][number]

/** One figure of a pair. */
export interface PairFigure {
  id: string
  title: string
  unit: Facts['unit']
  reading: Reading
}

export interface PairRow {
  id: PairId
  first: PairFigure
  second: PairFigure
}

/** The pairs of a facility's month: both figures, known or not. */
export function pairRows(own: readonly Series[], facts: readonly Facts[], { words }: Reader): PairRow[] {
  const readings = new Map(own.map(({ indicatorId, readings }) => [indicatorId, readings.at(-1)]))
  const units = new Map(facts.map(({ id, unit }) => [id, unit]))
  const figureOf = (id: string): PairFigure | undefined => {
    const [reading, unit] = [readings.get(id), units.get(id)]
    return reading && unit && { id, title: words.indicator(id)?.title ?? id, unit, reading }
  }
  return pairsShown((id) => readings.get(id)?.figure.state === 'counted').flatMap(({ id, indicators }) => {
    const [first, second] = [figureOf(indicators[0]), figureOf(indicators[1])]
    return first && second ? [{ id, first, second }] : []
  })
}
