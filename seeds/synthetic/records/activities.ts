import { chance } from '../chance.ts'
import type { FacilityMonth } from '../country.ts'
import { good, type Sheet } from '../sheet.ts'
import { dayText, drawFor, write, writeOpen } from './book.ts'
import { daysOf } from './contacts.ts'
import { isSentenced, statusOn } from './counted.ts'
import type { Stay } from './custody.ts'
import { among, one } from './draw.ts'

/** One person's way through one programme; days, and none where it has not come to that. */
export interface Participation {
  stay: Stay
  programme: Programme
  referred: number
  started: number
  ended?: number
  end?: 'completed' | 'left_own_choice' | 'transfer' | 'release' | 'facility_cancelled'
}

export interface Programme {
  key: string
  kind: string
  needs: readonly string[]
  isAccredited: boolean
  isPaid: boolean
}

const kinds: Omit<Programme, 'key' | 'isPaid'>[] = [
  { kind: 'education_basic', needs: ['education_basic'], isAccredited: true },
  { kind: 'work_paid', needs: ['employment', 'finances'], isAccredited: false },
  { kind: 'offending_behaviour', needs: ['thinking_and_behaviour', 'violence'], isAccredited: true },
  { kind: 'vocational', needs: ['vocational', 'employment'], isAccredited: true },
  { kind: 'substance_use_treatment', needs: ['substance_use'], isAccredited: true },
  { kind: 'work_paid', needs: ['employment', 'life_skills'], isAccredited: false },
  { kind: 'life_skills', needs: ['life_skills', 'family_relations'], isAccredited: false },
  { kind: 'education_other', needs: ['education_basic', 'vocational'], isAccredited: false },
]
const priorityNeeds = {
  substance_use: 6,
  education_basic: 5,
  employment: 5,
  thinking_and_behaviour: 4,
  violence: 2,
  life_skills: 3,
  housing: 3,
}

/** As many programmes as the return has. */
export function programmesOf({ facility, seed }: FacilityMonth): Programme[] {
  const count = facility.kind === 'small' ? 2 : 6 + Math.round(facility.certificates[0]!.places / 60)
  const draw = chance(seed, facility.key, 'programmes')
  return Array.from({ length: count }, (_, place) => ({
    ...kinds[place % kinds.length]!,
    key: `${facility.key}-P${String(place + 1).padStart(2, '0')}`,
    isPaid: draw.next() < 0.8,
  }))
}

/** The need of somebody that comes first; about half have one. */
export function needOf(at: FacilityMonth, stay: Stay): string | undefined {
  return stay.luck.need < 0.5 ? among(priorityNeeds, chance(at.seed, stay.custodyKey, 'need')) : undefined
}

/** The day on which that need was written down. */
export function needSince(stay: Stay): number {
  return stay.from + 12
}

const openOf = new WeakMap<object, Participation[]>()

/** Participations that have not ended. */
export function participationsOf({ custody }: FacilityMonth): Participation[] {
  const list = openOf.get(custody!.book) ?? []
  openOf.set(custody!.book, list)
  return list
}

const referrals = new WeakMap<object, Map<Stay, number>>()

/** The last day on which each stay was referred to a programme. */
function referralsOf({ custody }: FacilityMonth): Map<Stay, number> {
  const map = referrals.get(custody!.book) ?? new Map<Stay, number>()
  referrals.set(custody!.book, map)
  return map
}

/** What happened in the programmes of a month. */
export interface Activity {
  started: Participation[]
  ended: Participation[]
  open: Participation[]
}

