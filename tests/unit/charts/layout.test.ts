import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { periodTicks } from '../../../server/domain/charts/axis.ts'
import { layoutHeat } from '../../../server/domain/charts/heat-layout.ts'
import { apart, lineHeight, shortened, textWidth, wrapped } from '../../../server/domain/charts/labels.ts'
import { chartHeight, chartWidths, drawnSize, layoutChart } from '../../../server/domain/charts/layout.ts'
import { layoutLine, stretches } from '../../../server/domain/charts/line-layout.ts'
import { layoutMultiples } from '../../../server/domain/charts/multiples-layout.ts'
import { outlierLabels } from '../../../server/domain/charts/outlier-labels.ts'
import { layoutSparkline, sparkline } from '../../../server/domain/charts/sparkline.ts'
import { monthsFrom } from '../../../server/domain/period.ts'
import {
  gappy,
  notReported,
  periods,
  sampleControl,
  sampleFunnel,
  sampleHeat,
  sampleLine,
  sampleMultiples,
  sampleRows,
} from './sample-charts.ts'

const moves = (paths: { d: string }[]) => paths.map(({ d }) => d.match(/M/g)?.length)

describe('gaps', () => {
  test('are never joined: one path for each unbroken stretch, a dot for a month alone', () => {
    const layout = layoutLine(sampleLine(), 760, 300)
    const main = layout.paths.filter((path) => path.role === 'main')
    expect(main).toHaveLength(2)
    expect(moves(main)).toEqual([1, 1])
    expect(layout.dots.filter((dot) => dot.reason === 'alone')).toHaveLength(1)
    expect(layout.bands).toHaveLength(2)
  })
  test('no path passes the x of a missing month, whatever is missing', () => {
    const holes = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(holes, (missing) => {
        const layout = layoutLine(
          sampleLine(
            'ltr',
            gappy.map((_, at) => (missing[at] ? notReported : { value: at })),
          ),
          760,
          300,
        )
        const drawn = layout.paths.filter((path) => path.role === 'main')
        for (const [at, isMissing] of missing.entries()) {
          const crossing = drawn.filter(({ d }) => {
            const xs = [...d.matchAll(/[ML]([\d.]+),/g)].map((match) => Number(match[1]))
            return xs[0]! <= layout.periodX[at]! && layout.periodX[at]! <= xs.at(-1)!
          })
          if (isMissing) expect(crossing).toHaveLength(0)
        }
        const alone = stretches(missing.map((hole) => (hole ? null : 1))).filter(([first, last]) => first === last)
        expect(layout.dots.filter((dot) => dot.role === 'main').length).toBeGreaterThanOrEqual(alone.length)
      }),
    )
  })
  test('a sparkline keeps them too, and shows nothing for nothing', () => {
    const spec = { id: 's', direction: 'ltr', summary: 's' } as const
    const layout = layoutSparkline(sparkline({ ...spec, values: [1, 2, null, 3, null, 4, 5] }))
    expect(layout.paths).toHaveLength(2)
    expect(layout.dots).toHaveLength(1)
    expect(layoutSparkline(sparkline({ ...spec, values: [null, null] }))).toMatchObject({
      paths: [],
      dots: [],
      last: null,
    })
  })
})

describe('right to left', () => {
  test.each([
    sampleLine,
    sampleControl,
    sampleFunnel,
    sampleHeat,
    sampleMultiples,
    (direction: 'ltr' | 'rtl') => sampleRows('bar', direction),
  ])('is the mirror of left to right', (make) => {
    const [here, there] = [layoutChart(make('ltr'), 760), layoutChart(make('rtl'), 760)]
    expect(there.labels.map((label) => Math.round(760 - label.x))).toEqual(
      here.labels.map((label) => Math.round(label.x)),
    )
    expect(there.plot.x).toBeCloseTo(760 - here.plot.x - here.plot.width, 0)
  })
  test('time runs from right to left', () => {
    const { periodX } = layoutLine(sampleLine('rtl'), 760, 300)
    expect(periodX[0]!).toBeGreaterThan(periodX.at(-1)!)
  })
})

describe.each(Object.entries(chartWidths))('at %s width', (_name, width) => {
  test.each([
    sampleLine(),
    sampleControl(),
    sampleFunnel(),
    sampleHeat(),
    sampleMultiples(),
    sampleRows(),
    sampleRows('bar'),
  ])('$kind stays in its box', (chart) => {
    const layout = layoutChart(chart, width)
    for (const label of layout.labels) {
      expect(label.x).toBeGreaterThanOrEqual(0)
      expect(label.x).toBeLessThanOrEqual(width)
      expect(label.y).toBeLessThanOrEqual(layout.height)
      const end = label.x + Math.max(...label.lines.map((line) => textWidth(line)))
      if (label.anchor === 'start') expect(end).toBeLessThanOrEqual(width + 4)
    }
  })
})

