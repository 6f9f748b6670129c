import type { Api } from '../../server/caller.server.ts'
import type { Reading } from '../../server/domain/indicators/reading.ts'
import type { Standing } from '../../server/domain/indicators/standing.ts'
import type { Reader } from '../reader.server.ts'

type Facts = Awaited<ReturnType<Api['indicators']['list']>>[number]
type Series = Awaited<ReturnType<Api['indicators']['series']>>['series'][number]

/** One indicator in a list: what it is, and its figure of the whole place in the month. */
export interface IndicatorRow extends Pick<Facts, 'id' | 'area' | 'tier' | 'unit' | 'madeOf'> {
  title: string
  measures: string
  hasHardLimit: boolean
  reading?: Pick<Reading, 'figure' | 'verdict'>
  reporting: number
  expected: number
  /** How many facilities have each verdict; absent where it was not asked. */
  standing?: Standing
}

/** Indicators with their figures; `series` are those of the place, the last month of each is shown, `standings` those of its facilities. */
export function indicatorRows(
  facts: readonly Facts[],
  series: readonly Series[],
  { words }: Reader,
  standings: readonly { indicator: string; standing: Standing }[] = [],
): IndicatorRow[] {
  const known = new Map(series.map((row) => [row.indicatorId, row]))
  return facts.map(({ id, area, tier, unit, madeOf, thresholds }) => {
    const row = known.get(id)
    const reading = row?.readings.at(-1)
    const spoken = words.indicator(id)
    return {
      id,
      area,
      tier,
      unit,
      madeOf,
      title: spoken?.title ?? id,
      measures: spoken?.measures ?? '',
      hasHardLimit: thresholds.some(({ level }) => level === 'breach'),
      reading: reading && { figure: reading.figure, verdict: reading.verdict },
      reporting: row?.reporting?.at(-1) ?? 0,
      expected: row?.expected?.at(-1) ?? 0,
      standing: standings.find((one) => one.indicator === id)?.standing,
    }
  })
}
