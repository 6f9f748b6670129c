import type { FigureColumn } from '../../db/queries/figures.ts'
import type { Indicator } from '../domain/indicators/define.ts'
import { type Reading, readingBy } from '../domain/indicators/reading.ts'

/** One indicator of many facilities, to be asked for one of them. */
export interface ReadColumn {
  readingOf(facilityId: string): Reading
  /** The values month by month, null where there is no figure. */
  valuesOf(facilityId: string): (number | null)[]
}

/** The column of `definition`, as it was in force in the month that is read, among those that were found; one that is not among them was never reported by anybody. */
export function readColumn(definition: Indicator, found: readonly FigureColumn[], months = 1): ReadColumn {
  const column = found.find((one) => one.indicatorId === definition.id)
  const places = new Map(column?.facilityIds.map((id, place) => [id, place]))
  // The arrays of a series hold facilities here, and "month 0" is the first of them.
  const series = column && { startMonth: 0, ...column.figures }
  return {
    readingOf(facilityId) {
      const place = places.get(facilityId)
      return place === undefined ? readingBy(definition, undefined, 0) : readingBy(definition, series, place)
    },
    valuesOf(facilityId) {
      const place = places.get(facilityId)
      if (!column || place === undefined) return new Array<null>(months).fill(null)
      return column.trend[place]!
    },
  }
}
