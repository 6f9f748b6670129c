import { funnelChart } from '../../../server/domain/charts/funnel-chart.ts'
import { heatCalendar } from '../../../server/domain/charts/heat-chart.ts'
import { type GivenDatum, lineChart } from '../../../server/domain/charts/line-chart.ts'
import { multiplesChart } from '../../../server/domain/charts/multiples-chart.ts'
import { rowChart } from '../../../server/domain/charts/row-chart.ts'
import { scatterChart } from '../../../server/domain/charts/scatter-chart.ts'
import { survivalChart } from '../../../server/domain/charts/survival-chart.ts'
import { monthsFrom } from '../../../server/domain/period.ts'
import { funnel } from '../../../server/domain/statistics/funnel.ts'

/** Made-up charts for the tests of this folder: each has a gap, a value on few cases and a limit. */

const frame = (id: string, direction: 'ltr' | 'rtl') => ({
  id,
  direction,
  title: `Title of ${id}`,
  summary: `Summary of ${id}`,
})
const percent = (value: number) => `${value.toFixed(1)} %`
const interval = (low: string, high: string) => `(${low} to ${high})`

export const notReported: GivenDatum = { none: 'not reported' }

export const periods = monthsFrom('2024-01', '2024-12').map((id) => ({ id, label: `M${id}`, year: id.slice(0, 4) }))

/** Months 1–3, a gap, month 5 alone, a gap, months 7–12: two unbroken stretches and one lone month. */
export const gappy: GivenDatum[] = periods.map((_, at) => {
  if (at === 3 || at === 5) return notReported
  return { value: 50 + at, low: 40 + at, high: 60 + at, few: at === 0, ...(at === 8 && { signal: 'above the limit' }) }
})

export function sampleLine(direction: 'ltr' | 'rtl' = 'ltr', data = gappy) {
  return lineChart({
    ...frame('line', direction),
    periods,
    y: 'Share, %',
    format: percent,
    series: [
      { id: 'here', name: 'Here', role: 'main', data },
      { id: 'all', name: 'All', role: 'peer', data: periods.map(() => ({ value: 55 })) },
    ],
    limits: [{ at: 57, name: 'Target: at least 57 % (local default)', level: 'target' }],
    words: { period: 'Month', interval },
  })
}

/** A control chart with limits in steps, a gap, a signal that is named, and two events in one month. */
export function sampleControl(direction: 'ltr' | 'rtl' = 'ltr') {
  return lineChart({
    ...frame('control', direction),
    periods,
    y: 'Share, %',
    format: percent,
    series: [
      {
        id: 'here',
        name: 'Here',
        role: 'main',
        data: periods.map((_, at) => {
          if (at === 5) return { none: 'withheld' }
          return at === 8 ? { value: 90, signal: 'above the upper limit', mark: 'M9: above the limit' } : { value: 50 }
        }),
      },
    ],
    limits: [{ at: 53, name: 'Mean 53 %', level: 'reference' }],
    steps: [
      { name: 'Upper limit', at: periods.map((_, at) => (at === 5 ? null : 70 + at)) },
      { name: 'Lower limit', at: periods.map((_, at) => (at === 5 ? null : 30 - at)) },
    ],
    events: [
      { at: 2, name: 'New law on remand' },
      { at: 2, name: 'Capacity changed' },
      { at: 11, name: 'Refurbishment of the whole eastern wing, cell by cell' },
    ],
    words: { period: 'Month', interval, signal: 'Stands out', events: 'What happened' },
  })
}

/** Two panels with axes of unlike width over one time axis, the second with a gap and an interval. */
export function sampleMultiples(direction: 'ltr' | 'rtl' = 'ltr') {
  return multiplesChart({
    ...frame('multiples', direction),
    periods,
    panels: [
      {
        id: 'people',
        y: 'People',
        format: (value) => `${value} people`,
        series: [
          { id: 'held', name: 'Held', role: 'main', data: periods.map((_, at) => ({ value: 10_000 + 100 * at })) },
          { id: 'places', name: 'Places', role: 'second', data: periods.map(() => ({ value: 9000 })) },
        ],
      },
      { id: 'share', y: 'Share, %', format: percent, series: [{ id: 's', name: 'Share', role: 'main', data: gappy }] },
    ],
    words: { period: 'Month', interval },
  })
}

