import type { MeasureId } from '../../../server/domain/measures/index.ts'
import { spread } from '../counts.ts'
import type { Sheet } from '../sheet.ts'
import { dayText, drawFor, isKept, write } from './book.ts'
import { some } from './draw.ts'

interface UnitDay {
  unit: string
  day: number
  isWeekend: boolean
  isLocked: boolean
  hours: number
}

/** What each day of each unit was like: hours unlocked, time outdoors, and at the end of the month what works. */
export function writeRegime(sheet: Sheet): void {
  const { at } = sheet
  const draw = drawFor(at, 'regime')
  const units = at.custody!.book.housing.units.filter(({ kind }) => kind !== 'segregation')
  const people = Math.max(1, Math.round(sheet.count('pop_closing').total / units.length))
  const all: UnitDay[] = units.flatMap(({ key }) =>
    Array.from({ length: at.days.until - at.days.from }, (_, step) => {
      const weekday = new Date(`${dayText(at, at.days.from + step)}T00:00:00Z`).getUTCDay()
      return { unit: key, day: at.days.from + step, isWeekend: weekday % 6 === 0, isLocked: false, hours: 0 }
    }),
  )
  for (const entry of some(all, sheet.count('unit_days_lockdown').total, draw)) entry.isLocked = true
  const outdoors = new Set(
    some(
      all.filter(({ isLocked }) => !isLocked),
      sheet.count('unit_days_outdoor_ok').total,
      draw,
    ),
  )
  const weekendHours = sheet.count('out_of_cell_weekend_hours_sum').total
  const hours = sheet.count('out_of_cell_hours_sum').total
  const given = [
    share(
      all.filter(({ isWeekend }) => isWeekend),
      weekendHours / people,
      draw,
    ),
    share(
      all.filter(({ isWeekend }) => !isWeekend),
      (hours - weekendHours) / people,
      draw,
    ),
  ]
  shifts(sheet)
  put(sheet, 'out_of_cell_weekend_hours_sum', given[0]! * people)
  put(sheet, 'out_of_cell_hours_sum', (given[0]! + given[1]!) * people)
  if (!isKept(at, 'regime_day', at.days.until - 1)) return
  const each = Object.fromEntries(units.map(({ key }) => [key, 1]))
  const toilets = spread(draw, sheet.count('toilets_working').total, each)
  const showers = spread(draw, sheet.count('showers_working').total, each)
  for (const entry of all) {
    const { unit, day, isLocked } = entry
    const isLast = day === at.days.until - 1
    write(at, 'regime_day', day, {
      unit_id: unit,
      day: dayText(at, day),
      persons_present: people,
      out_of_cell_hours: entry.hours,
      outdoor_offered_minutes: outdoors.has(entry) ? 60 + 15 * Math.floor(draw.next() * 6) : 30,
      lockdown: isLocked,
      lockdown_reason: isLocked ? (draw.next() < 0.7 ? 'staff_shortage' : 'incident') : undefined,
      water_hours: isLast ? 24 : undefined,
      toilets_working: isLast ? toilets[unit] : undefined,
      showers_working: isLast ? showers[unit] : undefined,
      shower_access_within_7d: isLast ? Math.floor(people * (0.85 + 0.15 * draw.next())) : undefined,
    })
  }
}

/** Shares hours over unit-days, more than two where a unit was not locked; gives what was shared. */
function share(days: readonly UnitDay[], hours: number, draw: ReturnType<typeof drawFor>): number {
  for (const entry of days.filter(({ isLocked }) => isLocked)) entry.hours = Math.floor(draw.next() * 5) / 4
  const open = days.filter(({ isLocked }) => !isLocked)
  const sum = () => days.reduce((total, entry) => total + entry.hours, 0)
  const left = Math.max(0, hours - sum())
  if (open.length === 0) return sum()
  const mean = Math.min(16, Math.max(2.5, left / open.length))
  const noise = open.map(() => draw.between(0.94, 1.06))
  const scale = noise.reduce((total, one) => total + one, 0) / open.length
  open.forEach((entry, place) => {
    entry.hours = Math.max(2.05, Math.round(((mean * noise[place]!) / scale) * 100) / 100)
  })
  // The last day takes what rounding left, as long as it stays a day.
  const last = open.at(-1)!
  const rest = mean === left / open.length ? hours - sum() : 0
  if (last.hours + rest > 2.05 && last.hours + rest < 24) last.hours = Math.round((last.hours + rest) * 1e6) / 1e6
  return sum()
}

function put(sheet: Sheet, id: MeasureId, value: number): void {
  sheet.put(id, Math.round(value * 100) / 100)
}

const parts = ['early', 'late', 'night'] as const

/** Who was on duty in the women's units, on each shift of each day. */
function shifts(sheet: Sheet): void {
  const { at } = sheet
  if (at.traits.sexes.female === 0) return
  const draw = drawFor(at, 'shifts')
  const units = at.custody!.book.housing.units.filter(({ kind }) => kind === 'women')
  const all = units.flatMap(({ key }) =>
    Array.from({ length: at.days.until - at.days.from }, (_, step) => at.days.from + step).flatMap((day) =>
      parts.map((shift) => ({ key, day, shift })),
    ),
  )
  sheet.put('women_units_shifts', all.length)
  if (!isKept(at, 'shift_roster', at.days.until - 1)) return
  const byWomen = new Set(some(all, sheet.count('women_units_shifts_women').total, draw))
  for (const entry of all)
    write(at, 'shift_roster', entry.day, {
      unit_id: entry.key,
      day: dayText(at, entry.day),
      shift: entry.shift,
      women_officers: (entry.shift === 'night' ? 1 : 2) + Math.floor(draw.next() * 2),
      men_officers: byWomen.has(entry) ? 0 : 1,
      men_unaccompanied_entries: byWomen.has(entry) ? 0 : draw.next() < 0.1 ? 1 : 0,
    })
}
