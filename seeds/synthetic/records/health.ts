import type { Sheet } from '../sheet.ts'
import { writeIllness } from './arrivals.ts'
import { dayText, drawFor, isKept, momentText, write } from './book.ts'
import { countStays, everybody } from './counted.ts'
import type { Stay } from './custody.ts'
import { among, one, some, surrogate } from './draw.ts'

/** Hours within which a request must be met, and how common each kind is. */
const limitHours = { primary: 72, mental_health: 168, dental: 336, emergency: 1 }
const levels = { primary: 80, mental_health: 11, dental: 7, emergency: 2 }

/** Requests for care, appointments outside, care in pregnancy, illness in earnest, and deaths. */
export function writeHealth(sheet: Sheet): void {
  requests(sheet)
  appointments(sheet)
  antenatal(sheet)
  writeIllness(sheet)
  deaths(sheet)
}

/** A request is counted when its time is up; the person is there from the asking until then. */
function requests(sheet: Sheet): void {
  const { at } = sheet
  const draw = drawFor(at, 'requests')
  const bySex = new Map<string, Stay[]>()
  for (const stay of everybody(at)) bySex.set(stay.person.sex, [...(bySex.get(stay.person.sex) ?? []), stay])
  const made: { stay: Stay; level: keyof typeof limitHours; due: number }[] = []
  for (const [sex, count] of Object.entries(sheet.count('health_requests').by.sex)) {
    for (let number = 0; number < count; number++) {
      const level = among(levels, draw)
      for (let trial = 0; trial < 12; trial++) {
        const due = Math.floor(draw.between(at.days.from, at.days.until) * 1440)
        const stay = one(bySex.get(sex) ?? [], draw)
        if (!stay || (stay.from + 1) * 1440 > due - limitHours[level] * 60) continue
        if (stay.until !== undefined && stay.until * 1440 <= due) continue
        made.push({ stay, level, due })
        break
      }
    }
  }
  const onTime = new Set(some(made, sheet.count('health_requests_ontime').total, draw))
  sheet.put(
    'health_requests',
    countStays(
      at,
      made.map(({ stay }) => stay),
    ),
  )
  sheet.put(
    'health_requests_ontime',
    countStays(
      at,
      [...onTime].map(({ stay }) => stay),
    ),
  )
  for (const entry of made) {
    const { stay, level, due } = entry
    const asked = due - limitHours[level] * 60
    const seen = onTime.has(entry)
      ? asked + Math.floor(draw.next() * (due - asked))
      : draw.next() < 0.6
        ? due + 60 + Math.floor(draw.next() * 7000)
        : undefined
    if (!isKept(at, 'health_request', Math.floor(due / 1440))) continue
    const isKnown = seen !== undefined && seen < (at.lastDay + 1) * 1440
    write(at, 'health_request', Math.floor(due / 1440), {
      record_id: surrogate(draw),
      stay_key: stay.key,
      level,
      requested_at: momentText(at, 0, asked),
      seen_at: isKnown ? momentText(at, 0, seen) : undefined,
      outcome: isKnown ? 'seen' : draw.next() < 0.5 ? 'waiting' : 'cancelled_provider',
    })
  }
}

function appointments(sheet: Sheet): void {
  const { at } = sheet
  const draw = drawFor(at, 'appointments')
  const { from, until } = at.days
  const missed = sheet.count('specialist_missed_prison').total
  for (let number = 0; number < sheet.count('specialist_booked').total; number++) {
    const day = from + 1 + Math.floor(draw.next() * (until - from - 1))
    const stay = one(
      at.custody!.held.filter((other) => other.from < day),
      draw,
    )
    if (!stay) continue
    const minute = 540 + Math.floor(draw.next() * 400)
    write(at, 'health_request', day, {
      record_id: surrogate(draw),
      stay_key: stay.key,
      level: 'specialist',
      requested_at: momentText(at, Math.max(stay.from, day - 10 - Math.floor(draw.next() * 50)), 1200),
      appointment_at: momentText(at, day, minute),
      seen_at: number < missed || draw.next() < 0.06 ? undefined : momentText(at, day, Math.max(1210, minute + 20)),
      outcome: number < missed ? 'cancelled_no_escort' : 'seen',
    })
  }
}

function antenatal(sheet: Sheet): void {
  const { at } = sheet
  if (at.traits.sexes.female === 0) return
  const draw = drawFor(at, 'antenatal')
  const last = at.days.until - 1
  const { pregnancies, held } = { ...at.custody!.book, held: new Set(at.custody!.held) }
  const pregnant = pregnancies
    .filter(({ stay, from, until }) => held.has(stay) && from <= last - 4 && until > last)
    .map(({ stay }) => stay)
  const seen = some([...new Set(pregnant)], sheet.count('pregnant_antenatal').total, draw)
  sheet.put('pregnant_antenatal', countStays(at, seen))
  for (const stay of seen) {
    const day = Math.max(stay.from + 1, last - 3 - Math.floor(draw.next() * 16))
    write(at, 'health_request', day, {
      record_id: surrogate(draw),
      stay_key: stay.key,
      level: 'antenatal',
      requested_at: momentText(at, day, 480),
      seen_at: momentText(at, day, 600 + Math.floor(draw.next() * 200)),
      outcome: 'seen',
    })
  }
}

/** Each death closes the stay on its day. */
function deaths(sheet: Sheet): void {
  const { at } = sheet
  const draw = drawFor(at, 'deaths')
  const died = at.custody!.left.filter(({ release }) => release === 'died')
  const pick = (id: Parameters<Sheet['count']>[0]) => new Set(some(died, sheet.count(id).total, draw))
  const [suicides, separated, told, reported] = [
    pick('suicides'),
    pick('deaths_in_separation'),
    pick('deaths_family_told'),
    pick('deaths_reported'),
  ]
  for (const stay of died) {
    const day = stay.until!
    const within = (isSoon: boolean) => momentText(at, day, isSoon ? 900 : 900 + 3 * 1440)
    write(at, 'death', day, {
      death_id: surrogate(draw),
      stay_key: stay.key,
      died_on: dayText(at, day),
      setting: draw.next() < 0.6 ? 'in_prison' : 'hospital_in_custody',
      cause_group: suicides.has(stay) ? 'suicide' : among({ natural: 8, overdose: 1, undetermined: 1 }, draw),
      family_told_at: within(told.has(stay)),
      independent_authority_told_at: within(reported.has(stay)),
      investigation_closed_on: undefined,
      in_restriction: separated.has(stay),
    })
  }
}
