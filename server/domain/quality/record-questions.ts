import { monthOfDay } from '../kernels/columns.ts'
import { type Coverage, stretchAt } from '../kernels/coverage.ts'
import type { Facility } from '../kernels/facility.ts'
import { monthEnd } from '../kernels/facility.ts'
import type { FacilityFigures } from '../quiet/define.ts'
import { type QuietQuestionId, quietQuestions } from '../quiet/questions.ts'
import type { RecordId } from '../records/index.ts'
import { eachOwn } from './events/define.ts'
import { entriesByMonth } from './events/entries.ts'
import type { QualityNote } from './note.ts'

/** Questions that are asked of records, and not of returns. */
export const recordQuestionIds = ['just-under-a-limit', 'late-entries'] as const satisfies readonly QuietQuestionId[]

/** Placements are looked at together for as long as this: of one month there are too few. */
const daysTogether = 365

/**
 * What the questions about records see in the months of a facility's window, where the records were sent; `asked` is how many
 * are asked over the country. A month looks back on the year that it ends and never forward.
 */
export function recordQuestions(facility: Facility, coverage: Coverage, asked: number): QualityNote[] {
  return [...underLimitNotes(facility, coverage, asked), ...lateEntryNotes(facility, coverage, asked)]
}

const isSent = (coverage: Coverage, recordId: RecordId, month: number) =>
  stretchAt(coverage, recordId, month) !== undefined

/** One stretch of separation: its row, the day that puts it into a month, and what is compared with a limit. */
interface Separation {
  row: number
  day: number
  value: number
}

function underLimitNotes(facility: Facility, coverage: Coverage, asked: number): QualityNote[] {
  const { window } = facility
  const lists = {
    placementDays: { field: 'end_at', all: endedPlacements(facility) },
    hoursInCell: { field: 'hours_in_cell_planned', all: plannedHours(facility) },
  }
  const notes: QualityNote[] = []
  for (let place = 0; place < window.months; place++) {
    const month = window.first + place
    if (!isSent(coverage, 'restrictive_placement', month)) continue
    const last = monthEnd(window, place)
    for (const [name, { field, all }] of Object.entries(lists)) {
      const year = all.filter(({ day }) => day > last - daysTogether && day <= last)
      // A month that adds nothing is not asked about what went before it.
      if (!year.some(({ day }) => monthOfDay(day) === month)) continue
      const given = { [name]: year.map(({ value }) => value), asked }
      const of = { month, recordId: 'restrictive_placement' as const, cells: [`restrictive_placement.${field}`] }
      notes.push(...notesOf('just-under-a-limit', given, of))
    }
  }
  return notes
}

function endedPlacements(facility: Facility): Separation[] {
  const [start, end] = ['start_at', 'end_at'].map((field) => facility.column('restrictive_placement', field))
  const found: Separation[] = []
  eachOwn(facility, 'restrictive_placement', (row) => {
    if (!(end![row]! <= facility.asOf)) return
    found.push({ row, day: facility.days.dayOf(end![row]!), value: (end![row]! - start![row]!) / 86_400_000 })
  })
  return found
}

function plannedHours(facility: Facility): Separation[] {
  const [start, hours] = ['start_at', 'hours_in_cell_planned'].map((field) =>
    facility.column('restrictive_placement', field),
  )
  const found: Separation[] = []
  eachOwn(facility, 'restrictive_placement', (row) => {
    if (start![row]! <= facility.asOf && !Number.isNaN(hours![row]!))
      found.push({ row, day: facility.days.dayOf(start![row]!), value: hours![row]! })
  })
  return found
}

function lateEntryNotes(facility: Facility, coverage: Coverage, asked: number): QualityNote[] {
  return entriesByMonth(facility).flatMap(({ recordId, month, rows, late }) =>
    isSent(coverage, recordId, month)
      ? notesOf(
          'late-entries',
          { entries: { rows, late: late.length }, asked },
          { month, recordId, cells: [] },
          late.length,
        )
      : [],
  )
}

function notesOf(
  checkId: (typeof recordQuestionIds)[number],
  given: FacilityFigures,
  of: { month: number; recordId: RecordId; cells: readonly string[] },
  count?: number,
): QualityNote[] {
  const look = quietQuestions.find(({ id }) => id === checkId)!.look(given)
  if (look.state !== 'seen') return []
  return look.sightings.map(({ found, expected, probability }) => ({
    ...of,
    checkId,
    level: 'question' as const,
    subject: of.cells[0] ?? of.recordId,
    count: count ?? found,
    found,
    expected,
    probability,
    months: null,
    rows: [],
  }))
}
