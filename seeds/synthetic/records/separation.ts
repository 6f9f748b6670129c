import type { MeasureId } from '../../../server/domain/measures/index.ts'
import type { Chance } from '../chance.ts'
import type { FacilityMonth } from '../country.ts'
import type { Sheet } from '../sheet.ts'
import { dayText, drawFor, momentText, write } from './book.ts'
import { some } from './draw.ts'
import { placementMinute } from './nights.ts'
import { daysIn, type Placement, placementsIn } from './placements.ts'
import { arrivalMinute, leavingMinute } from './times.ts'

/** Decides what the return counts of this month's separations, and writes their days and reviews. */
export function writeSeparation(sheet: Sheet): void {
  const { at } = sheet
  const draw = drawFor(at, 'separation')
  const open = placementsIn(at)
  const solitary = open.filter(({ as }) => as === 'solitary')
  authorise(sheet, solitary, draw)
  limits(sheet, solitary, draw)
  days(
    sheet,
    open.filter(({ as }) => as !== 'hidden'),
    draw,
  )
  for (const placement of solitary) review(at, placement, draw)
}

function authorise(sheet: Sheet, solitary: readonly Placement[], draw: Chance): void {
  const { at } = sheet
  const begun = solitary.filter(({ span }) => span.start >= at.days.from)
  const proper = new Set(some(begun, sheet.count('sol_authorised').total, draw))
  for (const placement of begun) {
    const minute = placementMinute(placement)
    const { span } = placement
    placement.noted.authorised_by_role = proper.has(placement) ? 'director' : 'duty_manager'
    placement.noted.authorised_at = momentText(at, span.start - 1, minute + 1440 - 30)
    placement.noted.max_end_on = dayText(at, Math.max(span.end, span.start + 14))
    placement.noted.person_informed_at = momentText(at, span.start, minute + 45)
  }
}

/** What must not be: no end date, by sentence, of people who may not be held so. Of placements of this month alone. */
function limits(sheet: Sheet, solitary: readonly Placement[], draw: Chance): void {
  const { at } = sheet
  const alone = solitary.filter(({ isWithinMonth }) => isWithinMonth)
  const put = (id: MeasureId, list: readonly Placement[]) => sheet.put(id, bySexOf(list))
  const endless = some(alone, sheet.count('sol_no_end_date').total, draw)
  for (const { noted } of endless) delete noted.max_end_on
  put('sol_no_end_date', endless)
  const sentenced = some(alone, sheet.count('sol_by_sentence').total, draw)
  for (const placement of sentenced) placement.reason = 'sentence'
  put('sol_by_sentence', sentenced)
  const women = alone.filter(({ stay }) => stay.person.sex === 'female')
  const excluded = some(women, sheet.count('sol_excluded').total, draw)
  const punished = some(excluded, sheet.count('sol_excluded_discipline').total, draw)
  for (const placement of excluded) {
    flag(at, placement, 'breastfeeding')
    const isPunished = punished.includes(placement)
    placement.kind = isPunished ? 'disciplinary_solitary' : 'administrative_segregation'
    placement.reason = isPunished ? 'discipline' : 'investigation'
  }
  put('sol_excluded', excluded)
  put('sol_excluded_discipline', punished)
  const against = some(alone, sheet.count('sol_contraindicated').total, draw)
  const disabled = some(against, sheet.count('sol_contraindicated_disability').total, draw)
  for (const placement of against) {
    if (disabled.includes(placement)) flag(at, placement, 'disability_mental_or_intellectual')
    else placement.noted.health_opinion = 'concern_reported'
  }
  put('sol_contraindicated', against)
  put('sol_contraindicated_disability', disabled)
}

function bySexOf(list: readonly Placement[]) {
  const women = list.filter(({ stay }) => stay.person.sex === 'female').length
  return { total: list.length, by: { sex: { female: women, male: list.length - women } } }
}

/** Written by health staff while the placement ran, and for these days only. */
function flag(at: FacilityMonth, { stay, span }: Placement, name: string): void {
  write(at, 'person_flag', span.start, {
    person_key: stay.person.key,
    flag: name,
    start_on: dayText(at, span.start),
    end_on: dayText(at, span.end),
    flag_source: 'health',
    restricted: true,
  })
}

interface PlacedDay {
  placement: Placement
  day: number
}

