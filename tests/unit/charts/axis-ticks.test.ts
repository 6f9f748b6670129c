import { expect, test } from 'vitest'
import { valueAxis } from '../../../server/domain/charts/axis.ts'

const whole = (value: number) => value.toFixed(0)

test.each([[[0, 1]], [[0, 2]], [[0, 0]], [[0, 7]]])(
  'an axis of whole people from %o writes no tick twice',
  (values) => {
    const labels = valueAxis(values, 'people', whole).ticks.map((tick) => tick.label)
    expect(labels.length).toBeGreaterThan(1)
    expect(new Set(labels).size).toBe(labels.length)
  },
)
