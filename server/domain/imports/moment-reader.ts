import { type Cell, type CellReader, dayReader, refused, textReader } from './cells.ts'
import { reason } from './faults.ts'
import type { FileOptions } from './fields.ts'
import { isoSeconds, localClock } from './local-time.ts'

/** How moments without an offset are read. */
export interface Clock {
  /** IANA name of the zone whose clock the file shows. */
  zone: string
  /** What a day without a time of day says: nothing, or the first moment of the day. */
  withoutTime: 'refuse' | 'midnight'
}

const whole = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})$/
const parted = /^(.+?)[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AP]M)?\s*(Z|[+-]\d{2}:?\d{2})?$/i

/** Moments as the file writes them, in UTC to the second: with an offset, or by the clock of the mapping's zone. */
export function momentReader(formats: Pick<FileOptions, 'dates' | 'nullWords'>, clock: Clock): CellReader<string> {
  const text = textReader(formats)
  const days = dayReader(formats)
  const local = localClock(clock.zone)
  const judge = (cell: Cell): string | ReturnType<typeof reason> | undefined => {
    const given = text(cell)
    if (given === '') return undefined
    const absolute = whole.exec(given)
    if (absolute) return inUtc(given) ?? days.explain(cell)
    const parts = parted.exec(given)
    const day = days.read(parts ? parts[1]! : given)
    if (day === refused || day === undefined) return days.explain(cell)
    if (!parts) return clock.withoutTime === 'midnight' ? midnight(day) : reason('cell.no-time')
    const seconds = secondsOf(parts)
    if (seconds === undefined) return reason('cell.not-a-time')
    if (parts[6]) return inUtc(`${day}T${clockFace(seconds)}${parts[6]}`) ?? reason('cell.not-a-time')
    const found = local(day, seconds)
    return found === 'skipped' ? reason('cell.time-skipped', { zone: clock.zone }) : found
  }
  // Where clocks are set forward at midnight, the day begins an hour late.
  const midnight = (day: Parameters<typeof local>[0]) => {
    const found = local(day, 0)
    return found === 'skipped' ? local(day, 3600) : found
  }
  const read = (cell: Cell) => {
    const found = judge(cell)
    return typeof found === 'object' ? refused : found
  }
  return { read, explain: (cell) => judge(cell) as ReturnType<typeof reason> }
}

function inUtc(text: string): string | undefined {
  const milliseconds = Date.parse(text)
  return Number.isNaN(milliseconds) ? undefined : isoSeconds(milliseconds)
}

/** Seconds on the clock's face; 24:00 is the end of the day. */
function secondsOf(parts: RegExpExecArray): number | undefined {
  const [hour, minute, second] = [Number(parts[2]), Number(parts[3]), Number(parts[4] ?? 0)]
  const half = parts[5]?.toUpperCase()
  if (minute > 59 || second > 59 || (half && (hour < 1 || hour > 12))) return undefined
  const hours = half ? (hour % 12) + (half === 'PM' ? 12 : 0) : hour
  const seconds = hours * 3600 + minute * 60 + second
  return seconds <= 86_400 ? seconds : undefined
}

function clockFace(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 19)
}
