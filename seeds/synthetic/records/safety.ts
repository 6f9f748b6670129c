import type { Chance } from '../chance.ts'
import type { FacilityMonth } from '../country.ts'
import type { Count } from '../counts.ts'
import type { Sheet } from '../sheet.ts'
import { drawFor, isKept, momentText, write } from './book.ts'
import { countStays, everybody } from './counted.ts'
import type { Stay } from './custody.ts'
import { among, one, some, surrogate } from './draw.ts'

/** Incidents, uses of force and searches, one record for each that the return counts. */
export function writeSafety(sheet: Sheet): void {
  incidents(sheet)
  force(sheet)
  searches(sheet)
}

/** Somebody of a sex who is there on a day of the month, and the moment. */
export function happening(at: FacilityMonth, sex: string | undefined, draw: Chance) {
  const people = everybody(at)
  for (let trial = 0; trial < 60; trial++) {
    const day = at.days.from + Math.floor(draw.next() * (at.days.until - at.days.from))
    const stay = one(people, draw)
    const isThere = stay && stay.from < day && !(stay.until! <= day)
    if (isThere && (sex === undefined || stay.person.sex === sex))
      return { stay, day, minute: 420 + Math.floor(draw.next() * 900) }
  }
  return undefined
}

function times(count: Count, make: (sex: string) => void): void {
  for (const [sex, amount] of Object.entries(count.by.sex)) for (let number = 0; number < amount; number++) make(sex)
}

function incidents(sheet: Sheet): void {
  const { at } = sheet
  const draw = drawFor(at, 'incidents')
  const units = at.custody!.book.housing.units
  const between = sheet.count('assaults_pp').total
  const onStaff = sheet.count('assaults_staff').total
  const all = Array.from({ length: between + onStaff }, (_, number) => number)
  const serious = new Set(some(all, sheet.count('assaults_serious').total, draw))
  let number = 0
  const incident = (kind: string, injury: string, found: ReturnType<typeof happening>) => {
    if (!found) return undefined
    const { day, minute } = found
    const incident_id = surrogate(draw)
    write(at, 'incident', day, {
      incident_id,
      kind,
      happened_at: momentText(at, day, minute),
      reported_at: momentText(at, day, minute + 10 + Math.floor(draw.next() * 300)),
      unit_id: one(units, draw)!.key,
      injury_level: injury,
      referred_outside_at: kind === 'sexual_violence' ? momentText(at, day, minute + 600) : undefined,
    })
    return incident_id
  }
  const person = (incident_id: string | undefined, stay: Stay | undefined, role: string, day: number) => {
    if (incident_id && stay) write(at, 'incident_person', day, { incident_id, stay_key: stay.key, role })
  }
  const injuryOf = () => (serious.has(number++) ? 'hospital' : draw.next() < 0.5 ? 'minor' : 'none')
  times(sheet.count('assaults_pp'), (sex) => {
    const found = happening(at, sex, draw)
    const id = incident('assault_prisoner_on_prisoner', injuryOf(), found)
    person(id, found?.stay, 'victim', found?.day ?? 0)
    const others = at.custody!.held.filter(
      (stay) => stay !== found?.stay && stay.person.sex === sex && stay.from < (found?.day ?? 0),
    )
    person(id, one(others, draw), 'alleged_actor', found?.day ?? 0)
  })
  for (let count = 0; count < onStaff; count++) {
    const found = happening(at, undefined, draw)
    person(incident('assault_on_staff', injuryOf(), found), found?.stay, 'alleged_actor', found?.day ?? 0)
  }
  times(sheet.count('sexual_violence'), (sex) => {
    const found = happening(at, sex, draw)
    person(incident('sexual_violence', 'minor', found), found?.stay, 'victim', found?.day ?? 0)
  })
  selfHarm(sheet, incident, person, draw)
  for (let count = draw.poisson(0.004 * at.traits.candour * at.custody!.held.length); count > 0; count--) {
    const found = happening(at, undefined, draw)
    person(
      incident(among({ contraband: 6, hunger_strike: 1, fire: 1, escape_attempt: 1 }, draw), 'none', found),
      found?.stay,
      'alleged_actor',
      found?.day ?? 0,
    )
  }
}

/** As many events as the return has, among as many persons. */
function selfHarm(
  sheet: Sheet,
  incident: (kind: string, injury: string, found: ReturnType<typeof happening>) => string | undefined,
  person: (id: string | undefined, stay: Stay | undefined, role: string, day: number) => void,
  draw: Chance,
): void {
  const { at } = sheet
  const people = sheet.count('self_harm_persons').by.sex
  const known = new Map<string, Stay[]>()
  times(sheet.count('self_harm_events'), (sex) => {
    const list = known.get(sex) ?? []
    known.set(sex, list)
    const again = list.length >= (people[sex] ?? 0) ? one(list, draw) : undefined
    let found = happening(at, sex, draw)
    for (let trial = 0; !again && found && list.includes(found.stay) && trial < 20; trial++)
      found = happening(at, sex, draw)
    if (found && again) {
      const first = Math.max(again.from + 1, at.days.from)
      const end = Math.min(again.until ?? at.days.until, at.days.until)
      found = { ...found, stay: again, day: first + Math.floor(draw.next() * Math.max(1, end - first)) }
    }
    if (found && !again) list.push(found.stay)
    const kind = draw.next() < 0.07 ? 'suicide_attempt' : 'self_harm'
    person(incident(kind, draw.next() < 0.12 ? 'hospital' : 'minor', found), found?.stay, 'self', found?.day ?? 0)
  })
}

