import type { Indicator } from './define.ts'

/** The factor between a fraction and its figure: 100 for percent, 1,000 for a rate per 1,000, 7 for hours a week. */
export function perOf(definition: Pick<Indicator, 'unit'>): number {
  if (definition.unit.startsWith('percent') || definition.unit === 'per-100-persons') return 100
  if (definition.unit === 'per-1000-person-years') return 365_000
  if (definition.unit === 'contacts-per-30-days') return 30
  if (definition.unit === 'hours-per-week') return 7
  return definition.unit.startsWith('per-1000') ? 1000 : 1
}
