import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'react-intl'
import { describe, expect, test } from 'vitest'
import { Chart } from '../../../app/charts/chart.tsx'
import { moved } from '../../../app/charts/mark-reader.tsx'
import { Sparkline } from '../../../app/charts/sparkline.tsx'
import { StaticChart } from '../../../app/charts/static-chart.tsx'
import { readMessages } from '../../../app/messages/build.ts'
import { sparkline } from '../../../server/domain/charts/sparkline.ts'
import { sampleCharts, sampleFunnel, sampleLine, sampleRows } from './sample-charts.ts'

const words: Record<string, string> = { ...readMessages('en'), 'chart.table': 'As table' }
const charts = sampleCharts()
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

describe.each(charts.map((chart) => [`${chart.kind} ${chart.direction}`, chart] as const))('%s', (_name, chart) => {
  const drawing = renderToStaticMarkup(<StaticChart spec={chart} />)
  const whole = renderToStaticMarkup(
    <IntlProvider locale="en" messages={words}>
      <Chart spec={chart} />
    </IntlProvider>,
  )

  test('is an image with a name and a description', () => {
    expect(drawing).toContain('role="img"')
    expect(drawing).toContain(`<title id="${chart.id}-wide-title">${chart.title}</title>`)
    expect(drawing).toContain(`<desc id="${chart.id}-wide-summary">${chart.summary}</desc>`)
  })
  test('has no inline style, which the content security policy forbids', () => {
    expect(whole).not.toMatch(/\sstyle=|<style/)
  })
  test('has no number that is none', () => {
    expect(whole).not.toMatch(/NaN|Infinity|undefined/)
  })
  test('uses each id once on its page', () => {
    const ids = [...whole.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
  })
  test('carries its whole table without JavaScript', () => {
    expect(whole).toContain('<summary>As table')
    expect(count(whole, /<tr>/g)).toBe(chart.table.rows.length + 1)
    for (const cell of chart.table.rows.flat()) expect(whole).toContain(`>${cell}<`)
  })
})

test('a line is drawn in as many pieces as it has stretches, with its limit named', () => {
  const drawing = renderToStaticMarkup(<StaticChart spec={sampleLine()} />)
  expect(count(drawing, /class="chart-line chart-main"/g)).toBe(2)
  expect(count(drawing, /class="chart-line chart-peer"/g)).toBe(1)
  expect(count(drawing, /chart-dot-alone/g)).toBe(1)
  expect(drawing).toContain('Target: at least 57 %')
  expect(drawing).toContain('>Here</text>')
})

test('few cases are hatched, not only coloured', () => {
  expect(renderToStaticMarkup(<StaticChart spec={sampleLine()} />)).toContain('fill="url(#line-wide-few)"')
  expect(renderToStaticMarkup(<StaticChart spec={sampleRows('bar')} />)).toContain('fill="url(#bar-wide-few)"')
  expect(renderToStaticMarkup(<StaticChart spec={sampleFunnel()} />)).toContain('fill="url(#funnel-wide-few)"')
})

test('a funnel has a mark for each facility, and triangles for those beyond the limits', () => {
  const drawing = renderToStaticMarkup(<StaticChart spec={sampleFunnel()} />)
  expect(count(drawing, /class="chart-point /g)).toBe(sampleFunnel().points.length)
  expect(drawing).toMatch(/<path class="chart-point chart-point-above-998"/)
  expect(drawing).toMatch(/<path class="chart-point chart-point-below-998"/)
  expect(count(drawing, /class="chart-curve /g)).toBe(4)
})

test('a missing row is words in its place; a nought is a bar of no length', () => {
  const drawing = renderToStaticMarkup(<StaticChart spec={sampleRows('bar')} />)
  expect(count(drawing, /class="chart-bar"/g)).toBe(3)
  expect(drawing).toContain('>not reported</text>')
})

test('a sparkline is named by its summary', () => {
  const spec = sparkline({ id: 's', direction: 'ltr', summary: 'Rising since May', values: [1, null, 2, 3] })
  expect(renderToStaticMarkup(<Sparkline spec={spec} />)).toContain('aria-label="Rising since May"')
})

test.each([
  ['ArrowRight', -1, 'ltr', 0],
  ['ArrowLeft', 3, 'ltr', 2],
  ['ArrowLeft', 3, 'rtl', 4],
  ['ArrowDown', 4, 'ltr', 4],
  ['ArrowUp', -1, 'ltr', 4],
  ['Home', 3, 'ltr', 0],
  ['End', 0, 'ltr', 4],
  ['Escape', 2, 'ltr', null],
  ['a', 2, 'ltr', undefined],
] as const)('%s from place %i of five (%s) goes to %s', (key, at, direction, place) => {
  expect(moved(key, at, 5, direction)).toBe(place)
})
