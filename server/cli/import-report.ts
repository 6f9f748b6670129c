import { dayStretches } from '../domain/imports/covers.ts'
import type { Mapping } from '../domain/imports/mapping.ts'
import type { SnapshotReport } from '../services/import-snapshot.ts'
import { reasonText } from '../services/import-words.ts'
import type { ImportReport } from '../services/imports.ts'

/** What became of a file, for a reader. */
export function printReport(report: ImportReport, mapping: Mapping): string {
  return [
    heading(report),
    ...healedLines(report),
    ...readLines(report),
    ...rowLines(report, mapping),
    ...snapshotLines(report),
    ...faultLines(report),
  ].join('\n')
}

function heading({ file, dryRun, changed, acceptedBefore, rows, values }: ImportReport): string {
  if (acceptedBefore && rows.read === 0)
    return `${file}: the same file was accepted on ${acceptedBefore.slice(0, 16)}; nothing changes`
  if (dryRun)
    return `${file}: a dry run; nothing was changed. It would add ${values.added} and supersede ${values.superseded} values`
  return changed ? `${file}: accepted` : `${file}: nothing changes`
}

function healedLines({ healed }: ImportReport): string[] {
  return healed ? ['  figures    had been left unmade when the earlier import was cut off; all are made anew now'] : []
}

function readLines({ read }: ImportReport): string[] {
  if (!read) return []
  const guessed = read.guessed ? `; it is not UTF-8 and was read as ${read.encoding}: check the accents` : ''
  const form = read.sheet === undefined ? `as ${read.encoding}` : `sheet ${read.sheet}`
  const header = read.headerLine === 0 ? 'JSON Lines' : `header on row ${read.headerLine}`
  return [`  read       ${form}, ${header}${guessed}`]
}

function rowLines({ rows, values, read }: ImportReport, mapping: Mapping): string[] {
  if (!read) return []
  const asides = [
    rows.duplicates > 0 ? `${rows.duplicates} exact duplicates dropped` : '',
    rows.leftOut > 0 ? `${rows.leftOut} left out by the mapping` : '',
  ].filter(Boolean)
  const corrections = rows.corrected.flatMap((count, at) =>
    count > 0 ? [`  corrected  ${count} rows: ${mapping.corrections[at]!.why}`] : [],
  )
  return [
    `  rows       ${rows.read} read, ${rows.good} good, ${rows.bad} refused${asides.map((aside) => `, ${aside}`).join('')}`,
    `  values     ${values.added} added, ${values.superseded} superseded, ${values.unchanged} unchanged`,
    ...corrections,
  ]
}

function snapshotLines({ snapshot }: ImportReport): string[] {
  return snapshot ? [`  snapshot   ${snapshotLine(snapshot)}`, ...monthLines(snapshot)] : []
}

function snapshotLine({ day, before, gapDays, isLate, left, countedBack }: SnapshotReport): string {
  const back = countedBack > 0 ? `; ${countedBackOf(countedBack, before!)}` : ''
  if (isLate) return `of ${day}, before others that are in: it fills in and ends no other stay${back}`
  if (!before) return `of ${day}, the first of its source`
  const gap =
    gapDays > 0 ? `; no file of ${gapDays} days between: they are counted as gone from the day after ${before}` : ''
  return `of ${day}: ${left} people of ${before} are in it no more${gap}${back}`
}

/** A file says who is held; that they were held before, it says as well, against the file of that day. */
function countedBackOf(count: number, before: string): string {
  const were = count === 1 ? '1 person whom' : `${count} people whom`
  const held = count === 1 ? 'was held before by this one, and counts' : 'were held before by this one, and count'
  return `${were} the file of ${before} lacks ${held} from the admission on`
}

function monthLines({ month }: SnapshotReport): string[] {
  if (!month) return []
  if (month.missing.length === 0) return [`  month      ${month.month} has a file for each of its days and is counted`]
  return [`  month      ${month.month} is not counted before these days have come: ${dayStretches(month.missing)}`]
}

function faultLines({ faults, rejects, rows }: ImportReport): string[] {
  if (rows.bad === 0) return []
  const told = faults.slice(0, 10).map((fault) => {
    const place = fault.column ? `, ${fault.column}` : ''
    const value = fault.value === undefined ? '' : ` (${JSON.stringify(fault.value)})`
    return `  line ${fault.line}${place}${value}: ${reasonText(fault.reason)}`
  })
  return [...told, ...(rejects ? [`  refused rows and their reasons: ${rejects}`] : [])]
}