/** Starts and ends participations; a place for some is waited for, some are ended by the prison. */
export function keepActivities(at: FacilityMonth): Activity {
  const { held, left } = at.custody!
  const draw = drawFor(at, 'activities')
  const open = participationsOf(at)
  const gone = new Set(left)
  const ended: Participation[] = []
  for (const entry of open) {
    const { stay } = entry
    if (gone.has(stay))
      Object.assign(entry, { ended: stay.until, end: stay.release === 'transferred' ? 'transfer' : 'release' })
    else if (draw.next() < 0.1) Object.assign(entry, { ended: dayIn(at, entry.started, draw), end: endOf(at, draw) })
    if (entry.ended !== undefined) ended.push(entry)
  }
  const before = new Map<Stay, number>()
  for (const { stay, ended: day } of open) if (day === undefined) before.set(stay, (before.get(stay) ?? 0) + 1)
  const programmes = programmesOf(at)
  const started: Participation[] = []
  const referredOn = referralsOf(at)
  for (const stay of held) {
    if (!isActive(at, stay) || stay.from > at.days.until - 12) continue
    const own = before.get(stay) ?? 0
    if (draw.next() > (own === 0 ? 0.6 : own === 1 ? 0.05 : 0)) continue
    const day = dayIn(at, stay.from + 5, draw)
    const need = needOf(at, stay)
    const fits = need && draw.next() < good(at, 0.6) ? programmes.filter(({ needs }) => needs.includes(need)) : []
    const wait = Math.floor(-28 * Math.log(1 - draw.next()) * (1 + (1 - good(at, 0.6)) * 1.4))
    const programme = one(fits.length > 0 ? fits : programmes, draw)!
    // Nobody is referred twice on one day.
    const referred = Math.max(stay.from, day - wait, (referredOn.get(stay) ?? -1) + 1)
    if (referred > day) continue
    referredOn.set(stay, referred)
    started.push({ stay, programme, referred, started: day })
  }
  const still = [...open.filter((entry) => entry.ended === undefined), ...started]
  open.splice(0, open.length, ...still)
  for (const entry of ended) writeParticipation(at, entry)
  return { started, ended, open: still }
}

function isActive(at: FacilityMonth, stay: Stay): boolean {
  const isUntried = !isSentenced(statusOn(stay, at.days.until - 1))
  const lean = at.traits.programmeLean.sex?.[stay.person.sex] ?? 1
  return stay.luck.active < good(at, 0.62) * (isUntried ? 0.5 : 1) * lean
}

function dayIn({ days }: FacilityMonth, first: number, draw: ReturnType<typeof drawFor>): number {
  const from = Math.max(first, days.from)
  return from >= days.until ? days.until - 1 : from + Math.floor(draw.next() * (days.until - from))
}

function endOf(at: FacilityMonth, draw: ReturnType<typeof drawFor>): Participation['end'] {
  if (draw.next() < good(at, 0.72)) return 'completed'
  return draw.next() < 0.5 ? 'facility_cancelled' : 'left_own_choice'
}

export function writeParticipation(
  at: FacilityMonth,
  { stay, programme, referred, started, ended, end }: Participation,
): void {
  const row = {
    stay_key: stay.key,
    programme_id: programme.key,
    referred_on: dayText(at, referred),
    started_on: dayText(at, started),
    ended_on: ended === undefined ? undefined : dayText(at, ended),
    end_kind: end,
    paid: programme.kind.startsWith('work') ? programme.isPaid : undefined,
    certificate: end === 'completed' && programme.isAccredited,
  }
  if (ended === undefined) writeOpen(at, 'participation', started, row)
  else write(at, 'participation', ended, row)
}

/** In the last month the hours of each day, adding up to those of the return. */
export function writeActivities(sheet: Sheet): void {
  const { at } = sheet
  if (at.days.until - 1 !== at.lastDay) return
  const weekdays = daysOf(at, [1, 2, 3, 4, 5])
  const people = new Map(participationsOf(at).map((entry) => [entry.stay, entry.programme.kind]))
  const { sex } = sheet.count('purposeful_hours').by
  for (const [code, hours] of Object.entries(sex)) {
    const own = [...people].filter(([stay]) => stay.person.sex === code)
    const rows = own.flatMap(([stay, kind]) =>
      weekdays.filter((day) => day > stay.from && day % 2 === 0).map((day) => ({ stay, kind, day })),
    )
    // In hundredths of an hour, rounded as they add up, so that the sum is that of the return.
    const upTo = (count: number) => Math.round((100 * hours * count) / rows.length)
    for (const [place, { stay, kind, day }] of rows.entries())
      write(at, 'activity_day', day, {
        stay_key: stay.key,
        day: dayText(at, day),
        kind,
        hours: Math.min(16, (upTo(place + 1) - upTo(place)) / 100),
      })
  }
}
