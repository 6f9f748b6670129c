import type { FacilityReturns, ReportedCell } from '../engine/measure-series.ts'
import { firstDay, lastDay, type Month, monthAt } from '../period.ts'
import type { FacilityFigures, Look } from '../quiet/define.ts'
import { type QuietQuestionId, quietQuestions } from '../quiet/questions.ts'
import type { Cells, CheckResult, CrossCheck, Finding, ReturnToCheck } from '../records/check.ts'
import { checks } from '../records/checks.ts'
import { stateCode } from '../series.ts'
import type { QualityNote } from './note.ts'

/** What is asked as a question, with its probability, is not noted a second time as a check. */
const askedAsQuestions = ['X20', 'X21']
/** What is looked for when the whole country is known. */
const ofTheCountry = ['X05']
const ofReturns = checks.filter(
  (one): one is CrossCheck<(typeof checks)[number]['id']> & { run: NonNullable<CrossCheck['run']> } =>
    one.run !== undefined && ![...askedAsQuestions, ...ofTheCountry].includes(one.id),
)
/** Silences are asked about when the whole country is known, and lengths of placements where records tell them. */
const asked = (
  ['copied-forward', 'round-numbers', 'moved-denominator', 'capacity-without-area'] satisfies QuietQuestionId[]
).map((id) => quietQuestions.find((one) => one.id === id)!)

/** Whose notes `returnNotes` makes. */
export const returnCheckIds: readonly string[] = [...ofReturns, ...asked].map(({ id }) => id)

/**
 * What the checks and questions find in the returns of a facility, for each month from `from` on; `asked` is how many such
 * questions are asked over the country. A month looks back on those before it and never forward.
 */
export function returnNotes(facility: FacilityReturns, from: number, askedOf: number): QualityNote[] {
  const months = cellsByMonth(facility.cells)
  const all = [...months.keys()].sort((a, b) => a - b)
  return all
    .filter((month) => month >= from)
    .flatMap((month) => [
      ...checksAt(facility, months, month),
      ...questionsAt(facility, months, month, all[0] ?? month, askedOf),
    ])
}

type ByMonth = ReadonlyMap<number, Cells>

const counted = stateCode('counted')
const nothing = stateCode('nothing-to-report')

/** What was returned, month by month. A confirmed nought is a nought; what was not reported is absent. */
function cellsByMonth(cells: readonly ReportedCell[]): ByMonth {
  const months = new Map<number, Record<string, number>>()
  for (const { cell, months: reported, states, amounts } of cells)
    for (const [at, month] of reported.entries()) {
      if (states[at] !== counted && states[at] !== nothing) continue
      const known = months.get(month) ?? {}
      known[cell] = states[at] === nothing ? 0 : (amounts[at] ?? 0)
      months.set(month, known)
    }
  return months
}

function checksAt(facility: FacilityReturns, months: ByMonth, at: number): QualityNote[] {
  const given = toCheck(facility, months, at)
  return ofReturns.flatMap((check) => notesOfCheck(at, check, check.run(given)))
}

function toCheck(facility: FacilityReturns, months: ByMonth, at: number): ReturnToCheck {
  const before = months.get(at - 1)
  const cells = months.get(at) ?? {}
  return {
    month: monthAt(at),
    cells,
    ...(before && { before }),
    ...(facility.records && { derived: derivedCells(facility.records, Object.keys(cells), at) }),
    ...(facility.certificates.length > 0 && { newCertificate: hasNewCertificate(facility, monthAt(at)) }),
  }
}

function derivedCells(
  { cells }: NonNullable<FacilityReturns['records']>,
  wanted: readonly string[],
  at: number,
): Cells {
  return Object.fromEntries(
    wanted.flatMap((cell) => {
      const series = cells.get(cell as Parameters<typeof cells.get>[0])
      const amount = series?.amounts[at - series.startMonth]
      return amount === undefined || amount === null ? [] : [[cell, amount]]
    }),
  )
}

/** Whether a certificate came into force in the month: since the last day of the one before. */
function hasNewCertificate({ certificates }: FacilityReturns, month: Month): boolean {
  return certificates.some(({ from }) => from >= firstDay(month) && from <= lastDay(month))
}

function questionsAt(
  facility: FacilityReturns,
  months: ByMonth,
  at: number,
  first: number,
  askedOf: number,
): QualityNote[] {
  const given: FacilityFigures = {
    returns: Array.from({ length: at - first + 1 }, (_, back) => months.get(at - back)),
    asked: askedOf,
    certificates: facility.certificates
      .filter(({ from }) => from <= lastDay(monthAt(at)))
      .map(({ places, squareMetres }) => ({ places, squareMetresPerPlace: squareMetres ?? undefined })),
  }
  return asked.flatMap(({ id, look }) => notesOfLook(at, id, look(given)))
}

/** The notes of a look at one month. */
export function notesOfLook(at: number, id: QuietQuestionId, look: Look): QualityNote[] {
  return look.state === 'seen' ? look.sightings.map((one) => noteOf(at, id, 'question', one)) : []
}

type Seen = Omit<Finding, 'probability' | 'level'> & { probability?: number | null }

/** The notes of a check's result for one month. */
export function notesOfCheck(at: number, { id, level }: CrossCheck, result: CheckResult): QualityNote[] {
  return result.state === 'fails' ? result.findings.map((one) => noteOf(at, id, one.level ?? level, one)) : []
}

function noteOf(month: number, checkId: string, level: QualityNote['level'], seen: Seen): QualityNote {
  const { cells, found, expected, probability = null, months = null } = seen
  const subject = cells.slice(0, 2).join(' ')
  return {
    month,
    checkId,
    level,
    subject,
    cells,
    recordId: null,
    count: 1,
    found,
    expected,
    probability,
    months,
    rows: [],
  }
}
