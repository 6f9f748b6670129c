import { type Day, lastDay, type Month, monthOf, parseMonth } from '../period.ts'
import { type Cell, datePattern, dayReader, refused } from './cells.ts'
import { type Reason, reason } from './faults.ts'
import { columnLabel, type Header } from './header.ts'
import type { MonthlyMapping } from './mapping.ts'

/** The month of a row, or why it has none. `label` is the column for messages. */
export interface PeriodReader {
  read: (cells: readonly Cell[]) => Month | Reason
  label: string
  /** Where the cell stands; undefined when the month does not come from a column. */
  place: number | undefined
}

type Period = MonthlyMapping['period']

/**
 * Compiles the mapping's `period`. A count taken on a day is the month's closing count only on the month's last day,
 * unless the mapping declares that any day will do. Months that have not ended by `today` are refused.
 */
export function periodReader(
  mapping: MonthlyMapping,
  header: Header,
  fileName: string,
  today: Day,
): PeriodReader | Reason {
  const period = mapping.period
  if ('constant' in period) return constantPeriod(parseMonth(period.constant)!, today)
  const anyDay = period.snapshot === 'any-day'
  if ('fileName' in period) return namedPeriod(period, fileName, anyDay, today)
  const place = header.find(period.column)!
  const dates = [...(period.format ? [period.format] : mapping.file.dates), 'YYYY-MM']
  const days = dayReader({ dates, nullWords: mapping.file.nullWords })
  const known = new Map<Cell, Month | Reason>()
  const judge = (cell: Cell) => {
    const day = days.read(cell)
    if (day === undefined) return reason('cell.empty')
    return day === refused ? days.explain(cell) : monthOfDay(day, anyDay, today)
  }
  const read = (cells: readonly Cell[]) => {
    const cell = cells[place] ?? ''
    // A file holds few months and many rows: each date is judged once.
    const found = known.get(cell) ?? judge(cell)
    if (known.size < 10_000) known.set(cell, found)
    return found
  }
  return { read, label: columnLabel(period.column), place }
}

function constantPeriod(month: Month, today: Day): PeriodReader {
  const found = monthOfDay(lastDay(month), false, today)
  return { read: () => found, label: month, place: undefined }
}

function namedPeriod(
  period: Extract<Period, { fileName: string }>,
  fileName: string,
  anyDay: boolean,
  today: Day,
): PeriodReader | Reason {
  const text = new RegExp(period.fileName).exec(fileName)?.[1]
  if (text === undefined) return reason('file.name-without-date', { file: fileName, pattern: period.fileName })
  const day = datePattern(period.format) && dayReader({ dates: [period.format], nullWords: [] }).read(text)
  if (day === undefined || day === refused) {
    return reason('file.name-bad-date', { file: fileName, text, format: period.format })
  }
  const found = monthOfDay(day, anyDay, today)
  return { read: () => found, label: fileName, place: undefined }
}

function monthOfDay(day: Day, anyDay: boolean, today: Day): Month | Reason {
  const month = monthOf(day)
  if (lastDay(month) > today) return reason('month.future')
  return anyDay || day === lastDay(month) ? month : reason('cell.not-month-end')
}
