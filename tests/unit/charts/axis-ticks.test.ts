import { expect, test } from 'vitest'
import { valueAxis } from '../../../server/domain/charts/axis.ts'
import { startMargin } from '../../../server/domain/charts/frame.ts'

const whole = (value: number) => value.toFixed(0)

test.each([[[0, 1]], [[0, 2]], [[0, 0]], [[0, 7]]])(
  'an axis of whole people from %o writes no tick twice',
  (values) => {
    const labels = valueAxis(values, 'people', whole).ticks.map((tick) => tick.label)
    expect(labels.length).toBeGreaterThan(1)
    expect(new Set(labels).size).toBe(labels.length)
  },
)

test.each([[[0.01, 0.03]], [[0.012]], [[0, 0.004]]])(
  'an axis of %o, which are all written alike, has a tick to stand by',
  (values) => {
    const { ticks } = valueAxis(values, 'per 1,000', (value) => value.toFixed(1))
    expect(ticks.length).toBeGreaterThan(0)
    expect(Number.isFinite(startMargin({ label: '', min: 0, max: 1, ticks }))).toBe(true)
  },
)