describe('small multiples', () => {
  const spec = sampleMultiples()
  const layout = layoutMultiples(spec, 760)
  test('a month stands at one x in every panel, however wide the words of its axis', () => {
    const [first, second] = layout.panels
    expect(second!.layout.periodX).toEqual(first!.layout.periodX)
    expect(layout.periodX).toHaveLength(spec.periods.length)
  })
  test('panels stand one under the other, each with its lines and its gaps', () => {
    const [first, second] = layout.panels
    expect(second!.y).toBeGreaterThanOrEqual(first!.y + first!.layout.height)
    expect(first!.layout.paths).toHaveLength(2)
    expect(second!.layout.paths).toHaveLength(2)
  })
  test('one table says every value of every panel', () => {
    expect(spec.table.columns).toEqual(['Month', 'Held', 'Places', 'Share'])
    expect(spec.table.rows[3]).toEqual(['M2024-04', '10300 people', '9000 people', 'not reported'])
  })
})

describe('control limits and events', () => {
  const layout = layoutLine(sampleControl(), 760, chartHeight(sampleControl()))
  test('limits go in steps a month wide and break where a month is missing', () => {
    expect(layout.steps).toHaveLength(4)
    expect(layout.steps[0]!.match(/V/g)).toHaveLength(4)
    expect(layout.steps[1]!.match(/V/g)).toHaveLength(5)
  })
  test('a month that stands out is marked and named by its rule', () => {
    expect(layout.dots.filter((dot) => dot.reason === 'signal')).toHaveLength(1)
    expect(layout.labels.some((label) => label.lines[0] === 'M9: above the limit')).toBe(true)
  })
  test('each event is a line through the plot; words of one month stand over each other, above the plot', () => {
    const lines = layout.rules.filter((rule) => rule.tone === 'event')
    expect(lines.map((rule) => rule.x1)).toEqual([layout.periodX[2], layout.periodX[2], layout.periodX[11]])
    for (const line of lines) expect(line.y2).toBe(layout.plot.y + layout.plot.height)
    const words = layout.labels.filter((label) => ['New law on remand', 'Capacity changed'].includes(label.lines[0]!))
    expect(words).toHaveLength(2)
    expect(Math.abs(words[0]!.y - words[1]!.y)).toBeGreaterThanOrEqual(lineHeight)
    for (const word of words) expect(word.y).toBeLessThanOrEqual(layout.plot.y)
  })
  test('a tenth event of one month keeps its line, and no words cover others', () => {
    const crowd = {
      ...sampleControl(),
      events: Array.from({ length: 10 }, () => ({ at: 4, name: 'New law on remand' })),
    }
    const crowded = layoutLine(crowd, 400, chartHeight(crowd))
    expect(crowded.rules.filter((rule) => rule.tone === 'event')).toHaveLength(10)
    const words = crowded.labels.filter((label) => label.full === 'New law on remand')
    expect(new Set(words.map((label) => label.y)).size).toBe(words.length)
    expect(words).toHaveLength(3)
  })
  test.each([
    ['nothing', periods.map(() => notReported), 0, 0],
    ['one month', periods.map((_, at) => (at === 4 ? { value: 0 } : notReported)), 0, 1],
    ['noughts only', periods.map(() => ({ value: 0 })), 1, 1],
  ])('of %s is still a chart', (_name, data, paths, dots) => {
    const drawn = layoutLine(sampleLine('ltr', data), 400, 300)
    expect(drawn.paths.filter((path) => path.role === 'main')).toHaveLength(paths)
    expect(drawn.dots.filter((dot) => dot.role === 'main')).toHaveLength(dots)
  })
})

describe.each(['ltr', 'rtl'] as const)('a calendar, %s', (direction) => {
  const layout = layoutHeat(sampleHeat(direction), 760)
  test('has a box for each month of each row, filled as far as it is complete, and none where nothing was expected', () => {
    expect(layout.boxes).toHaveLength(24)
    const [none, empty, half, full] = layout.boxes
    expect(none!.filled).toBeNull()
    expect(empty!.filled).toBe(0)
    expect(half!.filled).toBeCloseTo(half!.height / 2, 0)
    expect(full!.filled).toBe(full!.height)
  })
  test('months run in the reading direction, and boxes never touch', () => {
    const [first, second] = layout.boxes
    expect(first!.x < second!.x).toBe(direction === 'ltr')
    expect(Math.abs(first!.x - second!.x)).toBeGreaterThan(first!.width)
    for (const box of layout.boxes) expect(box.x + box.width).toBeLessThanOrEqual(760)
  })
})

test('the latest month of a calendar is always written, however narrow it is', () => {
  for (const width of [280, 400, 760]) {
    const last = layoutHeat(sampleHeat(), width).labels.find((label) => label.lines[0] === periods.at(-1)!.label)
    // Places are rounded to a tenth of a pixel.
    expect(last!.x + textWidth(last!.lines[0]!) / 2).toBeLessThanOrEqual(width + 0.1)
  }
})

