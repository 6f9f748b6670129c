import type { Api } from '../../server/caller.server.ts'
import { rowChart } from '../../server/domain/charts/row-chart.ts'
import type { RowChart } from '../../server/domain/charts/spec.ts'
import type { Unit } from '../../server/domain/indicators/define.ts'
import type { Reading } from '../../server/domain/indicators/reading.ts'
import type { Reader } from '../reader.server.ts'

type Family = Awaited<ReturnType<Api['outcomes']['cohorts']>>[number]

/** Cohorts of one definition, which their title says. */
export interface FamilyShown extends Pick<Family, 'cohorts' | 'change'> {
  id: string
  title: string
  /** What may be said of the last two, as a sentence. */
  finding: string
  chart: RowChart
}

/** What is read beside coming back: how people do, and how many could be asked. */
export const beside = [
  'positive-reintegration-90d',
  'positive-reintegration-90d-of-all',
  'followup-90-reached',
  'post-release-deaths-30d',
] as const

/** One of them in the month, of as many facilities as reported. */
export interface BesideRow {
  id: string
  title: string
  unit: Unit
  reading: Reading
}

export function familyShown(family: Family, reader: Reader): FamilyShown {
  const { intl, words } = reader
  const title = intl.formatMessage(
    { id: 'outcomes.family' },
    {
      event: words.code('reoffending_definition', family.definition) ?? family.definition,
      start: words.code('cohort_start', family.start) ?? family.start,
      months: family.months,
    },
  )
  const id = `cohorts-${family.definition}-${family.months}-${family.start}`.replaceAll('_', '-')
  const finding = intl.formatMessage({ id: `outcomes.change.${family.change ?? 'none'}` })
  // Whoever has the file alone has the definition too.
  const whole = intl.formatMessage({ id: 'outcomes.chart.title' }, { family: title, finding })
  const { cohorts, change } = family
  return { id, title, finding, cohorts, change, chart: cohortChart(id, whole, family, reader) }
}

function cohortChart(id: string, title: string, { cohorts }: Family, { intl, format, direction }: Reader): RowChart {
  return rowChart({
    id,
    kind: 'dot-interval',
    title,
    summary: intl.formatMessage({ id: 'outcomes.chart.summary' }, { count: cohorts.length }),
    direction,
    x: intl.formatMessage({ id: 'outcomes.chart.x' }),
    format: (value) => format.percent(value),
    rows: cohorts.map(({ from, to, share }) => ({
      id: to,
      name: intl.formatMessage({ id: 'outcomes.cohort' }, { from: format.day(from), to: format.day(to) }),
      ...(share
        ? { value: share.value, low: share.low, high: share.high }
        : { none: intl.formatMessage({ id: 'outcomes.unlinked.all' }) }),
    })),
    words: {
      row: intl.formatMessage({ id: 'outcomes.cohort.head' }),
      interval: (low, high) => intl.formatMessage({ id: 'figure.interval' }, { low, high }),
    },
  })
}
