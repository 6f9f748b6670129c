import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { svgOf } from '../../../app/charts/chart-file.server.tsx'
import { chartRows } from '../../../app/charts/chart-rows.ts'
import { fileStyle } from '../../../app/charts/file-style.ts'
import { sampleControl, sampleFunnel, sampleHeat, sampleLine, sampleMultiples, sampleRows } from './sample-charts.ts'

const about = ['Source: returns of Vesmoria & its <prisons>', 'Serious concern: above 40 % (Local default)']
const charts = [
  sampleLine(),
  sampleLine('rtl'),
  sampleControl(),
  sampleFunnel(),
  sampleRows(),
  sampleRows('bar'),
  sampleHeat(),
  sampleMultiples(),
]

describe.each(charts.map((chart) => [`${chart.kind} ${chart.direction}`, chart] as const))(
  '%s as a file',
  (_name, chart) => {
    const svg = svgOf(chart, about)
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1])

    test('says in itself what it is, from whom, and whose its thresholds are', () => {
      for (const text of [chart.title, 'Source: returns of Vesmoria &amp; its &lt;prisons&gt;', about[1]!]) {
        expect(texts).toContain(text)
      }
    })
    test('stands alone: no custom property, no address, no script', () => {
      expect(svg).toMatch(/^<\?xml .*\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
      expect(svg).not.toMatch(/var\(|<script|href=|@media|@container/)
      expect(svg).toContain('.chart-main.chart-line')
      expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    })
    test('every element that it opens it closes', () => {
      const open: string[] = []
      for (const [, close, name, empty] of svg.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/gi)) {
        if (close) expect(open.pop()).toBe(name)
        else if (!empty) open.push(name!)
      }
      expect(open).toEqual([])
    })
  },
)

test('the style of a file gives each role its own colour, and each part one that is a colour', () => {
  const style = fileStyle(readFileSync(new URL('../../../app/charts/charts.css', import.meta.url), 'utf8'))
  expect(style).toContain('.chart-main.chart-line')
  expect(style).toMatch(/\.chart-main \.chart-bar[^{]*\{[^}]*#0b5cad/)
  expect(style).toMatch(/\.chart-peer \.chart-bar[^{]*\{[^}]*#7b8794/)
  expect(style).toMatch(/\.chart-text-breach\{[^}]*#b3261e/)
})

describe('the figures of a file', () => {
  test('of a control chart: a number or the words, the limits, what stands out and what happened', () => {
    const rows = chartRows(sampleControl())
    const head = rows[0]!
    const row = (at: number) => Object.fromEntries(head.map((name, column) => [name, rows[at + 1]![column]]))
    expect(row(5)).toMatchObject({
      month: '2024-06',
      'Here: value': null,
      'Here: words': 'withheld',
      'Upper limit': null,
    })
    expect(row(8)).toMatchObject({ 'Here: value': 90, 'Upper limit': 78, stands_out: 'above the upper limit' })
    expect(row(2).events).toBe('New law on remand; Capacity changed')
  })
  test('of rows: nought is nought and missing is empty', () => {
    const rows = chartRows(sampleRows())
    expect(rows.slice(3, 5)).toEqual([
      ['c', 'Silent', null, 'not reported', null, null, 45],
      ['d', 'None', 0, '0.0 %', null, null, 45],
    ])
  })
  test('of a funnel: every facility with its outcome', () => {
    expect(chartRows(sampleFunnel())).toHaveLength(sampleFunnel().points.length + 1)
  })
})
