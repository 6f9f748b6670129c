import { lastDay, type Month } from '../../server/domain/period.ts'
import { headingOf, type ShownQuality } from '../../server/domain/quality/shown-quality.ts'
import { returnedVersusDerived } from '../../server/domain/records/return-patterns.ts'
import type { Panel } from '../facility/indicator-panels.server.ts'
import type { Reader } from '../reader.server.ts'
import type { BothRow } from './both-table.tsx'
import type { NoteRow } from './note-row.ts'
import { noteRows } from './notes.server.ts'

/** The quality of a facility's month as its page shows it. */
export interface QualityFacts {
  /** The day on which the return came, and how many days after the month's end that was. */
  returned: { on: string; days: number } | null
  /** Indicators of areas that speak at all, which say nothing this month. */
  missing: number
  checks: NoteRow[]
  questions: NoteRow[]
  /** How many counts events and return both say, and those that differ. */
  both: { count: number; differing: BothRow[] }
}

const aDay = 86_400_000

export function qualityFacts(
  quality: ShownQuality,
  panels: readonly Panel[],
  month: Month,
  reader: Reader,
): QualityFacts {
  const rows = panels.flatMap((panel) => panel.rows)
  const on = quality.returnedAt?.slice(0, 10)
  return {
    returned: on ? { on, days: (Date.parse(on) - Date.parse(lastDay(month))) / aDay } : null,
    missing: rows.filter(({ reading }) => reading.figure.state === 'missing').length,
    // Where events and the return differ stands in a table of its own.
    checks: noteRows(
      quality.notes.filter((note) => headingOf(note) === 'check'),
      reader,
    ),
    questions: noteRows(
      quality.notes.filter((note) => headingOf(note) === 'question'),
      reader,
    ),
    both: { count: quality.both.length, differing: differing(quality, reader) },
  }
}

/** Counts on which events and return differ by more than check X32 lets pass. */
function differing({ both }: ShownQuality, { words }: Reader): BothRow[] {
  return both.flatMap(({ cell, events, returned }) => {
    const result = returnedVersusDerived({ month: '2000-01', cells: { [cell]: returned }, derived: { [cell]: events } })
    return result.state === 'fails' ? [{ cell, title: words.measure(cell)?.title ?? cell, events, returned }] : []
  })
}
