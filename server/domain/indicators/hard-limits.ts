import type { Indicator } from './define.ts'
import { indicators } from './index.ts'
import { definitionIn } from './versions.ts'

/** Whether any case is a breach. A limit told in days is none of these: it stands beside the count of its people. */
export function isHardLimit({
  unit,
  thresholds,
}: Pick<Indicator, 'unit'> & { thresholds: readonly { level: string }[] }) {
  return unit !== 'days' && thresholds.some(({ level }) => level === 'breach')
}

/** Indicators with a hard limit in a month (`monthIndex`), as they are defined in it. */
export function hardLimitsIn(month: number): Indicator[] {
  return indicators.map((one) => definitionIn(one, month)).filter(isHardLimit)
}
