import type { FacilityMonth } from '../country.ts'
import type { Count } from '../counts.ts'
import { good } from '../sheet.ts'
import { dayText, drawFor, momentText, write } from './book.ts'
import { everybody } from './counted.ts'
import { among, one, surrogate } from './draw.ts'

/** Days within which a complaint must be answered; the next day where safety is at stake. */
const usualDays = 14

const topics = {
  staff_conduct: 14,
  health: 18,
  conditions: 16,
  contact: 9,
  property: 13,
  discipline_or_separation: 7,
  food: 9,
  work_or_programme: 8,
  safety: 4,
  discrimination: 2,
}
const channels = { unit_staff: 55, director: 25, ombudsman_or_npm: 9, lawyer_or_family: 6, anonymous_box: 5 }

/** What became of the complaints of a facility in a month. */
export interface Answered {
  due: number
  onTime: number
  closed: number
  upheld: number
}

/** Writes down as many complaints as the month has, and says which of all known ones fell due or were answered in it. */
export function keepComplaints(at: FacilityMonth, received: Count, illTreatment: Count, referred: Count): Answered {
  const { book } = at.custody!
  const draw = drawFor(at, 'complaints')
  const [alleged, passedOn] = [illTreatment.total, referred.total]
  for (let number = 0; number < received.total; number++) lodge(at, number < alleged, number < passedOn, draw)
  const { from, until } = at.days
  const isIn = (day: number) => day >= from && day < until
  const due = book.complaints.filter((one) => isIn(one.due))
  const closed = book.complaints.filter((one) => isIn(one.answered))
  book.complaints = book.complaints.filter((one) => Math.max(one.due, one.answered) >= until)
  return {
    due: due.length,
    onTime: due.filter((one) => one.answered <= one.due).length,
    closed: closed.length,
    upheld: closed.filter(({ isUpheld }) => isUpheld).length,
  }
}

function lodge(
  at: FacilityMonth,
  isIllTreatment: boolean,
  isReferred: boolean,
  draw: ReturnType<typeof drawFor>,
): void {
  const { from, until } = at.days
  const lodged = from + Math.floor(draw.next() * (until - from))
  const topic = isIllTreatment ? 'staff_conduct' : among(topics, draw)
  const due = lodged + (topic === 'safety' ? 1 : usualDays)
  const late = draw.next() < 0.75 ? due + 1 + Math.floor(draw.next() * 25) : Number.POSITIVE_INFINITY
  const answered = draw.next() < good(at, 0.76) ? lodged + 1 + Math.floor(draw.next() * (due - lodged)) : late
  const isUpheld = draw.next() < 0.18
  at.custody!.book.complaints.push({ lodged, due, answered, isUpheld })
  const channel = among(channels, draw)
  const stay = one(
    everybody(at).filter((other) => other.from <= lodged && !(other.until! <= lodged)),
    draw,
  )
  const minute = 480 + Math.floor(draw.next() * 600)
  const isKnown = answered <= at.lastDay
  write(
    at,
    'complaint',
    lodged,
    {
      complaint_id: surrogate(draw),
      stay_key: channel === 'anonymous_box' ? undefined : stay?.key,
      channel,
      topic,
      lodged_at: momentText(at, lodged, minute),
      answered_on: isKnown ? dayText(at, answered) : undefined,
      result: !isKnown ? 'pending' : isUpheld ? (draw.next() < 0.5 ? 'upheld' : 'partly_upheld') : 'not_upheld',
      ill_treatment: isIllTreatment,
      referred_independent_at: isReferred
        ? momentText(at, lodged, minute + 120 + Math.floor(draw.next() * 500))
        : undefined,
      reprisal_reported: false,
      on_behalf: channel === 'lawyer_or_family',
    },
    { over: Math.max(due, isKnown ? answered : due) },
  )
}
