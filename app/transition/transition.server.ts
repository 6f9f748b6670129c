import type { Api } from '../../server/caller.server.ts'
import { rowChart } from '../../server/domain/charts/row-chart.ts'
import type { RowChart } from '../../server/domain/charts/spec.ts'
import type { Reading } from '../../server/domain/indicators/reading.ts'
import { type Partner, partnerStandings, readyTogether, transitionSteps } from '../../server/domain/transition/steps.ts'
import type { Reader } from '../reader.server.ts'
import { absentWords } from '../series-chart.server.ts'

type Answer = Awaited<ReturnType<Api['transition']['steps']>>
type Steps = Answer['whole']

/** One step of the way out with its share of twelve months. */
export interface StepRow {
  id: string
  title: string
  partner: Partner | null
  reading: Reading
  months: number
}

/** A region with the share of each step, in the order of the steps. */
export interface RegionRow {
  key: string
  name: string
  steps: StepRow[]
}

/** A partner, and the steps that it fails or of which nothing can be said. */
export interface PartnerRow {
  partner: Partner
  failing: string[]
  unknown: string[]
}

export interface TransitionShown {
  steps: StepRow[]
  regions: RegionRow[]
  partners: PartnerRow[]
  chart: RowChart
}

/** The steps of a place and its regions in words, and which partner fails. */
export function transitionShown(answer: Answer, place: string, reader: Reader): TransitionShown {
  const steps = rowsOf(answer.whole, reader)
  const title = (id: string) => reader.words.indicator(id)?.title ?? id
  const standings = partnerStandings(
    steps.flatMap(({ id, partner, reading }) => (partner ? [{ indicator: id, partner, reading }] : [])),
  )
  return {
    steps,
    regions: answer.regions.map(({ key, name, steps }) => ({ key, name, steps: rowsOf(steps, reader) })),
    partners: standings.map(({ partner, failing, unknown }) => ({
      ...{ partner, failing: failing.map(title), unknown: unknown.map(title) },
    })),
    chart: stepsChart(steps, place, reader),
  }
}

function rowsOf(steps: Steps, { words }: Reader): StepRow[] {
  return steps.map(({ indicator, reading, months }) => ({
    id: indicator,
    title: words.indicator(indicator)?.title ?? indicator,
    partner: transitionSteps.find((step) => step.indicator === indicator)?.partner ?? null,
    reading,
    months,
  }))
}

function stepsChart(steps: readonly StepRow[], place: string, reader: Reader): RowChart {
  const { intl, format, direction } = reader
  const known = steps.filter(({ reading }) => reading.figure.state === 'counted').length
  return rowChart({
    id: 'transition',
    kind: 'dot-interval',
    title: intl.formatMessage({ id: 'transition.chart.title' }, { place }),
    summary: intl.formatMessage({ id: 'transition.chart.summary' }, { known, all: steps.length }),
    direction,
    x: intl.formatMessage({ id: 'unit.percent' }, { count: 2 }),
    format: (value) => format.figure(value, 'percent'),
    rows: steps.map(({ id, title, reading: { figure, interval, verdict } }) => ({
      ...{ id, name: title, ...(id === readyTogether && { emphasis: true }) },
      ...(figure.state === 'counted'
        ? { value: figure.value, ...interval, few: 'why' in verdict && verdict.why === 'too-few' }
        : { none: absentWords(figure, intl) }),
    })),
    words: {
      row: intl.formatMessage({ id: 'transition.step' }),
      interval: (low, high) => intl.formatMessage({ id: 'figure.interval' }, { low, high }),
    },
  })
}