function force(sheet: Sheet): void {
  const { at } = sheet
  const draw = drawFor(at, 'force')
  const made: NonNullable<ReturnType<typeof happening>>[] = []
  times(sheet.count('force_uses'), (sex) => {
    const found = happening(at, sex, draw)
    if (found) made.push(found)
  })
  const safe = some(made, sheet.count('force_safeguarded').total, draw)
  const rest = made.filter((use) => !safe.includes(use))
  // Who was both reported and examined was safeguarded: nobody else can be both.
  const reported = some(rest, sheet.count('force_reported').total - safe.length, draw)
  const examined = some(
    rest.filter((use) => !reported.includes(use)),
    sheet.count('force_medical').total - safe.length,
    draw,
  )
  const restrained = new Set(some(made, sheet.count('restraint_uses').total, draw))
  const put = (id: Parameters<Sheet['put']>[0], uses: readonly { stay: Stay }[]) =>
    sheet.put(
      id,
      countStays(
        at,
        uses.map(({ stay }) => stay),
      ),
    )
  put('force_uses', made)
  put('force_safeguarded', safe)
  put('force_reported', [...safe, ...reported])
  put('force_medical', [...safe, ...examined])
  put('restraint_uses', [...restrained])
  for (const use of made) {
    const { stay, day, minute } = use
    const isReported = safe.includes(use) || reported.includes(use)
    const isExamined = safe.includes(use) || examined.includes(use)
    write(at, 'force_use', day, {
      force_id: surrogate(draw),
      stay_key: stay.key,
      kind: restrained.has(use) ? (draw.next() < 0.7 ? 'handcuffs' : 'body_restraint') : 'physical',
      happened_at: momentText(at, day, minute),
      reason_code: among({ resistance_to_lawful_order: 6, self_defence: 3, prevent_self_harm: 2 }, draw),
      authorised_by_role: 'duty_manager',
      reported_to_director_at: momentText(at, day, isReported ? Math.min(1439, minute + 60) : 1440 * 3 + 600),
      medical_check_at: isExamined
        ? momentText(at, day, minute + 30 + Math.floor(draw.next() * 600))
        : draw.next() < 0.3
          ? momentText(at, day, minute + 1440 * 2)
          : undefined,
      minutes_restrained: restrained.has(use) ? 5 + Math.floor(draw.next() * 60) : undefined,
      person_state: 'none',
      removed_at: restrained.has(use) ? momentText(at, day, minute + 70) : undefined,
    })
  }
}

function searches(sheet: Sheet): void {
  const { at } = sheet
  const draw = drawFor(at, 'searches')
  const made: { kind: 'strip' | 'body_cavity'; found: NonNullable<ReturnType<typeof happening>> }[] = []
  for (const [id, kind] of [
    ['searches_strip', 'strip'],
    ['searches_cavity', 'body_cavity'],
  ] as const) {
    times(sheet.count(id), (sex) => {
      const found = happening(at, sex, draw)
      if (found) made.push({ kind, found })
    })
    sheet.put(
      id,
      countStays(
        at,
        made.filter((one) => one.kind === kind).map(({ found }) => found.stay),
      ),
    )
  }
  const complete = new Set(some(made, sheet.count('searches_recorded').total, draw))
  sheet.put('searches_recorded', complete.size)
  for (const search of made) {
    const { kind, found } = search
    const isComplete = complete.has(search)
    write(at, 'search_event', found.day, {
      record_id: surrogate(draw),
      stay_key: found.stay.key,
      kind,
      done_at: momentText(at, found.day, found.minute),
      reason_code: among({ after_visit_routine: 5, individual_suspicion: 3, random: 3, transfer_routine: 1 }, draw),
      authorised_by_role: isComplete || draw.next() < 0.5 ? 'duty_manager' : 'none_recorded',
      searcher_role: kind === 'strip' ? 'custody_same_sex' : 'health_not_treating',
      found_something: draw.next() < 0.06 ? 'yes' : 'no',
      record_complete: isComplete,
    })
  }
  if (!isKept(at, 'search_event', at.days.until - 1)) return
  const cells = at.custody!.book.housing.cells
  const recorded = sheet.count('searches_cell_recorded').total
  for (let number = 0; number < sheet.count('searches_cell').total; number++) {
    const day = at.days.from + Math.floor(draw.next() * (at.days.until - at.days.from))
    write(at, 'search_event', day, {
      record_id: surrogate(draw),
      cell_id: one(cells, draw)!.key,
      kind: 'cell',
      done_at: momentText(at, day, 480 + Math.floor(draw.next() * 600)),
      reason_code: draw.next() < 0.7 ? 'random' : 'individual_suspicion',
      found_something: draw.next() < 0.1 ? 'yes' : 'no',
      record_complete: number < recorded,
    })
  }
}
