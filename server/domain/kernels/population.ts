import { codePlace, monthOfDay, monthStart } from './columns.ts'
import { derive } from './define.ts'
import { eachMonth, type Facility, places } from './facility.ts'
import { heldAtEnd, staysOn } from './shapes.ts'
import type { Counter } from './tally.ts'

const arrivals = (...kinds: string[]) =>
  staysOn(({ stays, column }) => {
    const [kind, wanted] = [column('stay', 'admission_kind'), places('admission_kind', ...kinds)]
    return { day: (row) => stays.from[row]!, test: (row) => wanted.has(kind[row]!) }
  })

/** Departures whose kind `test` takes; counted on the day, in the groups to which people belonged when they left. */
const departures = (test: (kind: number) => boolean) =>
  staysOn(({ stays, column }) => {
    const kind = column('stay', 'release_kind')
    return {
      day: (row) => stays.until[row]!,
      test: (row) => stays.until[row]! < Number.POSITIVE_INFINITY && test(kind[row]!),
    }
  })

/** Departures that are not final: the person is elsewhere in custody, away, or dead. */
const notToLiberty = places('release_kind', 'transfer_out', 'escape', 'death')
const national = codePlace('nationality_group', 'national')

/** How often the midnight count of each day in the window was what: +1 on arrival, -1 on departure, summed up. */
function midnightCounts(facility: Facility): { firstDay: number; counts: Int32Array } {
  const { stays, window } = facility
  const [firstDay, endDay] = [monthStart(window.first), monthStart(window.first + window.months)]
  const counts = new Int32Array(endDay - firstDay + 1)
  for (let stay = 0; stay < stays.count; stay++) {
    if (!stays.isOwn[stay]) continue
    const from = Math.max(stays.from[stay]!, firstDay)
    const until = Math.min(stays.until[stay]!, endDay)
    if (from >= until) continue
    counts[from - firstDay]!++
    counts[until - firstDay]!--
  }
  for (let day = 1; day < counts.length; day++) counts[day]! += counts[day - 1]!
  return { firstDay, counts: counts.subarray(0, -1) }
}

function eachMidnight(facility: Facility, see: (place: number, day: number, count: number) => void): void {
  const { firstDay, counts } = midnightCounts(facility)
  counts.forEach((count, step) => {
    see(monthOfDay(firstDay + step) - facility.window.first, firstDay + step, count)
  })
}

/** Nights by month, and by the legal status that each night had. */
function personDays(facility: Facility, counter: Counter): void {
  const { stays, window } = facility
  const spells = facility.by('legal_status_spell', 'stay_key')
  const starts = facility.column('legal_status_spell', 'start_on')
  const keys = facility.column('stay', 'stay_key')
  for (let stay = 0; stay < stays.count; stay++) {
    if (!stays.isOwn[stay]) continue
    const [from, until] = [stays.from[stay]!, stays.until[stay]!]
    eachMonth(window, from, until - 1, (place) => {
      const end = Math.min(until, monthStart(window.first + place + 1))
      const cuts = [end]
      let at = Math.max(from, monthStart(window.first + place))
      for (let row = spells.starts[keys[stay]!]!; row < (spells.starts[keys[stay]! + 1] ?? 0); row++) {
        const start = starts[spells.rows[row]!]!
        if (start > at && start < end) cuts.push(start)
      }
      for (const cut of cuts.sort((a, b) => a - b)) {
        if (cut > at) counter.add(place, stay, at, cut - at)
        at = cut
      }
    })
  }
}

/** A Saturday or Sunday: 1 January 1970 was a Thursday. */
export function isWeekend(day: number): boolean {
  return (day + 4) % 7 === 0 || (day + 4) % 7 === 6
}

/** Places of the certificate in force on a day; NaN without one. Of two in force, the one that began last. */
export function certifiedPlaces(facility: Facility): (day: number) => number {
  const read = (field: string) => facility.column('capacity_certificate', field)
  const [certified, from, to] = [read('certified_places'), read('valid_from'), read('valid_to')]
  return (day) => {
    let [found, since] = [Number.NaN, Number.NEGATIVE_INFINITY]
    for (let row = 0; row < certified.length; row++)
      if (from[row]! <= day && !(to[row]! <= day) && from[row]! > since) [found, since] = [certified[row]!, from[row]!]
    return found
  }
}

/** Who is held, who came and who left, from stays. */
export const populationDerivations = [
  derive('pop_opening', ['stay'], (facility, counter) => {
    const { stays, window } = facility
    for (let place = 0; place < window.months; place++) {
      const day = monthStart(window.first + place) - 1
      for (let stay = 0; stay < stays.count; stay++)
        if (stays.isOwn[stay] && stays.from[stay]! <= day && day < stays.until[stay]!) counter.add(place, stay, day)
    }
  }),
  // A return to prison on recall is an admission; a return from an escape stands by itself.
  derive('adm_new', ['stay'], arrivals('new_from_liberty', 'recall')),
  derive('adm_transfer_in', ['stay'], arrivals('transfer_in')),
  derive('adm_return_escape', ['stay'], arrivals('return_from_escape')),
  derive('adm_all', ['stay'], arrivals('new_from_liberty', 'recall', 'transfer_in')),
  derive(
    'rel_liberty',
    ['stay'],
    departures((kind) => !notToLiberty.has(kind)),
  ),
  derive(
    'rel_transfer_out',
    ['stay'],
    departures((kind) => kind === codePlace('release_kind', 'transfer_out')),
  ),
  derive(
    'escapes',
    ['stay'],
    departures((kind) => kind === codePlace('release_kind', 'escape')),
  ),
  derive(
    'deaths_custody',
    ['stay'],
    departures((kind) => kind === codePlace('release_kind', 'death')),
  ),
  derive(
    'pop_closing',
    ['stay'],
    heldAtEnd(() => () => true),
  ),
  derive(
    'foreign_closing',
    ['stay', 'person'],
    heldAtEnd(
      ({ stays }) =>
        (stay) =>
          stays.nationality[stay] !== national,
    ),
  ),
  derive('person_days', ['stay'], personDays),
  derive('pop_peak', ['stay'], (facility, counter) =>
    eachMidnight(facility, (place, _day, count) => counter.raise(place, count)),
  ),
  derive('person_days_weekend', ['stay'], (facility, counter) =>
    eachMidnight(facility, (place, day, count) => counter.add(place, -1, day, isWeekend(day) ? count : 0)),
  ),
  derive('days_over_capacity', ['stay', 'capacity_certificate'], (facility, counter) => {
    const certified = certifiedPlaces(facility)
    eachMidnight(facility, (place, day, count) => {
      const most = certified(day)
      // A day without a certificate in force is no day under it: then the month has no figure.
      if (Number.isNaN(most)) counter.set(place, Number.NaN)
      else if (count > most) counter.add(place, -1, day)
    })
  }),
]