describe('rows', () => {
  const layout = layoutChart(sampleRows(), 760)
  if (layout.kind !== 'dot-interval') throw new Error('another kind')
  test('a missing row has no mark, a nought has one', () => {
    expect(layout.rows.map((row) => row.mark !== null)).toEqual([true, true, false, true])
    expect(layout.labels.some((label) => label.lines[0] === 'not reported')).toBe(true)
  })
  test('an interval holds its dot', () => {
    for (const { mark, interval } of layout.rows) {
      if (!mark || !interval) continue
      expect(interval.low).toBeLessThan(mark.to)
      expect(interval.high).toBeGreaterThan(mark.to)
    }
  })
})

describe('funnel', () => {
  test('names the outliers and nobody else', () => {
    const named = layoutChart(sampleFunnel(), 760).labels.filter((label) => label.tone === 'outlier')
    expect(named.map((label) => label.lines[0]).sort()).toEqual(['Farhold', 'Lowfield'])
  })
})

test('names of a crowd of outliers never cover each other; those that do not fit are left to the table', () => {
  const crowd = Array.from({ length: 12 }, (_, at) => ({
    id: `o${at}`,
    x: 300 + (at % 3) * 8,
    y: 150 + at * 3,
    mark: 'above-998' as const,
  }))
  const named = crowd.map((one) => ({ ...sampleFunnel().points[0]!, id: one.id, name: `Facility ${one.id}` }))
  const labels = outlierLabels(crowd, named, { left: 40, right: 700, top: 30, bottom: 380 })
  expect(labels.length).toBeGreaterThan(1)
  expect(labels.length).toBeLessThan(crowd.length)
  const boxes = labels.map((label) => {
    const width = textWidth(label.lines[0]!)
    const left = label.anchor === 'start' ? label.x : label.x - (label.anchor === 'end' ? width : width / 2)
    return { left, right: left + width, y: label.y }
  })
  for (const [at, a] of boxes.entries()) {
    for (const b of boxes.slice(at + 1)) {
      expect(Math.abs(a.y - b.y) >= lineHeight || a.right <= b.left || b.right <= a.left).toBe(true)
    }
  }
})

test('the interactive drawing takes the place of the static one', () => {
  const chart = sampleRows()
  expect(drawnSize(chart, 760)).toEqual({ width: 760, height: chartHeight(chart) })
  expect(drawnSize(chart, 400)).toEqual({ width: 400, height: chartHeight(chart) })
  expect(drawnSize(chart, 2000).width).toBe(900)
})

describe('labels', () => {
  test('moved apart never overlap, and stay where they were when they fit', () => {
    const boxes = fc.array(
      fc.record({ middle: fc.integer({ min: 0, max: 400 }), height: fc.integer({ min: 10, max: 40 }) }),
      { maxLength: 9 },
    )
    fc.assert(
      fc.property(boxes, (given) => {
        const placed = apart(given, 0, 400).map((middle, at) => ({ middle, height: given[at]!.height }))
        const order = placed.toSorted((a, b) => a.middle - b.middle)
        for (const [at, box] of order.entries()) {
          const next = order[at + 1]
          if (next) expect(next.middle - box.middle).toBeGreaterThanOrEqual((box.height + next.height) / 2 - 1e-9)
        }
      }),
    )
    expect(
      apart(
        [
          { middle: 300, height: 20 },
          { middle: 100, height: 20 },
        ],
        0,
        400,
      ),
    ).toEqual([300, 100])
  })
  test('are wrapped between words and cut with an ellipsis', () => {
    expect(wrapped('Target: at most 90 %', 70)).toEqual(['Target: at', 'most 90 %'])
    expect(wrapped('one two three four', 30, 2).at(-1)).toMatch(/…$/)
    expect(shortened('Short', 200)).toBe('Short')
    expect(textWidth(shortened('A very long name of a facility', 80))).toBeLessThanOrEqual(80)
  })
})

describe('periodTicks', () => {
  const years = monthsFrom('2016-03', '2022-02').map((id) => ({ id, label: `Mmm ${id}`, year: id.slice(0, 4) }))
  test('labels years where months do not fit, each at its January', () => {
    const ticks = periodTicks(years, 500, textWidth)
    expect(ticks.map((tick) => tick.label)).toEqual(['2017', '2018', '2019', '2020', '2021', '2022'])
    for (const tick of ticks) expect(years[tick.at]!.id).toMatch(/-01$/)
  })
  test('labels every month where they fit, and one where nothing does', () => {
    expect(periodTicks(periods, 5000, textWidth)).toHaveLength(12)
    expect(periodTicks(years, 1, textWidth)).toHaveLength(1)
  })
})
