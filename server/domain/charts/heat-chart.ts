import type { ChartFrame, HeatCalendar, HeatRow, Period } from './spec.ts'

export interface GivenHeat extends Omit<ChartFrame, 'table'> {
  periods: Period[]
  rows: HeatRow[]
  /** The head of the first column of the table. */
  rowName: string
}

/** Rows by months, each cell filled as far as it is complete, and the table twin. */
export function heatCalendar({ rowName, ...given }: GivenHeat): HeatCalendar {
  return {
    ...given,
    kind: 'heat',
    table: {
      columns: [rowName, ...given.periods.map(({ label }) => label)],
      rows: given.rows.map((row) => [row.name, ...row.cells.map(({ shown }) => shown)]),
    },
  }
}