/** A calendar with a full, a part, an empty and no box. */
export function sampleHeat(direction: 'ltr' | 'rtl' = 'ltr') {
  const cells = periods.map((_, at) => {
    if (at === 0) return { share: null, shown: 'nothing expected' }
    return { share: at === 1 ? 0 : at === 2 ? 0.5 : 1, shown: `${at} of 12` }
  })
  return heatCalendar({
    ...frame('heat', direction),
    periods,
    rows: [
      { id: 'a', name: 'Health', cells },
      { id: 'b', name: 'Release readiness', cells },
    ],
    rowName: 'Area',
  })
}

export const places = [
  ...Array.from({ length: 30 }, (_, at) => ({
    id: `p${at}`,
    name: `Place ${at}`,
    numerator: 30 + (at % 5),
    denominator: 100 + at,
  })),
  { id: 'far', name: 'Farhold', numerator: 160, denominator: 200 },
  { id: 'low', name: 'Lowfield', numerator: 5, denominator: 150 },
  { id: 'tiny', name: 'Tinyton', numerator: 4, denominator: 6 },
]

export function sampleFunnel(direction: 'ltr' | 'rtl' = 'ltr', kind: 'share' | 'complete-count' = 'share') {
  return funnelChart({
    ...frame('funnel', direction),
    places,
    funnel: funnel(kind, places, { tooFewBelow: 10 }),
    per: 100,
    x: 'People held',
    y: 'Share, %',
    formatSize: String,
    format: percent,
    words: {
      place: 'Facility',
      outcome: 'Outcome',
      target: 'All',
      limits: { '95': '95 % limit', '998': '99.8 % limit' },
      marks: {
        within: 'within',
        'above-95': 'above 95',
        'above-998': 'above 99.8',
        'below-95': 'below 95',
        'below-998': 'below 99.8',
        few: 'too few',
        'no-limits': 'no limits',
      },
    },
  })
}

export function sampleRows(kind: 'dot-interval' | 'bar' = 'dot-interval', direction: 'ltr' | 'rtl' = 'ltr') {
  return rowChart({
    ...frame(kind, direction),
    kind,
    rows: [
      { id: 'a', name: 'Zeta', value: 40, low: 30, high: 50 },
      { id: 'b', name: 'Alpha', value: 60, low: 35, high: 80, few: true },
      { id: 'c', name: 'Silent', none: 'not reported' },
      { id: 'd', name: 'None', value: 0 },
    ],
    x: 'Share, %',
    format: percent,
    limits: [{ at: 45, name: 'Country', level: 'reference' }],
    words: { row: 'Facility', interval },
  })
}

/** A chart of every kind and in both directions. */
export const sampleCharts = () => [
  sampleLine(),
  sampleFunnel(),
  sampleRows(),
  sampleRows('bar'),
  sampleLine('rtl'),
  sampleControl(),
  sampleControl('rtl'),
  sampleHeat(),
  sampleMultiples(),
  sampleMultiples('rtl'),
  sampleSurvival(),
  sampleSurvival('rtl'),
]

export function sampleSurvival(direction: 'ltr' | 'rtl' = 'ltr') {
  return survivalChart({
    ...frame('survival', direction),
    points: [
      { time: 3, value: 60, low: 50, high: 70, left: 1200 },
      { time: 7, value: 30, low: 22, high: 38, left: 40 },
      { time: 15, value: 0, low: null, high: null, left: 0 },
    ],
    limits: [{ at: 15, name: '15 days', level: 'breach' }],
    format: percent,
    formatCount: String,
    words: { time: 'Days', value: 'Still lasting', left: 'Still followed', half: 'Half', interval },
  })
}

export function sampleScatter(direction: 'ltr' | 'rtl' = 'ltr') {
  return scatterChart({
    ...frame('scatter', direction),
    points: [
      { id: 'a', name: 'Ash', x: 10, y: 90 },
      { id: 'b', name: 'Beech', x: 50, y: 20 },
      { id: 'c', name: 'Cedar', x: 90, y: 55 },
    ],
    x: { label: 'Full, %', format: percent },
    y: { label: 'Visited, %', format: percent },
    words: { place: 'Facility' },
  })
}
