import { type FacilityYears, type PopulationChange, populationChange } from './change.ts'

/** A facility with its two years, and the region that it lies in. */
export interface FacilityOfPlace {
  key: string
  name: string
  regionName: string | null
  years: FacilityYears
}

/** A part of a place and what made its population change; without a key where it is a region, which is known by its name. */
export interface PartChange {
  key: string | null
  name: string | null
  change: PopulationChange
}

/** What made the population of some facilities change together, and that of their parts: each facility, or each region. */
export function changeWithParts(
  facilities: readonly FacilityOfPlace[],
  by: 'facility' | 'region',
  days: { before: number; after: number },
): { whole: PopulationChange; parts: PartChange[] } {
  const changeOf = (some: readonly FacilityOfPlace[]) =>
    populationChange(
      some.map(({ years }) => years),
      days,
    )
  const whole = changeOf(facilities)
  if (by === 'facility')
    return { whole, parts: facilities.map((one) => ({ key: one.key, name: one.name, change: changeOf([one]) })) }
  const regions = [...new Set(facilities.map(({ regionName }) => regionName))]
  const inRegion = (name: string | null) => facilities.filter(({ regionName }) => regionName === name)
  return { whole, parts: regions.map((name) => ({ key: null, name, change: changeOf(inRegion(name)) })) }
}