/** The log of each day: who of the health staff came, how long the person was out, and with whom. */
function days(sheet: Sheet, open: readonly Placement[], draw: Chance): void {
  const { at } = sheet
  const all: PlacedDay[] = open.flatMap((placement) => {
    const first = Math.max(placement.span.start, at.days.from)
    return Array.from({ length: daysIn(at, placement) }, (_, step) => ({ placement, day: first + step }))
  })
  const imposed = all.filter(({ placement }) => !placement.isAsked)
  const visited = new Set(some(imposed, sheet.count('sol_health_visits_done').total, draw))
  const outside = new Set(some(all, sheet.count('sep_person_days_outdoor_ok').total, draw))
  for (const entry of all) {
    const { placement, day } = entry
    const isSolitary = placement.as === 'solitary'
    const isOut = outside.has(entry)
    const out = isSolitary ? (isOut ? 60 + 5 * Math.floor(draw.next() * 12) : 30) : 1440 - placement.hours * 60
    const isVisited = visited.has(entry) || (placement.isAsked && draw.next() < 0.5)
    write(at, 'placement_day', day, {
      placement_id: keyOf(placement),
      day: dayText(at, day),
      health_visit_at: isVisited ? momentText(at, day, 540 + Math.floor(draw.next() * 300)) : undefined,
      health_role: isVisited ? 'nurse' : undefined,
      out_of_cell_minutes: out,
      meaningful_contact_minutes: isSolitary ? 5 * Math.floor(draw.next() * 12) : 60 + 5 * Math.floor(draw.next() * 24),
      outdoor_minutes: isOut ? 60 : 30,
      director_or_delegate_visit: draw.next() < 0.4,
    })
  }
}

/** On the seventh day somebody independent looks at it. */
function review(at: FacilityMonth, placement: Placement, draw: Chance): void {
  const day = placement.span.start + 6
  if (day < at.days.from || day >= at.days.until || placement.span.end <= day || draw.next() > 0.8) return
  write(at, 'placement_review', day, {
    placement_id: keyOf(placement),
    reviewed_at: momentText(at, day, placementMinute(placement) + 300),
    reviewer_role: 'central_administration',
    independent: draw.next() < 0.75,
    result: placement.span.end === day + 1 ? 'ended' : 'confirmed',
  })
}

const keys = new WeakMap<Placement, string>()

function keyOf(placement: Placement): string {
  const key = keys.get(placement) ?? keyFrom(placement)
  keys.set(placement, key)
  return key
}

/** The stay's own key with the first day of the placement in its end. */
function keyFrom({ stay, span, as }: Placement): string {
  const end = (span.start + (as === 'hidden' ? 8000 : 2000)).toString(16).padStart(6, '0')
  return stay.key.slice(0, -6) + end
}

/** The placements themselves, when all is known of them. */
export function closePlacements(at: FacilityMonth): void {
  const draw = drawFor(at, 'closing placements')
  for (const placement of at.custody!.book.placements) {
    const { stay, span, as, kind, hours, reason, noted } = placement
    const minute = placementMinute(placement)
    const isOpen = span.end > at.lastDay + 1
    const times =
      as === 'hidden'
        ? hiddenTimes(at, placement)
        : {
            start_at: momentText(at, span.start, minute),
            end_at: isOpen ? undefined : momentText(at, span.end, minute),
          }
    const row = {
      placement_id: keyOf(placement),
      stay_key: stay.key,
      kind,
      cell_id: placement.cell ?? `${stay.facility}-U1-001`,
      hours_in_cell_planned: hours,
      meaningful_contact_hours_planned: as === 'other' ? 2 : 0,
      authorised_by_role: 'director',
      authorised_at: momentText(at, span.start - 1, minute + 1400),
      max_end_on: as === 'solitary' ? undefined : dayText(at, Math.max(span.end, span.start + 14)),
      health_opinion: 'none',
      ...times,
      ...noted,
      reason_code: reason,
      end_reason: isOpen ? undefined : draw.next() < 0.6 ? 'expired' : 'review',
      support_after_kind: isOpen ? undefined : draw.next() < 0.4 ? 'staged_return' : 'none',
    }
    write(at, 'restrictive_placement', span.start, row, { over: span.end - 1, facility: stay.facility })
  }
}

/** Before the journey up to the moment of leaving, and after it from the moment of arrival. */
function hiddenTimes(at: FacilityMonth, { stay, span }: Placement) {
  const isBefore = stay.until === span.end && stay.release === 'transferred'
  if (isBefore)
    return { start_at: momentText(at, span.start, 600), end_at: momentText(at, span.end, leavingMinute(stay)) }
  const minute = arrivalMinute(stay)
  return { start_at: momentText(at, span.start, minute), end_at: momentText(at, span.end, minute) }
}
