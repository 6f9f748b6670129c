import type { LocalDays } from './local-days.ts'

/** A separation of one person as it was ordered: a moment is in milliseconds since 1970, NaN where it has not come. */
export interface Placement {
  /** Any number that tells places of detention apart. */
  facility: number
  startAt: number
  /** NaN while it is open. */
  endAt: number
  hoursInCellPlanned: number
}

/** What the daily log says of one person's day; NaN where it says nothing. */
export interface LoggedDay {
  /** Days since 1970, in the facility's own zone. */
  day: number
  outOfCellMinutes: number
  meaningfulContactMinutes: number
}

/** A stretch of time in which the test of solitary confinement was met. */
export interface Stretch {
  startAt: number
  endAt: number
  isOpen: boolean
  facility: number
}

/** Two hours: who is out of the cell for as long or less spends 22 hours or more in it (Nelson Mandela Rule 44). */
const mostMinutesOut = 120
/** Contact for this long is meaningful contact: our reading of Nelson Mandela Rule 44, shown as such. */
const enoughContactMinutes = 120
const leastHoursPlanned = 22

/** Whether a day was solitary. The log beats the plan; contact that nobody wrote down counts as none. */
export function isSolitaryDay(hoursInCellPlanned: number, log: LoggedDay | undefined): boolean {
  const contact = Number.isNaN(log?.meaningfulContactMinutes ?? Number.NaN) ? 0 : log!.meaningfulContactMinutes
  const isLockedIn =
    log === undefined || Number.isNaN(log.outOfCellMinutes)
      ? hoursInCellPlanned >= leastHoursPlanned
      : log.outOfCellMinutes <= mostMinutesOut
  return isLockedIn && contact < enoughContactMinutes
}

/**
 * The time that one person spent in solitary up to `asOf`, as stretches in order that neither touch nor overlap. A log
 * speaks of the person's whole day, in whichever placement it was kept; minutes of several logs of a day add up.
 */
export function solitaryStretches(
  placements: readonly Placement[],
  logs: readonly LoggedDay[],
  asOf: number,
  days: LocalDays,
): Stretch[] {
  const byDay = logsByDay(logs)
  const pieces = placements.flatMap((placement) => piecesOf(placement, byDay, asOf, days))
  pieces.sort((a, b) => a.startAt - b.startAt || a.endAt - b.endAt || a.facility - b.facility)
  const stretches: Stretch[] = []
  for (const piece of pieces) {
    const last = stretches.at(-1)
    if (last && piece.startAt <= last.endAt) lengthen(last, piece)
    else stretches.push({ ...piece })
  }
  return stretches
}

function lengthen(stretch: Stretch, piece: Stretch): void {
  // At the same moment the open one is the longer.
  if (piece.endAt === stretch.endAt) stretch.isOpen ||= piece.isOpen
  if (piece.endAt <= stretch.endAt) return
  stretch.endAt = piece.endAt
  stretch.isOpen = piece.isOpen
}

function logsByDay(logs: readonly LoggedDay[]): Map<number, LoggedDay> {
  const byDay = new Map<number, LoggedDay>()
  for (const log of logs) {
    const other = byDay.get(log.day)
    byDay.set(log.day, other ? added(other, log) : log)
  }
  return byDay
}

function added(a: LoggedDay, b: LoggedDay): LoggedDay {
  return {
    day: a.day,
    outOfCellMinutes: sumOfKnown(a.outOfCellMinutes, b.outOfCellMinutes),
    meaningfulContactMinutes: sumOfKnown(a.meaningfulContactMinutes, b.meaningfulContactMinutes),
  }
}

function sumOfKnown(a: number, b: number): number {
  if (Number.isNaN(a)) return b
  return Number.isNaN(b) ? a : a + b
}

/** The solitary days of one placement, each cut to the time that it was in force. */
function piecesOf(placement: Placement, byDay: Map<number, LoggedDay>, asOf: number, days: LocalDays): Stretch[] {
  const { facility, startAt, hoursInCellPlanned } = placement
  const isOpen = !(placement.endAt <= asOf)
  const endAt = isOpen ? asOf : placement.endAt
  if (!(startAt < endAt)) return []
  const pieces: Stretch[] = []
  let day = days.dayOf(startAt)
  for (let from = startAt; from < endAt; day++) {
    const until = Math.min(endAt, days.startOf(day + 1))
    if (isSolitaryDay(hoursInCellPlanned, byDay.get(day))) {
      const last = pieces.at(-1)
      const isLast = until === endAt && isOpen
      if (last && last.endAt === from) Object.assign(last, { endAt: until, isOpen: isLast })
      else pieces.push({ startAt: from, endAt: until, isOpen: isLast, facility })
    }
    from = until
  }
  return pieces
}
