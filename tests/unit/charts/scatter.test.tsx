import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { chartRows } from '../../../app/charts/chart-rows.ts'
import { StaticChart } from '../../../app/charts/static-chart.tsx'
import { layoutScatter } from '../../../server/domain/charts/scatter-layout.ts'
import { sampleScatter } from './sample-charts.ts'

test('a scatter stands in the order it was given, never by a figure, in drawing, table and file', () => {
  const spec = sampleScatter()
  expect(spec.points.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(spec.table).toEqual({
    columns: ['Facility', 'Full, %', 'Visited, %'],
    rows: [
      ['Ash', '10.0 %', '90.0 %'],
      ['Beech', '50.0 %', '20.0 %'],
      ['Cedar', '90.0 %', '55.0 %'],
    ],
  })
  expect(chartRows(spec)).toEqual([
    ['id', 'name', 'Full, %', 'Visited, %'],
    ['a', 'Ash', 10, 90],
    ['b', 'Beech', 50, 20],
    ['c', 'Cedar', 90, 55],
  ])
})

test('each facility is a mark in the plot: farther along with the first figure, higher with the second', () => {
  const [left, right] = [layoutScatter(sampleScatter(), 760, 420), layoutScatter(sampleScatter('rtl'), 760, 420)]
  const [a, b, c] = left.points
  expect(a!.x < b!.x && b!.x < c!.x).toBe(true)
  expect(a!.y < c!.y && c!.y < b!.y).toBe(true)
  for (const { x, y } of left.points) {
    expect(x >= left.plot.x && x <= left.plot.x + left.plot.width).toBe(true)
    expect(y >= left.plot.y && y <= left.plot.y + left.plot.height).toBe(true)
  }
  // Right to left is the same drawing in the mirror.
  expect(right.points.map(({ x }) => 760 - x)).toEqual(left.points.map(({ x }) => expect.closeTo(x, 1)))
  expect(renderToStaticMarkup(<StaticChart spec={sampleScatter()} />).match(/class="chart-point"/g)).toHaveLength(3)
})
