import type { Area, Indicator } from './define.ts'
import { legalStatus } from './legal-status.ts'
import { occupancy } from './occupancy.ts'
import { staffing } from './staffing.ts'

const list = [...occupancy, ...legalStatus, ...staffing]

export type IndicatorId = (typeof list)[number]['id']

/** All indicators, in the order of the catalogue. */
export const indicators = list as unknown as readonly Indicator<IndicatorId>[]

const byId = new Map<string, Indicator<IndicatorId>>(indicators.map((entry) => [entry.id, entry]))

export function findIndicator(id: string): Indicator<IndicatorId> | undefined {
  return byId.get(id)
}

export function indicatorsIn(area: Area): Indicator<IndicatorId>[] {
  return indicators.filter((entry) => entry.area === area)
}
